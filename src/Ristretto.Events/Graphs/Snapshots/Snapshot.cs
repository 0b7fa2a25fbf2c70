using Ristretto.Bytes.Files.Writing;
using Ristretto.Columns.Accumulation;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Graphs.Snapshots;

/// <summary>A file with the events that have passed, which the run of a graph writes: in the order of the input, the same bytes for any number of threads.</summary>
public sealed class Snapshot
{
    private readonly SnapshotOptions _options;
    private readonly LaneLocal<SnapshotValues> _values = new(new SnapshotValues());
    private readonly Lock _lock = new();
    private RootFileWriter? _writer;
    private object? _columns;

    internal Snapshot(string path, SnapshotOptions options) => (Path, _options) = (path, options);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Number of events in it, once the graph has run.</summary>
    public long Events => _values.Main.File?.Events ?? 0;

    internal bool IsNominalOnly => _options.IsNominalOnly;

    /// <summary>Begins the file, before the run.</summary>
    internal void Begin(int threads) => _writer = SnapshotFile.Create(Path, _options, threads);

    /// <summary>Appends events.</summary>
    internal void Append<TBatch>(TBatch events, SnapshotColumns<TBatch> columns, SnapshotColumn<TBatch>? passes) where TBatch : EventBatch
    {
        var known = Columns(events, columns, passes);
        var values = _values.Value;
        foreach (var column in known) column.Take(events, values);
        values.Count(events.Length);
    }

    /// <summary>Writes the end of the file, which then takes its name.</summary>
    internal void Complete() => _values.Main.File?.Complete();

    /// <summary>Leaves nothing of it, unless it is complete.</summary>
    internal void End()
    {
        _values.Main.File?.Dispose();
        _writer?.Dispose();
    }

    private IReadOnlyList<SnapshotColumn<TBatch>> Columns<TBatch>(TBatch events, SnapshotColumns<TBatch> columns, SnapshotColumn<TBatch>? passes) where TBatch : EventBatch
    {
        lock (_lock)
        {
            if (_columns is IReadOnlyList<SnapshotColumn<TBatch>> known) return known;
            if (_writer is not { } writer) throw new InvalidOperationException("a snapshot is written by EventGraph.Run; this graph is run as the analysis of a data set");
            IReadOnlyList<SnapshotColumn<TBatch>> all = [.. columns.Resolve(events), .. passes is null ? [] : new[] { passes }];
            _values.Main.File = SnapshotFile.Begin(writer, _options, all);
            _values.Main.CopyBytes = 16_384L * all.Sum(column => column.ValueBytes * (column.Counter is null ? 1 : 4));
            _columns = all;
            return all;
        }
    }
}
