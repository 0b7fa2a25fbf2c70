using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine.Costs;
using Ristretto.Events.Engine.Tables;

namespace Ristretto.Events.Engine;

/// <summary>Reads one column for one worker and widens its values to the declared type.</summary>
internal sealed class ColumnReader
{
    private readonly EventColumnReader _reader;
    private readonly string _file;
    private readonly Widening.Kernel? _widen;
    private readonly int _storedSize;
    private EventColumnReader? _counter;       // known to say the lengths of the lists
    private bool _isShapeKnown;

    internal ColumnReader(EventColumnReader reader, string file, ElementType type, ColumnTicks time)
    {
        Time = time;
        (_reader, _file, _storedSize) = (reader, file, LeafTypes.SizeOf(reader.Column.LeafType));
        _widen = Widening.Find(reader.Column, file, type);
    }

    /// <summary>What the column has cost this worker.</summary>
    internal ColumnTicks Time { get; }

    /// <summary>Reads <paramref name="values"/> values of consecutive events into <paramref name="destination"/>.</summary>
    internal void Read(long first, int events, int values, Span<byte> destination, Workspace workspace)
    {
        if (_widen is null)
        {
            _reader.ReadValues(first, events, destination);
            return;
        }
        var stored = ColumnBuffer<byte>.Allocate(workspace, values * _storedSize).Span;
        _reader.ReadValues(first, events, stored);
        _widen(stored, destination);
    }

    /// <summary>Makes sure that the column has lists where the schema says so, and only there.</summary>
    internal void RequireShape(ColumnDefinition declared)
    {
        if (_isShapeKnown) return;
        var (found, levels) = (_reader.Column.Levels, (declared.Counter is null ? 0 : 1) + (declared.IsNested ? 1 : 0));
        if (found != levels) throw new SchemaException(_file, $"{declared.Branch} {Of(found)}; the schema declares {Declared(declared)}");
        _isShapeKnown = true;
    }

    /// <summary>Makes sure that the column has as many objects per event as the collection it belongs to. Most files share the counter,
    /// so that there is nothing to compare.</summary>
    internal void RequireLists(long first, in Lists lists, EventColumnReader counter, Workspace workspace)
    {
        var (name, counterName) = (_reader.Column.Name, counter.Column.Name);
        if (counter == _counter || counter == _reader) return;
        if (_reader.IsCountedBy(counter))
        {
            _counter = counter;
            return;
        }
        var counts = ColumnBuffer<int>.Allocate(workspace, lists.Length).Span;
        _reader.ReadCounts(first, counts);
        for (var i = 0; i < counts.Length; i++)
        {
            var expected = lists.Offsets[i + 1] - lists.Offsets[i];
            if (counts[i] != expected)
                throw new SchemaException(_file, $"{name} has {counts[i]} values in entry {first + i}, where {counterName} {(counter.Column.IsList ? "has" : "is")} {expected}");
        }
    }

    private static string Of(int levels) => levels switch
    {
        0 => "has one value per event",
        1 => "has a list of values per event",
        _ => "has a list of lists per event",
    };

    private static string Declared(ColumnDefinition declared) => (declared.Counter, declared.IsNested) switch
    {
        (null, _) => "one value per event",
        (var counter, false) => counter == declared.Branch ? "a list of values per event" : $"one per object of {counter}",
        (var counter, true) => counter == declared.Branch ? "a list of lists per event" : $"a list per object of {counter}",
    };
}
