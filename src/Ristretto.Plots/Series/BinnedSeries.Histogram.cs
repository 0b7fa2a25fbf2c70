using Ristretto.Histograms;

namespace Ristretto.Plots.Series;

public sealed partial class BinnedSeries
{
    /// <summary>Copies the content of a histogram with one axis.</summary>
    /// <exception cref="ArgumentException">It has more axes, or its variances are unknown.</exception>
    public static implicit operator BinnedSeries(Histogram histogram) => Of(histogram);

    /// <summary>Copies the content of a histogram with one axis.</summary>
    /// <exception cref="ArgumentException">It has more axes, or its variances are unknown.</exception>
    public static BinnedSeries Of(Histogram histogram)
    {
        if (histogram.Axes.Count != 1)
        {
            throw new ArgumentException(
                $"histogram \"{histogram.Name}\" has {histogram.Axes.Count} axes ({string.Join(", ", histogram.Axes.Select(axis => axis.Name))}); a series has one: " +
                "choose categories with [\"…\"] or keep one axis with Project", nameof(histogram));
        }

        if (!histogram.HasVariances) throw new ArgumentException($"histogram \"{histogram.Name}\" counts without squared weights but was filled with weights; its errors are unknown", nameof(histogram));
        var axis = histogram.Axes[0];
        var values = histogram.Values;
        var variances = histogram.Variances;
        var under = axis.HasUnderflow ? new WeightedSum(values[0], variances[0]) : default;
        var over = axis.HasOverflow ? new WeightedSum(values[^1], variances[^1]) : default;
        return new(BinAxis.Of(axis), values.Slice(axis.First, axis.Bins).ToArray(), variances.Slice(axis.First, axis.Bins).ToArray(), under, over);
    }
}
