using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Comparisons;
using Ristretto.Histograms.Indexing;

namespace Ristretto.Tests.Histograms.Comparisons;

public sealed class HistogramComparisonTests
{
    private const double Upper0 = 1.8410216450093;

    [Fact]
    public void RatioTo_EmptyBins_AreGapsOrUpperLimitsWithTheNearestMeanWeight()
    {
        var data = Of("data", [2, 0, 0, 8], [1, 0, 0, 16]);      // mean weights 0.5 and 2
        var model = Of("model", [1, 1, 0, 4], [0.1, 0.1, 0, 0.2]);

        var ratio = data.RatioTo(model);

        Assert.Equal((2, 0, 2), (ratio[0].Value, ratio[1].Value, ratio[3].Value));
        Assert.Equal(0.5 * Upper0, ratio[1].High, 1e-12);
        Assert.True(ratio[2].IsGap);
        Assert.Equal(2 * Upper0, data.PoissonIntervals()[3].High, 1e-12);
        Assert.True(ratio[BinIndex.Underflow].IsGap);
        Assert.Equal((6, 4), (ratio.Length, ratio.Axes[0].Bins));
    }

    [Fact]
    public void RatioTo_TwoEquallyNear_TheLowerOneCounts() =>
        Assert.Equal(3 * Upper0, Of("data", [3, 0, 8, 0], [9, 0, 16, 0]).PoissonIntervals()[2].High, 1e-12);

    [Fact]
    public void PoissonIntervals_RowsOfCategories_TakeTheirOwnWeights()
    {
        var h = Histogram.Of("h", Axis.Category("process", "a", "b", "c"), Axis.Regular("x", 3, 0, 3));
        h.Fill(0.5, 7, "a");
        h.Fill(2.5, 0.1, "b");
        var intervals = h.PoissonIntervals();

        Assert.Equal(7 * Upper0, intervals[3].High, 1e-12);              // a, third bin: two bins away in its own row, one from the row below
        Assert.Equal(0.1 * Upper0, intervals[5 + 1].High, 1e-12);
        Assert.Equal(0.1 * Upper0, intervals[10 + 2].High, 1e-12);       // nothing in all of c
    }

    [Fact]
    public void PoissonIntervals_FlowAlone_TellsNoWeight()
    {
        var h = Histogram.Regular("h", 2, 0, 1);
        h.Fill(-5, 9);
        Assert.Equal(Upper0, h.PoissonIntervals()[1].High, 1e-12);
    }

    [Fact]
    public void PullTo_Model_DividesByTheOwnDeviation()
    {
        var pull = Of("data", [4, 0, 0, 9], [4, 0, 0, 9]).PullTo(Of("model", [2, 1, 0, 12], [1, 1, 0, 1]));
        Assert.Equal((1, double.NegativeInfinity, -1), (pull[0].Value, pull[1].Value, pull[3].Value));
        Assert.True(pull[2].IsGap);
    }

    [Fact]
    public void DifferenceTo_RelativeDifferenceTo_AsymmetryTo_AreTheirDefinitions()
    {
        var (a, b) = (Of("a", [5, 1, 0, 6], [5, 1, 0, 6]), Of("b", [4, 2, 0, 3], [4, 2, 0, 3]));

        Assert.Equal(new Estimate(1, -2, 4), a.DifferenceTo(b)[0]);
        Assert.Equal(a.RatioTo(b)[3].High - 1, a.RelativeDifferenceTo(b)[3].High);
        Assert.Equal(1, a.RelativeDifferenceTo(b)[3].Value);
        Assert.Equal(1.0 / 3, a.AsymmetryTo(b)[3].Value, 1e-15);
        Assert.True(a.AsymmetryTo(b)[2].IsGap);
    }

    [Fact]
    public void EfficiencyOf_CountsOfData_IsClopperPearson()
    {
        var (passed, all) = (Histogram.Of("passed", Axis.Regular("x", 2, 0, 2)).WithCounts(), Histogram.Of("all", Axis.Regular("x", 2, 0, 2)));
        for (var i = 0; i < 10; i++) all.Fill(0.5);
        for (var i = 0; i < 3; i++) passed.Fill(0.5);

        Assert.Equal(0.50826248199025, passed.EfficiencyOf(all)[0].High, 1e-12);
        passed.Fill(1.5);
        var error = Assert.Throws<ArgumentException>(() => passed.EfficiencyOf(all));
        Assert.StartsWith("histograms \"passed\" and \"all\", x [1, 2): more passed than there are: 1 of 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RatioTo_OtherAxes_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Of("a", [1, 1, 1, 1], [1, 1, 1, 1]).RatioTo(Histogram.Regular("b", 5, 0, 4)));

    private static Histogram Of(string name, double[] values, double[] variances)
    {
        var result = Histogram.Of(name, Axis.Regular("x", 4, 0, 4));
        result.SetValues(values, variances);
        return result;
    }
}
