using Ristretto.Bytes.Trees;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Comparisons;

/// <summary>Compares the values of two columns block by block, entry by entry where a block differs.</summary>
internal sealed class ColumnComparison(ComparedColumn left, ComparedColumn right, DiffSettings settings) : IDisposable
{
    private readonly ColumnBlock _left = new();
    private readonly ColumnBlock _right = new();
    private long _entries;
    private long _firstEntry;
    private (string Left, string Right) _values;
    private double _largest;
    private bool _hasLargest;

    /// <summary>Compares a range of entries; returns the bytes that were read.</summary>
    internal long Compare(long first, int entries)
    {
        left.Read(first, entries, _left);
        right.Read(first, entries, _right);
        if (left.LeafType != right.LeafType || !_left.IsSame(_right)) CompareEntries(first);
        return Math.Max(_left.Values.Length, _right.Values.Length);
    }

    /// <summary>What was found; null when nothing differs.</summary>
    internal Difference? ToDifference(string path)
    {
        if (_entries == 0) return null;
        var largest = _hasLargest ? $"; largest difference {_largest.ToString("G6", System.Globalization.CultureInfo.InvariantCulture)}" : "";
        return new Difference(path, "values", $"{Quantity.Count(_entries, "entry differs", "entries differ")}, first entry {_firstEntry}: {_values.Left} against {_values.Right}{largest}")
        {
            Entries = _entries,
            FirstEntry = _firstEntry,
            Left = _values.Left,
            Right = _values.Right,
            Largest = _hasLargest ? _largest : null,
        };
    }

    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
    }

    private void CompareEntries(long first)
    {
        var (mine, other) = (new EntryCursor(_left, left.LeafType), new EntryCursor(_right, right.LeafType));
        for (var i = 0; i < _left.Entries; i++)
        {
            mine.Next();
            other.Next();
            var difference = FirstDifference(mine, other);
            if (difference == null) continue;
            if (_entries++ > 0) continue;
            _firstEntry = first + i;
            _values = (Text(_left, mine, left.LeafType, difference.Value), Text(_right, other, right.LeafType, difference.Value));
        }
    }

    /// <summary>The number of the first value of the entry that differs, 0 when the lists do; null when nothing differs.</summary>
    private int? FirstDifference(EntryCursor mine, EntryCursor other)
    {
        var (from, to) = mine.Values;
        var (otherFrom, otherTo) = other.Values;
        for (var level = 0; level < _left.Levels; level++)
            if (!mine.Lengths(level).SequenceEqual(other.Lengths(level))) return 0;
        if (to - from != otherTo - otherFrom) return 0;
        int? found = null;
        for (var i = 0; i < to - from; i++)
            if (!IsSame(from + i, otherFrom + i)) found ??= i;
        return found;
    }

    private bool IsSame(int mine, int other)
    {
        var (type, otherType) = (left.LeafType, right.LeafType);
        if (type == LeafType.String) return _left.Values[mine] == _right.Values[other];
        if (ColumnValue.IsWhole(type) && ColumnValue.IsWhole(otherType) && ColumnValue.Whole(_left.Values, mine, type) == ColumnValue.Whole(_right.Values, other, otherType)) return true;
        var (a, b) = (ColumnValue.Real(_left.Values, mine, type), ColumnValue.Real(_right.Values, other, otherType));
        if (settings.IsSame(a, b) && !(a == b && ColumnValue.IsWhole(type) && ColumnValue.IsWhole(otherType))) return true;
        if (double.IsFinite(a) && double.IsFinite(b) && type != LeafType.Bool) (_largest, _hasLargest) = (Math.Max(_largest, Math.Abs(a - b)), true);
        return false;
    }

    // Long lists are shown from the value on that differs.
    private static string Text(ColumnBlock block, EntryCursor cursor, LeafType type, int difference)
    {
        var (from, to) = cursor.Values;
        var isList = block.Levels > 0 || to - from != 1;
        if (type == LeafType.String || difference < 4) return ColumnValue.Text(block.Values, from, to, type, isList);
        return $"value {difference}: {ColumnValue.Text(block.Values, from + difference, from + difference + 1, type, isList: false)}";
    }
}
