using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.Trees.Writing;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Graphs.Snapshots;

/// <summary>The file that a snapshot is written to; it takes its name when it is whole.</summary>
internal sealed class SnapshotFile : IDisposable
{
    private readonly RootFileWriter _file;
    private readonly List<Action<SnapshotValues>> _append = [];
    private readonly Action<int> _fill;

    private SnapshotFile(RootFileWriter file, Action<int> fill) => (_file, _fill) = (file, fill);

    /// <summary>Number of events so far.</summary>
    internal long Events { get; private set; }

    internal static RootFileWriter Create(string path, SnapshotOptions options, int threads)
    {
        if (File.Exists(path) && !options.Overwrite) throw new OutputException(path, "exists already; SnapshotOptions.Overwrite replaces it");
        return RootFileWriter.Create(path, new RootWriteOptions { Compression = options.Compression, Threads = threads });
    }

    /// <summary>Begins the tree or the RNTuple.</summary>
    internal static SnapshotFile Begin<TBatch>(RootFileWriter file, SnapshotOptions options, IReadOnlyList<SnapshotColumn<TBatch>> columns) where TBatch : EventBatch =>
        options.Format == SnapshotFormat.NTuple ? Begin(file, file.NTuple(options.Name), columns) : Begin(file, file.Tree(options.Name), columns);

    /// <summary>Writes some events.</summary>
    internal void Append(SnapshotValues values)
    {
        foreach (var append in _append) append(values);
        _fill(values.Events);
        Events += values.Events;
    }

    internal void Complete() => _file.Complete();

    /// <summary>Leaves nothing of a file that is not complete.</summary>
    public void Dispose() => _file.Dispose();

    private static SnapshotFile Begin<TBatch>(RootFileWriter file, TreeWriter tree, IReadOnlyList<SnapshotColumn<TBatch>> columns) where TBatch : EventBatch
    {
        var result = new SnapshotFile(file, tree.Fill);
        foreach (var name in columns.Select(column => column.Counter).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var counter = tree.Counter(name);
            result._append.Add(values => counter.Append(values.LengthsOf(name)));
        }
        foreach (var column in columns)
        {
            var append = column.MakeIn(tree);
            result._append.Add(values => append(values.ValuesOf(column.Name)));
        }
        return result;
    }

    private static SnapshotFile Begin<TBatch>(RootFileWriter file, NTupleWriter tuple, IReadOnlyList<SnapshotColumn<TBatch>> columns) where TBatch : EventBatch
    {
        var result = new SnapshotFile(file, tuple.Fill);
        var collections = new Dictionary<string, CollectionField>(StringComparer.Ordinal);
        foreach (var name in columns.Select(column => column.Counter).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var collection = tuple.Collection(name[1..], name);
            collections.Add(name, collection);
            result._append.Add(values => collection.Append(values.LengthsOf(name)));
        }
        foreach (var column in columns)
        {
            var append = column.MakeIn(tuple, column.Counter is { } counter ? collections[counter] : null);
            result._append.Add(values => append(values.ValuesOf(column.Name)));
        }
        return result;
    }
}
