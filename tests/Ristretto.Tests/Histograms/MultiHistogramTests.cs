using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Histograms;

/// <summary>Several sums in each bin, against as many histograms.</summary>
public class MultiHistogramTests
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_HH4b_UL18.root");

    [Theory]
    [InlineData(1, 2048)]
    [InlineData(3, 100)]
    public void Fill_Columns_GivesTheSumsOfSeparateHistograms(int threads, int tile)
    {
        var together = MultiHistogram.Of("MET", 5, Axis.Regular("MET", 20, 0, 100));
        var apart = Enumerable.Range(0, 5).Select(i => Histogram.Regular($"MET{i}", 20, 0, 100)).ToArray();

        Nano.Open(s_file).Run(ev =>
        {
            Column<double>[] weights = [.. Enumerable.Range(0, 5).Select(i => ev.MET.Phi.To<double>() * (1 + 0.3 * i))];
            together.Fill(ev.MET.Pt, weights);
            for (var i = 0; i < 5; i++) apart[i].Fill(ev.MET.Pt, weights[i]);
        }, new RunOptions { Threads = threads, TileSize = tile });

        for (var i = 0; i < 5; i++) Assert.Equal(apart[i].Values.ToArray(), together[i].Values.ToArray());
        Assert.Equal((5000, 5000), (together.Entries, together[4].Entries));
        Assert.False(together[0].HasVariances);
        Assert.NotEqual(together[0].Values.ToArray(), together[1].Values.ToArray());
    }

    [Fact]
    public void Fill_OneByOne_KnowsCategoriesFlowAndNaN()
    {
        var histogram = MultiHistogram.Of("x", 2, Axis.Category("tag", "a", "b"), Axis.Regular("x", 2, 0, 2));

        histogram.Fill(0.5, [1, 10], "b");
        histogram.Fill(7, [2, 20], "b");
        histogram.Fill(double.NaN, [3, 30], "a");
        histogram.Fill(-1, [4, 40], "other");

        Assert.Equal([0, 1, 0, 2], histogram[0]["b"].Values.ToArray());
        Assert.Equal([0, 0, 0, 30], histogram[1]["a"].Values.ToArray());
        Assert.Equal((4, 1, 100), (histogram.Entries, histogram[0].NanCount, histogram[1].Values.ToArray().Sum()));
        histogram.Clear();
        Assert.Equal(0, histogram[1].Values.ToArray().Sum());
    }

    [Fact]
    public void Fill_WithOtherNumbers_IsRefused()
    {
        var histogram = MultiHistogram.Of("pdf", 3, Axis.Regular("x", 2, 0, 2));
        var one = Column.Of(1.0);

        Assert.Equal("histogram \"pdf\" has 3 sums in each bin, 2 weights are given", Assert.Throws<ArgumentException>(() => histogram.Fill(one, one, one)).Message);
        Assert.StartsWith("histogram \"pdf\": 1 values and 2 weights do not go together", Assert.Throws<ArgumentException>(() => histogram.Fill(one, one, one, Column.Of(1.0, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => MultiHistogram.Of("none", 0, Axis.Regular("x", 2, 0, 2)));
    }
}
