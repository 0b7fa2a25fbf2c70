using Ristretto.Events.Selections;

namespace Ristretto.Histograms.Filling;

/// <summary>The rows of a histogram that events belong to: the one row of a histogram without categories, otherwise one, several or none by the events' categories.</summary>
internal readonly ref struct EventRows
{
    private readonly Categories? _categories;
    private readonly ReadOnlySpan<int> _positions;       // of an event among the combinations; empty where an event may belong to several
    private readonly int[] _cells;                       // the first cell of the row of each combination

    /// <exception cref="ArgumentException">The histogram has other category axes, or one of them lacks a category.</exception>
    internal EventRows(Histogram histogram, Categories? categories)
    {
        _categories = categories;
        _cells = histogram.FirstCells(categories);
        if (categories is null) return;
        if (categories.Positions is { } positions) _positions = positions.AsSpan();
        else AreSeveral = true;
    }

    /// <summary>Whether an event may belong to several rows.</summary>
    internal bool AreSeveral { get; }

    /// <summary>Number of rows that events may belong to.</summary>
    internal int Count => _cells.Length;

    /// <summary>For each event 1 where it belongs to a row, and the first cell of the row.</summary>
    internal ReadOnlySpan<byte> Of(int row, out int firstCell)
    {
        firstCell = _cells[row];
        return _categories!.Combinations[row].Belongs.AsBytes();
    }

    /// <summary>Number of rows that an event belongs to.</summary>
    internal int CountOf(int item)
    {
        if (_categories is null) return 1;
        if (!AreSeveral) return _positions[item] >= 0 ? 1 : 0;
        var count = 0;
        foreach (var combination in _categories.Combinations) count += combination.Belongs[item] ? 1 : 0;
        return count;
    }

    /// <summary>The first cells of the rows of events that follow each other; negative for none, zero where rows are added later.</summary>
    internal void Start(int first, Span<int> cells)
    {
        if (_categories is null || AreSeveral)
        {
            cells.Clear();
            return;
        }
        var positions = _positions.Slice(first, cells.Length);
        for (var i = 0; i < cells.Length; i++) cells[i] = positions[i] >= 0 ? _cells[positions[i]] : int.MinValue;
    }

    /// <summary>The first cells of the rows of these events.</summary>
    internal void Start(ReadOnlySpan<int> events, Span<int> cells)
    {
        if (_categories is null || AreSeveral)
        {
            cells.Clear();
            return;
        }
        for (var i = 0; i < cells.Length; i++) cells[i] = _positions[events[i]] is >= 0 and var row ? _cells[row] : int.MinValue;
    }
}
