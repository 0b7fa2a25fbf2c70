using Ristretto.Histograms;

namespace Ristretto.Plots.Series;

public sealed partial class BinnedMap
{
    /// <summary>Copies the content of a histogram with two axes; the first is drawn along x.</summary>
    /// <exception cref="ArgumentException">It does not have two axes.</exception>
    public static implicit operator BinnedMap(Histogram histogram) => Of(histogram);

    /// <summary>Copies the content of a histogram with two axes; the first is drawn along x.</summary>
    /// <exception cref="ArgumentException">It does not have two axes.</exception>
    public static BinnedMap Of(Histogram histogram)
    {
        if (histogram.Axes.Count != 2)
            throw new ArgumentException($"histogram \"{histogram.Name}\" has {histogram.Axes.Count} axes, a map has two; choose categories with [\"…\"] or keep two axes with Project", nameof(histogram));
        var (x, y) = (histogram.Axes[0], histogram.Axes[1]);
        var cells = new double[x.Bins * y.Bins];
        for (var i = 0; i < x.Bins; i++)
            histogram.Values.Slice((x.First + i) * y.Extent + y.First, y.Bins).CopyTo(cells.AsSpan(i * y.Bins));
        return new(BinAxis.Of(x), BinAxis.Of(y), cells, histogram.Sum() - histogram.Sum(flow: false));
    }
}
