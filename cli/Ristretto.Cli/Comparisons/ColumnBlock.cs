using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Comparisons;

/// <summary>The values of a column for a range of entries: flat, with the lengths of the lists around them level by level. Used again for the next range.</summary>
internal sealed class ColumnBlock : IDisposable
{
    private readonly GrowingBuffer _values = new();
    private readonly List<long[]> _lengths = [];
    private readonly List<int> _counts = [];
    private int _bytes;

    /// <summary>Number of entries.</summary>
    internal int Entries { get; set; }

    /// <summary>Bytes in the machine's order; of strings the characters.</summary>
    internal ReadOnlySpan<byte> Values => _values.Ensure(_bytes);

    /// <summary>Number of levels that have lengths; of strings the last one is that of the bytes.</summary>
    internal int Levels => _counts.Count;

    /// <summary>Empties it for a range of entries.</summary>
    internal void Start(int entries)
    {
        Entries = entries;
        _counts.Clear();
        _bytes = 0;
    }

    /// <summary>Room for the lengths of the next level.</summary>
    internal Span<long> AddLevel(int count)
    {
        var level = _counts.Count;
        _counts.Add(count);
        if (level == _lengths.Count) _lengths.Add([]);
        if (_lengths[level].Length < count) _lengths[level] = new long[Math.Max(count, 2 * _lengths[level].Length)];
        return _lengths[level].AsSpan(0, count);
    }

    /// <summary>Room for the values.</summary>
    internal Span<byte> AddValues(int bytes) => _values.Ensure(_bytes = bytes);

    /// <summary>The lengths of one level.</summary>
    internal ReadOnlySpan<long> Lengths(int level) => _lengths[level].AsSpan(0, _counts[level]);

    /// <summary>Whether both have the same bytes in the same lists.</summary>
    internal bool IsSame(ColumnBlock other)
    {
        if (Levels != other.Levels || !Values.SequenceEqual(other.Values)) return false;
        for (var level = 0; level < Levels; level++)
            if (!Lengths(level).SequenceEqual(other.Lengths(level))) return false;
        return true;
    }

    /// <summary>Number of values, for a type of so many bytes.</summary>
    internal int Count(LeafType type) => _bytes / LeafTypes.SizeOf(type);

    public void Dispose() => _values.Dispose();
}
