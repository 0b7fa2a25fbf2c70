using Ristretto.Columns.Arrays;

namespace Ristretto.Histograms.Booking;

/// <summary>Weight and row of each event, repeated for objects when a histogram of objects asks for it; the histograms of one collection ask for the same.</summary>
internal sealed class EventColumns
{
    private Lists _lists;
    private Column<double> _weights;
    private Column<int> _rows;

    internal EventColumns(Column<double> weights, Column<int> rows)
    {
        if (weights.Length != rows.Length) throw new ArgumentException($"{weights.Length} weights and {rows.Length} rows do not go together");
        (Weights, Rows) = (weights, rows);
    }

    internal Column<double> Weights { get; }

    internal Column<int> Rows { get; }

    /// <summary>One weight and one row per object.</summary>
    /// <exception cref="ArgumentException">There are lists for another number of events.</exception>
    internal (Column<double> Weights, Column<int> Rows) For(Lists lists)
    {
        if (_weights.Length == 0 || !_lists.Offsets.SequenceEqual(lists.Offsets))
            (_lists, _weights, _rows) = (lists, Weights.RepeatFor(lists).Flat, Rows.RepeatFor(lists).Flat);
        return (_weights, _rows);
    }
}
