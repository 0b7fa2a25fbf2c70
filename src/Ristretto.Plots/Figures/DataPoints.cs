using Ristretto.Histograms.Statistics;
using Ristretto.Plots.Drawing;
using Ristretto.Plots.Series;

namespace Ristretto.Plots.Figures;

/// <summary>Data as points with Garwood intervals.</summary>
internal static class DataPoints
{
    private const int WidthsShownUpTo = 25;

    /// <summary>The points of a series; an empty bin is a gap unless <paramref name="where"/> says that something was expected there.</summary>
    internal static PointMark Of(string label, BinnedSeries series, BinAxis axis, bool density, Func<int, bool> where)
    {
        var intervals = PoissonInterval.OfBins([.. series.Values], [.. series.Variances]);
        double[] values = new double[axis.Count], low = new double[axis.Count], high = new double[axis.Count];
        for (var bin = 0; bin < axis.Count; bin++)
        {
            var empty = series.Values[bin] == 0 && series.Variances[bin] == 0;
            var unit = density ? axis.Width(bin) : 1;
            (values[bin], low[bin], high[bin]) = empty && !where(bin)
                ? (double.NaN, double.NaN, double.NaN)
                : (series.Values[bin] / unit, intervals[bin].Low / unit, intervals[bin].High / unit);
        }

        return new("data", label, axis.Edges, values, low, high, ShowsWidths(axis), Color.Black);
    }

    /// <summary>Whether horizontal bars help: few bins, or bins of different widths.</summary>
    internal static bool ShowsWidths(BinAxis axis) => axis.BinLabels is null && (axis.Count <= WidthsShownUpTo || !axis.IsUniform);
}
