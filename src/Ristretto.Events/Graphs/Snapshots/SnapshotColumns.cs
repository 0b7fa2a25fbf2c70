using System.IO.Enumeration;
using System.Numerics;
using System.Runtime.CompilerServices;
using Ristretto.Bytes.Errors;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Graphs.Snapshots;

/// <summary>What a snapshot has of each event: columns of the file and computed ones.</summary>
/// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
public sealed class SnapshotColumns<TBatch> where TBatch : EventBatch
{
    private readonly List<string> _kept = [];
    private readonly List<SnapshotColumn<TBatch>> _computed = [];

    internal SnapshotColumns() { }

    /// <summary>Keeps columns of the file that the type of the events declares, with * and ? for several: <c>Jet_*</c>. The counter of lists comes along.</summary>
    public SnapshotColumns<TBatch> Keep(params string[] patterns)
    {
        _kept.AddRange(patterns);
        return this;
    }

    /// <summary>Adds a computed column, one number per event.</summary>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public SnapshotColumns<TBatch> Add<T>(string name, Func<TBatch, Column<T>> compute, string title = "") where T : unmanaged, INumber<T> =>
        Add(new SnapshotColumn<TBatch, T>(name, title, null, events => (compute(events).Buffer, default)));

    /// <summary>Adds a computed column, yes or no per event.</summary>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public SnapshotColumns<TBatch> Add(string name, Func<TBatch, Mask> compute, string title = "") =>
        Add(new SnapshotColumn<TBatch, bool>(name, title, null, events => (Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<bool>>(compute(events).Buffer), default)));

    /// <summary>Adds a computed column of lists. What comes before the first _ names their counter: <c>Good_pt</c> and <c>Good_eta</c> have <c>nGood</c>.</summary>
    /// <exception cref="ArgumentException">There is a column of this name already.</exception>
    public SnapshotColumns<TBatch> Add<T>(string name, Func<TBatch, JaggedColumn<T>> compute, string title = "") where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(name);
        return Add(new SnapshotColumn<TBatch, T>(name, title, $"n{name.Split('_')[0]}", events => (compute(events).Buffer, compute(events).Lists)));
    }

    /// <summary>The columns for the file that events come from.</summary>
    /// <exception cref="SchemaException">The file has none for a pattern.</exception>
    internal IReadOnlyList<SnapshotColumn<TBatch>> Resolve(TBatch events)
    {
        var counters = events.Columns.Select(column => column.Counter).OfType<string>().Concat(_computed.Select(column => column.Counter).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        List<SnapshotColumn<TBatch>> columns = [];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pattern in _kept)
        {
            var known = events.Columns.Where(column => FileSystemName.MatchesSimpleExpression(pattern, column.Branch, ignoreCase: false) && !counters.Contains(column.Branch)).ToArray();
            var there = known.Where(column => events.Has(column.Branch)).ToArray();
            if (there.Length == 0 && !counters.Contains(pattern))
                throw new SchemaException(events.Path, $"snapshot: no column {pattern}{NearestNames.Hint(pattern.Trim('*', '?'), [.. events.Columns.Select(column => column.Branch).Where(events.Has)])}");
            columns.AddRange(there.Where(column => names.Add(column.Branch)).Select(Kept));
        }
        foreach (var column in _computed)
            if (!names.Add(column.Name)) throw new SchemaException(events.Path, $"snapshot: the column {column.Name} is kept and computed; give the computed one another name");
        columns.AddRange(_computed);
        // The counter of lists that are not kept is a number like any other.
        var used = columns.Select(column => column.Counter).ToHashSet(StringComparer.Ordinal);
        columns.AddRange(counters.Where(counter => !used.Contains(counter) && events.Has(counter) && _kept.Exists(pattern => FileSystemName.MatchesSimpleExpression(pattern, counter, ignoreCase: false)))
            .Order(StringComparer.Ordinal).Select(Lengths));
        return columns;
    }

    private SnapshotColumns<TBatch> Add(SnapshotColumn<TBatch> column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column.Name);
        if (_computed.Exists(known => known.Name == column.Name)) throw new ArgumentException($"the snapshot has a column \"{column.Name}\" already");
        _computed.Add(column);
        return this;
    }

    private static SnapshotColumn<TBatch, int> Lengths(string counter) => new(counter, "", null, events => (events.Source.ReadLists(counter).Count.Buffer, default));

    private static SnapshotColumn<TBatch> Kept(ColumnDefinition column) => column.Type switch
    {
        ElementType.Bool => Kept<bool>(column),
        ElementType.UInt8 => Kept<byte>(column),
        ElementType.Int32 => Kept<int>(column),
        ElementType.UInt32 => Kept<uint>(column),
        ElementType.Int64 => Kept<long>(column),
        ElementType.UInt64 => Kept<ulong>(column),
        ElementType.Single => Kept<float>(column),
        _ => Kept<double>(column),
    };

    private static SnapshotColumn<TBatch, T> Kept<T>(ColumnDefinition column) where T : unmanaged => new(column.Branch, "", column.Counter, events =>
        (Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<T>>(events.Stored(column)), column.Counter is { } counter ? events.Source.ReadLists(counter) : default));
}
