using Ristretto.Histograms.Comparisons;
using Ristretto.Histograms.Statistics;
using Ristretto.Plots.Drawing;
using Ristretto.Plots.Series;
using Ristretto.Plots.Styles;

namespace Ristretto.Plots.Figures;

/// <summary>The panel with data over expectation.</summary>
/// <remarks>The error bars are those of the data alone; the error of the expectation is the band around 1. Where both are zero, or nothing is expected, there is a gap;
/// no data over some expectation is a point at zero with its upper limit.</remarks>
internal static class RatioComposer
{
    private static readonly double[] s_halfRanges = [0.1, 0.25, 0.5, 1];

    internal static Panel Compose(BinnedSeries data, BinnedSeries expectation, AxisModel x, (double Low, double High)? range, PlotStyle style)
    {
        var axis = data.Axis;
        var scales = MeanWeight.OfEmptyBins([.. data.Values], [.. data.Variances]);
        double[] ratio = Gaps(axis.Count), low = Gaps(axis.Count), high = Gaps(axis.Count), bandLow = Gaps(axis.Count), bandHigh = Gaps(axis.Count);
        for (var bin = 0; bin < axis.Count; bin++)
        {
            var expected = expectation.Values[bin];
            if (!(expected > 0)) continue;
            var error = Math.Sqrt(expectation.Variances[bin]) / expected;
            (bandLow[bin], bandHigh[bin]) = (1 - error, 1 + error);
            (ratio[bin], low[bin], high[bin]) = Ratio.Of(data.Values[bin], data.Variances[bin], expected, expectation.Variances[bin], RatioUncertainty.Poisson, scales[bin]);
        }

        var (start, end) = range ?? Range(ratio, low, high);
        Mark[] marks =
        [
            new AreaMark("uncertainty", "Stat. unc.", axis.Edges, bandLow, bandHigh, Color.Black.WithOpacity(0.22)),
            new RuleMark("unity", 1, new(Color.Black, 1.2, new(6, 4))),
            new PointMark("ratio", "Data / Exp.", axis.Edges, ratio, low, high, DataPoints.ShowsWidths(axis), Color.Black),
        ];
        return new("ratio", x, new("Data / Exp.", start, end), marks);
    }

    // The smallest of a few round ranges that shows nine tenths of the points; points beyond become arrows.
    private static (double Low, double High) Range(double[] ratio, double[] low, double[] high)
    {
        double[] distances =
        [
            .. Enumerable.Range(0, ratio.Length)
                .Where(bin => double.IsFinite(ratio[bin]) && high[bin] - low[bin] < 1.2)
                .Select(bin => Math.Abs(ratio[bin] - 1) + (high[bin] - low[bin]) / 4)
                .Order(),
        ];
        var typical = distances.Length == 0 ? 1 : distances[Math.Min(distances.Length - 1, (int)(0.9 * distances.Length))];
        var half = s_halfRanges.FirstOrDefault(candidate => candidate * 1.15 >= typical, 1);
        return half == 1 ? (0, 2) : (1 - 1.3 * half, 1 + 1.3 * half);
    }

    private static double[] Gaps(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}
