using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Graphs;

/// <summary>Number, sum, mean, spread and range of a quantity. Values that are no numbers are left out and counted.</summary>
public sealed class ColumnStatistics : IMergeable<ColumnStatistics>
{
    private double _squares;     // of differences from the mean

    /// <summary>Number of values.</summary>
    public long Count { get; private set; }

    /// <summary>Number of values that were NaN.</summary>
    public long NanCount { get; private set; }

    /// <summary>Sum of the values.</summary>
    public double Sum { get; private set; }

    /// <summary>Mean; NaN without values.</summary>
    public double Mean => Count == 0 ? double.NaN : Sum / Count;

    /// <summary>Standard deviation of the values, as of a sample (n − 1); NaN with fewer than two.</summary>
    public double StandardDeviation => Count < 2 ? double.NaN : Math.Sqrt(_squares / (Count - 1));

    /// <summary>Smallest value; infinity without values.</summary>
    public double Min { get; private set; } = double.PositiveInfinity;

    /// <summary>Largest value; minus infinity without values.</summary>
    public double Max { get; private set; } = double.NegativeInfinity;

    /// <inheritdoc/>
    public ColumnStatistics CreateEmpty() => new();

    /// <inheritdoc/>
    public void Merge(ColumnStatistics other)
    {
        if (Count > 0 && other.Count > 0)
        {
            var shift = other.Mean - Mean;
            _squares += other._squares + shift * shift * Count * other.Count / (Count + other.Count);
        }
        else
        {
            _squares += other._squares;
        }
        (Count, NanCount, Sum) = (Count + other.Count, NanCount + other.NanCount, Sum + other.Sum);
        (Min, Max) = (Math.Min(Min, other.Min), Math.Max(Max, other.Max));
    }

    /// <inheritdoc/>
    public void Clear() => (Count, NanCount, Sum, _squares, Min, Max) = (0, 0, 0, 0, double.PositiveInfinity, double.NegativeInfinity);

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Count} values, mean {Mean:g6}, standard deviation {StandardDeviation:g6}, {Min:g6} to {Max:g6}");

    /// <summary>Counts values without looking at them.</summary>
    internal void AddCount(int count) => Count += count;

    // Value by value, so that the result does not depend on how the events are divided into batches (B. P. Welford's recurrence).
    internal void Add(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                NanCount++;
                continue;
            }
            var before = Count == 0 ? value : Mean;
            Count++;
            Sum += value;
            _squares += (value - before) * (value - Mean);
            (Min, Max) = (Math.Min(Min, value), Math.Max(Max, value));
        }
    }
}
