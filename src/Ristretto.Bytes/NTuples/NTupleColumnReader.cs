using System.Runtime.InteropServices;
using Ristretto.Bytes.NTuples.Reading;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.NTuples;

/// <summary>Reads one column of an RNTuple, best from the first entry to the last; any position is allowed. Made by an <see cref="NTupleReader"/>, not thread-safe.
/// Allocates nothing once its buffers have grown to the largest page.</summary>
public sealed partial class NTupleColumnReader : IDisposable
{
    private readonly NTupleReader _owner;
    private readonly Step[] _steps;                   // as many as there are levels
    private readonly List<Segment>[] _segments;       // the elements of each level, those of the leaf last
    private readonly ValueReader? _values;
    private readonly OffsetReader? _strings;          // also the lengths that a cardinality shows
    private readonly SwitchReader? _alternatives;
    private readonly StreamedReader? _objects;
    private long _firstEntry = -1;
    private int _entryCount;

    internal NTupleColumnReader(NTupleReader owner, NTupleColumn column)
    {
        (_owner, Column) = (owner, column);
        var perEntry = 1L;
        _steps = new Step[column.Streamed?.Levels ?? column.Levels.Count];
        for (var i = 0; i < _steps.Length; i++) _steps[i] = MakeStep(column.Levels[i], ref perEntry);
        _segments = new List<Segment>[_steps.Length + 1];
        for (var i = 0; i < _segments.Length; i++) _segments[i] = [];
        switch (column.Source)
        {
            case LeafSource.Values: _values = Values(0, perEntry); break;
            case LeafSource.Lengths: _strings = owner.Offsets(column, column.Field, perEntry); break;
            case LeafSource.Objects:
                _objects = owner.Streamed(column, column.Streamed!.Object, perEntry);
                (_strings, _values) = (_objects.Ends, _objects.Bytes);
                break;
            case LeafSource.Alternatives: _alternatives = owner.Switches(column, column.Field, perEntry); break;
            default:
                _strings = owner.Offsets(column, column.Field, perEntry);
                _values = Values(1, 0);
                break;
        }
    }

    /// <summary>The column.</summary>
    public NTupleColumn Column { get; }

    /// <summary>Number of lists at a list level, the outermost being 0, over a range of entries; at level <see cref="NTupleColumn.ListDepth"/> the number of values.</summary>
    /// <exception cref="Errors.RootFormatException">A page is damaged.</exception>
    public long Count(int listLevel, long firstEntry, int entryCount)
    {
        Locate(firstEntry, entryCount);
        return Inside(listLevel) ? InsideCount(listLevel) : Total(_segments[LevelOf(listLevel)]);
    }

    /// <summary>The lengths of the lists at a list level over a range of entries, in order.</summary>
    /// <param name="listLevel">The level; 0 is the outermost.</param>
    /// <param name="firstEntry">First entry.</param>
    /// <param name="entryCount">Number of entries.</param>
    /// <param name="lengths">Receives one length per list; as long as <see cref="Count"/> says.</param>
    /// <exception cref="Errors.RootFormatException">A page is damaged, or a list has 2³¹ elements or more.</exception>
    public void ReadLengths(int listLevel, long firstEntry, int entryCount, Span<int> lengths)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(listLevel, Column.ListDepth);
        Locate(firstEntry, entryCount);
        if (Inside(listLevel))
        {
            InsideLengths(listLevel, lengths);
            return;
        }
        var level = LevelOf(listLevel);
        var segments = _segments[level];
        ArgumentOutOfRangeException.ThrowIfNotEqual(lengths.Length, Total(segments));
        foreach (var segment in segments)
        {
            var part = lengths[..(int)segment.Length];
            if (_steps[level].Offsets is { } offsets) Differences(offsets.Read(segment.Cluster, segment.From, segment.To), part);
            else Matches(_steps[level].Switches!.Read(segment.Cluster, segment.From, segment.To), Column.Levels[level].Alternative, part);
            lengths = lengths[part.Length..];
        }
    }

    /// <summary>The lengths in bytes of the strings of a range of entries, or what a column of list lengths shows, in order.</summary>
    /// <param name="firstEntry">First entry.</param>
    /// <param name="entryCount">Number of entries.</param>
    /// <param name="lengths">Receives one length per string; as long as <see cref="Count"/> says for the level behind the last.</param>
    /// <exception cref="Errors.RootFormatException">A page is damaged, or a length is 2³¹ or more.</exception>
    /// <exception cref="InvalidOperationException">The column holds neither strings nor list lengths.</exception>
    public void ReadLengths(long firstEntry, int entryCount, Span<int> lengths)
    {
        if (_strings is null || (_objects is not null && Column.LeafType != LeafType.String)) throw new InvalidOperationException($"{Column.Name} holds neither strings nor list lengths");
        Locate(firstEntry, entryCount);
        if (_objects is not null)
        {
            InsideTextLengths(lengths);
            return;
        }
        ArgumentOutOfRangeException.ThrowIfNotEqual(lengths.Length, Total(_segments[^1]));
        foreach (var segment in _segments[^1])
        {
            Differences(_strings.Read(segment.Cluster, segment.From, segment.To), lengths[..(int)segment.Length]);
            lengths = lengths[(int)segment.Length..];
        }
    }

    /// <summary>The number of bytes that <see cref="ReadValues"/> copies for a range of entries.</summary>
    /// <exception cref="Errors.RootFormatException">A page is damaged, or the entries have 2 GiB or more.</exception>
    public int ValueBytes(long firstEntry, int entryCount)
    {
        Locate(firstEntry, entryCount);
        if (_objects is not null) return InsideBytes().Length;
        var count = Total(_segments[^1]);
        if (Column.Source == LeafSource.Strings)
        {
            count = 0;
            foreach (var segment in _segments[^1])
            {
                var characters = Characters(segment);
                _values!.Require(characters);
                count += characters.Length;
            }
        }
        else if (_values is not null)
        {
            foreach (var segment in _segments[^1]) _values.Require(segment);      // before somebody reserves memory for them
        }
        if (count <= int.MaxValue / Column.ElementSize) return (int)count * Column.ElementSize;
        throw Column.Error($"{entryCount} entries from {firstEntry} have {count} values, more than fit into one buffer");
    }

    /// <summary>Copies the values of a range of entries: entry after entry, elements in stored order; of strings the characters.</summary>
    /// <param name="firstEntry">First entry.</param>
    /// <param name="entryCount">Number of entries.</param>
    /// <param name="destination">Exactly as many bytes as <see cref="ValueBytes"/> says.</param>
    /// <exception cref="Errors.RootFormatException">A page is damaged; names file, RNTuple, column, cluster, page, offset. Or the entries have another number of bytes.</exception>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched.</exception>
    public void ReadValues(long firstEntry, int entryCount, Span<byte> destination)
    {
        var bytes = ValueBytes(firstEntry, entryCount);
        if (bytes != destination.Length)
            throw Column.Error($"entries {firstEntry} to {firstEntry + entryCount} have {bytes} bytes, room is for {destination.Length}");
        if (_objects is not null)
        {
            InsideBytes().CopyTo(destination);
            return;
        }
        foreach (var segment in _segments[^1])
        {
            var elements = Column.Source == LeafSource.Strings ? Characters(segment) : segment;
            var part = destination[..((int)elements.Length * Column.ElementSize)];
            if (_values is not null) _values.Read(elements.Cluster, elements.From, part);
            else if (_alternatives is not null) Numbers(_alternatives.Read(elements.Cluster, elements.From, elements.To), part);
            else Cardinalities(_strings!.Read(elements.Cluster, elements.From, elements.To), part);
            destination = destination[part.Length..];
        }
    }

    /// <summary>Returns the buffers.</summary>
    public void Dispose()
    {
        if (_objects is null) _values?.Dispose();      // streamed objects are shared with other columns
    }

    private ValueReader Values(int part, long perEntry)
    {
        var reader = new ValueReader(Column, part, perEntry, _owner.Context);
        reader.Cursor.Prefetch = _owner.Ahead;
        return reader;
    }

    /// <summary>The characters of strings, as elements of the column of characters.</summary>
    private Segment Characters(Segment strings)
    {
        var bounds = _strings!.Read(strings.Cluster, strings.From, strings.To);
        return new Segment(strings.Cluster, bounds[0], bounds[^1]);
    }

    private void Differences(ReadOnlySpan<long> bounds, Span<int> lengths)
    {
        var longest = 0L;
        for (var i = 0; i < lengths.Length; i++)
        {
            var length = bounds[i + 1] - bounds[i];
            longest |= length;
            lengths[i] = unchecked((int)length);
        }
        if (longest > int.MaxValue) throw Column.Error("a list or a string has 2³¹ elements or more");
    }

    private static void Matches(ReadOnlySpan<int> tags, int alternative, Span<int> lengths)
    {
        for (var i = 0; i < lengths.Length; i++) lengths[i] = tags[i] == alternative ? 1 : 0;
    }

    private static void Numbers(ReadOnlySpan<int> tags, Span<byte> destination)
    {
        var indexes = MemoryMarshal.Cast<byte, int>(destination);
        for (var i = 0; i < indexes.Length; i++) indexes[i] = tags[i] - 1;
    }

    private void Cardinalities(ReadOnlySpan<long> bounds, Span<byte> destination)
    {
        if (Column.LeafType == LeafType.UInt32)
        {
            Differences(bounds, MemoryMarshal.Cast<byte, int>(destination));
            return;
        }
        var lengths = MemoryMarshal.Cast<byte, long>(destination);
        for (var i = 0; i < lengths.Length; i++) lengths[i] = bounds[i + 1] - bounds[i];
    }

    private static long Total(List<Segment> segments)
    {
        var total = 0L;
        foreach (var segment in segments) total += segment.Length;
        return total;
    }
}
