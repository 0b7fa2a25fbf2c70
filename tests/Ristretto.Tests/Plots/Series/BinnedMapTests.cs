using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Plots.Series;

namespace Ristretto.Tests.Plots.Series;

public sealed class BinnedMapTests
{
    [Fact]
    public void Of_HistogramOfTwoVariables_PutsTheFirstAlongX()
    {
        var histogram = Histogram.Of("plane", Axis.Regular("x", 3, 0, 3), Axis.Regular("y", 2, 0, 2));
        histogram.Fill((2.5, 0.5), 7);
        histogram.Fill((0.5, 1.5), 3);
        histogram.Fill((0.5, 5.0), 11);
        var map = BinnedMap.Of(histogram);

        Assert.Equal(7, map[2, 0]);
        Assert.Equal(3, map[0, 1]);
        Assert.Equal(11, map.Outside);
        Assert.Equal(10, map.Values.Sum());
    }

    [Fact]
    public void Series_OfAHistogramWithCategories_AsksForAChoice()
    {
        var histogram = Histogram.Regular("m4j", 3, 0, 3).By("tag", "fourTag", "threeTag");

        Assert.Contains("choose categories", Assert.Throws<ArgumentException>(() => BinnedSeries.Of(histogram)).Message);
        Assert.Equal(3, BinnedSeries.Of(histogram["fourTag"]).Axis.Count);
    }
}
