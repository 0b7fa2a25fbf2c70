namespace Ristretto.Plots.Series;

/// <summary>One-dimensional binned numbers: what figures draw, independent of how a histogram stores them.</summary>
public sealed partial class BinnedSeries
{
    /// <summary>Takes the numbers over; the arrays are not copied and must not change afterwards.</summary>
    /// <param name="axis">The bins.</param>
    /// <param name="values">Σw, shape <c>[bins]</c>.</param>
    /// <param name="variances">Σw², shape <c>[bins]</c>.</param>
    /// <param name="underflow">What lies below the first edge.</param>
    /// <param name="overflow">What lies at or above the last edge.</param>
    /// <exception cref="ArgumentException">A length differs from the number of bins.</exception>
    public BinnedSeries(BinAxis axis, IReadOnlyList<double> values, IReadOnlyList<double> variances, WeightedSum underflow = default, WeightedSum overflow = default)
    {
        if (values.Count != axis.Count || variances.Count != axis.Count)
            throw new ArgumentException($"axis \"{axis.Label}\" has {axis.Count} bins, but there are {values.Count} values and {variances.Count} variances");
        Axis = axis;
        Values = values;
        Variances = variances;
        Underflow = underflow;
        Overflow = overflow;
    }

    /// <summary>The bins.</summary>
    public BinAxis Axis { get; }

    /// <summary>Σw of every bin.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Σw² of every bin.</summary>
    public IReadOnlyList<double> Variances { get; }

    /// <summary>What lies below the first edge.</summary>
    public WeightedSum Underflow { get; }

    /// <summary>What lies at or above the last edge.</summary>
    public WeightedSum Overflow { get; }

    /// <summary>The sum of the bins, without under- and overflow.</summary>
    public WeightedSum Visible => new(Values.Sum(), Variances.Sum());

    /// <summary>The sum of everything, under- and overflow included.</summary>
    public WeightedSum Total => Visible + Underflow + Overflow;

    /// <summary>All values times a factor.</summary>
    public BinnedSeries Scale(double factor)
    {
        WeightedSum Scaled(WeightedSum sum) => new(factor * sum.Value, factor * factor * sum.Variance);
        return new(Axis, [.. Values.Select(value => factor * value)], [.. Variances.Select(variance => factor * factor * variance)], Scaled(Underflow), Scaled(Overflow));
    }

    /// <summary>The bin-by-bin sum of two independent series.</summary>
    /// <exception cref="ArgumentException">The bins differ.</exception>
    public BinnedSeries Add(BinnedSeries other)
    {
        RequireSameBins(other);
        return new(Axis, [.. Values.Zip(other.Values, (a, b) => a + b)], [.. Variances.Zip(other.Variances, (a, b) => a + b)], Underflow + other.Underflow, Overflow + other.Overflow);
    }

    /// <summary>Values divided by the bin widths, errors alike; under- and overflow stay as they are.</summary>
    public BinnedSeries DividedByWidth() => new(
        Axis,
        [.. Values.Select((value, bin) => value / Axis.Width(bin))],
        [.. Variances.Select((variance, bin) => variance / (Axis.Width(bin) * Axis.Width(bin)))],
        Underflow,
        Overflow);

    /// <summary>The series with under- and overflow added to the first and the last bin.</summary>
    public BinnedSeries WithFlowInEdgeBins()
    {
        double[] values = [.. Values], variances = [.. Variances];
        (values[0], variances[0]) = (values[0] + Underflow.Value, variances[0] + Underflow.Variance);
        (values[^1], variances[^1]) = (values[^1] + Overflow.Value, variances[^1] + Overflow.Variance);
        return new(Axis, values, variances);
    }

    /// <summary>Checks that another series has the same bins.</summary>
    /// <exception cref="ArgumentException">The bins differ.</exception>
    public void RequireSameBins(BinnedSeries other)
    {
        if (!Axis.Edges.SequenceEqual(other.Axis.Edges))
        {
            throw new ArgumentException(
                $"series on axis \"{other.Axis.Label}\" ({other.Axis.Count} bins from {other.Axis.Edges[0]:R} to {other.Axis.Edges[^1]:R}) cannot be drawn with " +
                $"one on \"{Axis.Label}\" ({Axis.Count} bins from {Axis.Edges[0]:R} to {Axis.Edges[^1]:R}); rebin one of them");
        }
    }
}
