using Ristretto.Histograms;
using Ristretto.Histograms.Axes;

namespace Ristretto.Tests.Histograms;

public class HistogramOperationsTests
{
    [Fact]
    public void Project_OneAxis_SumsTheOthersWithFlow()
    {
        var histogram = Example();

        Assert.Equal([1, 2, 4, 8], histogram.Project("x").Values);
        Assert.Equal([1, 10, 4], histogram.Project("region").Values);
        Assert.Equal(histogram.Values, histogram.Project("region", "x").Values);
        Assert.Equal((4, 85), (histogram.Project("x").Entries, histogram.Project("x").SumOfVariances()));
    }

    [Fact]
    public void Slice_OfACategory_RemovesTheAxis()
    {
        var histogram = Example();

        Assert.Equal([0, 2, 0, 8], histogram.Slice("region", "SB").Values);
        Assert.Equal([1, 0, 0, 0], histogram["SR"].Values);
        Assert.Equal([0, 0, 4], histogram.Slice("x", 2).Values);
        Assert.Contains("nearest: SB, SR", Assert.Throws<ArgumentException>(() => histogram["SX"]).Message);
        Assert.Contains("region", Assert.Throws<ArgumentException>(() => histogram.Slice("regio", "SR")).Message);
    }

    [Fact]
    public void Rebin_ByGroups_SendsTheRemainderToOverflow()
    {
        var histogram = Histogram.Regular("x", 5, 0, 5).Label("x [cm]");
        for (var i = -1; i <= 5; i++) histogram.Fill(i, 1 << (i + 1));

        var rebinned = histogram.Rebin(2);

        Assert.Equal([1, 2 + 4, 8 + 16, 32 + 64], rebinned.Values);
        Assert.Equal([0, 2, 4], rebinned.Axes[0].Edges);
        Assert.IsType<RegularAxis>(rebinned.Axes[0]);
        Assert.Equal("x [cm]", rebinned.Axes[0].Label);
        Assert.Equal(7, rebinned.Entries);
    }

    [Fact]
    public void Rebin_ToEdges_KeepsTheSum()
    {
        var histogram = Histogram.Regular("x", 5, 0, 5);
        for (var i = -1; i <= 5; i++) histogram.Fill(i, 1 << (i + 1));

        var rebinned = histogram.Rebin("x", 1, 2, 5);

        Assert.Equal([1 + 2, 4, 8 + 16 + 32, 64], rebinned.Values);
        Assert.IsType<VariableAxis>(rebinned.Axes[0]);
        Assert.Throws<ArgumentException>(() => histogram.Rebin("x", 0, 1.5));
    }

    [Fact]
    public void ScaleAndSum_OfTwo_ActCellByCell()
    {
        var (a, b) = (Example(), Example());

        var sum = 0.5 * (a + b * 3);

        Assert.Equal(2 * a.Sum(), sum.Sum());
        Assert.Equal(2.5 * a.SumOfVariances(), sum.SumOfVariances());
        Assert.Equal(15, a.Sum());
        Assert.Throws<ArgumentException>(() => a + Histogram.Regular("x", 3, 0, 3));
    }

    [Fact]
    public void Sum_WithoutFlow_LeavesTheFlowBinsOut()
    {
        var histogram = Example();

        Assert.Equal(15, histogram.Sum());
        Assert.Equal(2, histogram.Sum(flow: false));
    }

    [Fact]
    public void Merge_OfFilledBlocksOnly_TakesEverything()
    {
        var random = new Random(1);
        var (a, b) = (Histogram.Regular("x", 1000, 0, 1), Histogram.Regular("x", 1000, 0, 1));
        var all = new double[1002];
        for (var i = 0; i < 40; i++)
        {
            var (x, target) = (random.NextDouble(), i % 2 == 0 ? a : b);
            target.Fill(x, 2);
            all[((NumericAxis)a.Axes[0]).IndexOf(x)] += 2;
        }

        a.Merge(b);

        Assert.Equal(all, a.Values);
        Assert.Equal(40, a.Entries);
    }

    [Fact]
    public void Values_ReadBetweenFills_AreThoseOfTheMoment()
    {
        var histogram = Histogram.Regular("x", 1, 0, 1);
        Assert.Equal(0, histogram.Values[1]);

        histogram.Fill<double>([0.5]);
        Assert.Equal(1, histogram.Values[1]);
        histogram.Fill(0.5);
        Assert.Equal(2, histogram.Values[1]);
        histogram.Merge(histogram.Copy());
        Assert.Equal(4, histogram.Values[1]);
        histogram.Clear();
        Assert.Equal(0, histogram.Values[1]);
    }

    [Fact]
    public void By_FilledHistogram_IsRefused()
    {
        var histogram = Histogram.Regular("x", 1, 0, 1);
        histogram.Fill(0.5);

        Assert.Throws<InvalidOperationException>(() => histogram.By("tag", "a"));
        Assert.Throws<InvalidOperationException>(() => histogram.WithCounts());
        Assert.Throws<ArgumentException>(() => Histogram.Regular("x", 1, 0, 1).By("tag"));
        Assert.Throws<ArgumentException>(() => Histogram.Of("h", Axis.Regular("x", 1, 0, 1), Axis.Category("c", "a")));
        Assert.Throws<ArgumentException>(() => Histogram.Regular("x", 1, 0, 1).And(Axis.Regular("x", 1, 0, 1)));
    }

    // SR: underflow 1; SB: first bin 2, overflow 8; elsewhere: second bin 4.
    private static Histogram Example()
    {
        var histogram = Histogram.Regular("x", 2, 0, 2).By("region", "SR", "SB");
        histogram.Fill(-1, 1, "SR");
        histogram.Fill(0, 2, "SB");
        histogram.Fill(1, 4, "neither");
        histogram.Fill(9, 8, "SB");
        return histogram;
    }
}
