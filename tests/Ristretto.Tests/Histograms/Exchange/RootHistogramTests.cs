using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Exchange;

namespace Ristretto.Tests.Histograms.Exchange;

public class RootHistogramTests
{
    [Fact]
    public void ToRecords_WithCategories_GivesOneHistogramPerCombination()
    {
        var histogram = Histogram.Regular("m4j", 2, 0, 2).Label("m_{4j} [GeV]").By("tag", "threeTag", "fourTag").By("region", "SR", "SB");
        histogram.Fill(0.5, 3, "fourTag", "SR");
        histogram.Fill(1.5, 4, "fourTag", "SR");
        histogram.Fill(1.5, 9, "fourTag", "elsewhere");

        var records = RootHistogram.ToRecords(histogram).ToArray();

        Assert.Equal(["threeTag/SR", "threeTag/SB", "fourTag/SR", "fourTag/SB"], records.Select(r => string.Join('/', r.Categories)));
        var record = records[2].Record;
        Assert.Equal(("TH1D", "m4j", "m_{4j} [GeV]"), (record.Class, record.Name, record.Axes[0].Title));
        Assert.Equal([0, 3, 4, 0], record.Contents);
        Assert.Equal([0, 9, 16, 0], record.SumW2);
        Assert.Equal(49.0 / 25, record.Entries);
        Assert.Equal([new("fTsumw", 7), new("fTsumw2", 25), new("fTsumwx", 1.5 + 6), new("fTsumwx2", 0.75 + 9)], record.Statistics);
    }

    [Fact]
    public void ToRecord_TwoDimensions_TurnsTheOrderOfCells()
    {
        var histogram = Histogram.Regular("x", 2, 0, 2).And(Axis.Variable("y", 0, 1, 3, 7));
        histogram.Fill((0.5, 2), 3);
        histogram.Fill((5, 0.5), 2);

        var record = RootHistogram.ToRecord(histogram);

        Assert.Equal(3, record.Contents[1 + 4 * 2]);
        Assert.Equal(2, record.Contents[3 + 4 * 1]);
        Assert.Equal(5, record.Contents.Sum());
        Assert.Equal([3, 9, 1.5, 0.75, 6, 12, 3], record.Statistics.Select(sum => sum.Value));
        Assert.Equal([0, 1, 3, 7], record.Axes[1].Edges);
    }

    [Fact]
    public void ToRecord_CategoryVariable_HasLabelledBins()
    {
        var histogram = Histogram.IntCategory("puId", 0, 4, 7);
        histogram.Fill<double>([0, 4, 4, 5]);

        var record = RootHistogram.ToRecord(histogram);

        Assert.Equal(["0", "4", "7"], record.Axes[0].Labels);
        Assert.Equal([0, 1, 2, 0, 1], record.Contents);
    }

    [Fact]
    public void FromRecord_OfARecord_GivesTheHistogramBack()
    {
        var random = new Random(4);
        var histogram = Histogram.Of("h", Axis.Category("x", "a", "b"), Axis.Regular("y", 3, 0, 1), Axis.Variable("z", 0, 0.2, 1));
        for (var i = 0; i < 300; i++) histogram.FillRow(random.Next(3), random.NextDouble(), 1.2 * random.NextDouble() - 0.1, 1.2 * random.NextDouble() - 0.1);

        var back = RootHistogram.FromRecord(RootHistogram.ToRecord(histogram));

        Assert.All(histogram.Axes.Zip(back.Axes), pair => Assert.True(pair.First.Matches(pair.Second)));
        Assert.Equal(histogram.Values, back.Values);
        Assert.Equal(histogram.Variances, back.Variances);
        Assert.Equal(histogram.Entries, back.Entries);
    }

    [Fact]
    public void ToRecord_FourAxes_IsRefused()
    {
        var histogram = Histogram.Of("h", [.. "abcd".Select(c => Axis.Regular(c.ToString(), 1, 0, 1))]);

        Assert.Throws<ArgumentException>(() => RootHistogram.ToRecord(histogram));
        Assert.Throws<ArgumentException>(() => RootHistogram.ToRecords(histogram));
    }
}
