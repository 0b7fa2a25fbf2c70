using Ristretto.Histograms;
using Ristretto.Plots.Figures;

namespace Ristretto.Plots;

/// <summary>The short way from a histogram to a figure.</summary>
public static class HistogramPlots
{
    /// <summary>A figure of the histogram alone: <c>jets.Plot().Save("jets.svg")</c>. One axis gives a filled line with error band, two axes a map of colours.</summary>
    /// <exception cref="ArgumentException">The histogram has more than two axes, or its errors are unknown.</exception>
    public static Figure Plot(this Histogram histogram)
    {
        if (histogram.Axes.Count == 2) return Figure.Map(histogram.Name).Content(histogram);
        return Figure.Shapes(histogram.Name).Add(histogram, histogram.Title);
    }
}
