using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Conversions;

/// <summary>A column of the file that is converted: what it is, and its values for one range of entries at a time.</summary>
internal abstract class SourceColumn : IDisposable
{
    private readonly GrowingBuffer _values = new();
    private (int[] Lengths, int Count)[] _levels = [];
    private int _bytes;
    private int _entries;

    /// <summary>Name of the branch or field.</summary>
    internal required string Name { get; init; }

    /// <summary>What it means, for people; may be empty.</summary>
    internal string Title { get; init; } = "";

    /// <summary>Type of a value.</summary>
    internal required LeafType Type { get; init; }

    /// <summary>Number of list levels.</summary>
    internal int ListLevels { get; init; }

    /// <summary>Fixed dimensions of an entry, or of an element where there are lists.</summary>
    internal IReadOnlyList<int> Dimensions { get; init; } = [];

    /// <summary>Name of the column with the lengths of the lists; null for one without lists and for lists of lists or of strings.</summary>
    internal string? Counter { get; init; }

    /// <summary>Whether others take the lengths of their lists from here.</summary>
    internal bool IsCounter { get; set; }

    /// <summary>Whether it holds lists of lists, or lists of strings.</summary>
    internal bool IsNested => ListLevels + (Type == LeafType.String ? 1 : 0) > 1;

    /// <summary>The values that were read, bytes in the machine's order.</summary>
    internal ReadOnlySpan<byte> Values => _values.Ensure(_bytes);

    /// <summary>For lists the length of each, for strings the bytes of each.</summary>
    internal ReadOnlySpan<int> Lengths => LengthsOf(0);

    /// <summary>The lengths of the lists of a level, from the outermost; behind the lists, for strings, the bytes of each.</summary>
    internal ReadOnlySpan<int> LengthsOf(int level) => _levels[level].Lengths.AsSpan(0, _levels[level].Count);

    /// <summary>Reads a range of entries.</summary>
    internal void Read(long first, int entries)
    {
        _entries = entries;
        if (_levels.Length == 0) _levels = [.. Enumerable.Repeat((Array.Empty<int>(), 0), ListLevels + (Type == LeafType.String ? 1 : 0))];
        var count = entries;
        for (var level = 0; level < _levels.Length; level++)
        {
            var lengths = _levels[level].Lengths;
            if (lengths.Length < count) lengths = new int[Math.Max(count, 2 * lengths.Length)];
            _levels[level] = (lengths, count);
            ReadLengths(level, first, entries, lengths.AsSpan(0, count));
            if (level < _levels.Length - 1) count = Sum(lengths.AsSpan(0, count));
        }
        _bytes = ValueBytes(first, entries);
        ReadValues(first, entries, _values.Ensure(_bytes));
    }

    /// <summary>Of the entries that were read, keeps those at these positions, which rise.</summary>
    internal void Keep(ReadOnlySpan<int> positions)
    {
        if (positions.Length == _entries) return;
        var ranges = new List<(int From, int To)>(positions.Length);
        foreach (var position in positions)
        {
            if (ranges.Count > 0 && ranges[^1].To == position) ranges[^1] = (ranges[^1].From, position + 1);
            else ranges.Add((position, position + 1));
        }
        var elements = _entries;
        for (var level = 0; level < _levels.Length; level++)
        {
            elements = Sum(LengthsOf(level));
            var kept = Below(ranges, LengthsOf(level));
            _levels[level].Count = Compact(ranges, _levels[level].Lengths.AsSpan(0, _levels[level].Count), 1);
            ranges = kept;
        }
        _bytes = Compact(ranges, _values.Ensure(_bytes), elements == 0 ? 1 : _bytes / elements);
        _entries = positions.Length;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _values.Dispose();
        Close();
    }

    /// <summary>Reads the lengths of the lists of a level, or of the strings behind the last.</summary>
    protected abstract void ReadLengths(int level, long first, int entries, Span<int> lengths);

    protected abstract int ValueBytes(long first, int entries);

    protected abstract void ReadValues(long first, int entries, Span<byte> values);

    protected virtual void Close() { }

    private static int Sum(ReadOnlySpan<int> lengths)
    {
        var sum = 0;
        foreach (var length in lengths) sum = checked(sum + length);
        return sum;
    }

    // The elements that belong to ranges of lists.
    private static List<(int From, int To)> Below(List<(int From, int To)> lists, ReadOnlySpan<int> lengths)
    {
        var elements = new List<(int From, int To)>(lists.Count);
        var (list, at) = (0, 0);
        foreach (var (from, to) in lists)
        {
            at += Sum(lengths[list..from]);
            var end = at + Sum(lengths[from..to]);
            elements.Add((at, end));
            (list, at) = (to, end);
        }
        return elements;
    }

    // Moves ranges of elements, each of so many places, to the front; returns how many places they take.
    private static int Compact<T>(List<(int From, int To)> ranges, Span<T> values, int size)
    {
        var used = 0;
        foreach (var (from, to) in ranges)
        {
            values[(from * size)..(to * size)].CopyTo(values[used..]);
            used += (to - from) * size;
        }
        return used;
    }
}
