using Ristretto.Columns.Accumulation;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Growing;

namespace Ristretto.Tests.Histograms.Growing;

public class GrowingHistogramTests
{
    [Fact]
    public void Fill_OutsideTheRange_MakesBinsOfTheSameWidth()
    {
        var histogram = GrowingHistogram.Of("h", GrowingAxis.Regular("x", 2, 0, 1));

        foreach (var x in (double[])[0.25, -0.6, 1, 2.49, double.NaN, double.NegativeInfinity]) histogram.Fill(x);

        var grown = histogram.ToHistogram();
        Assert.Equal([-1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5], grown.Axes[0].Edges);
        Assert.Equal([1, 1, 0, 1, 0, 1, 0, 1, 1], grown.Values);
        Assert.Equal((6, 1), (grown.Entries, grown.NanCount));
    }

    [Fact]
    public void Fill_NewCategories_StandInTheOrderOfTheirComing()
    {
        var histogram = GrowingHistogram.Of("h", GrowingAxis.Category("sample", "data"), GrowingAxis.IntCategory("n"), Axis.Boolean("b"));

        histogram.Fill(["tt"], [7, 1], 2);
        histogram.Fill(["data"], [3, 0], 3);
        histogram.Fill(["tt"], [7.5, 1], 4);

        var grown = histogram.ToHistogram();
        Assert.Equal(["data", "tt"], grown.Categories[0].Categories);
        Assert.Equal([7, 3], ((IntCategoryAxis)grown.Axes[1]).Categories);
        Assert.Equal([0, 0, 3, 0, 0, 0, 0, 2, 0, 0, 0, 4], grown.Values);
        Assert.Equal([0, 0, 9, 0, 0, 0, 0, 4, 0, 0, 0, 16], grown.Variances);
    }

    [Fact]
    public void FilledRows_FewOfManyCombinations_AreAllThatTakeMemory()
    {
        var histogram = GrowingHistogram.Of("h", Axis.Category("a", [.. Enumerable.Range(0, 300).Select(i => $"a{i}")]), Axis.Category("b", [.. Enumerable.Range(0, 300).Select(i => $"b{i}")]),
            Axis.Regular("x", 98, 0, 1));

        histogram.Fill<float>([0.5f, 0.7f], [1, 2], "a7", "b9");
        histogram.Fill(0.1, 1, "a299", "b0");
        histogram.Fill(0.1, 1, "a299", "b0");

        Assert.Equal((2, 2 * 100 * 16, 4), (histogram.FilledRows, histogram.CellBytes, histogram.Entries));
        Assert.Equal(3, histogram.ToHistogram()["a7", "b9"].Sum());
    }

    [Fact]
    public void Fill_InLanes_GivesTheSameForAnyNumberOfThreads()
    {
        var random = new Random(4);
        (string Sample, double X, double Weight)[][] entries = [.. Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, 200)
            .Select(_ => ($"s{random.Next(40)}", 20 * random.NextDouble() - 10, random.NextDouble())).ToArray())];
        // By definition: the order in which the lanes bring the categories, and each lane added up by itself.
        string[] order = [.. entries.SelectMany(lane => lane).Select(entry => entry.Sample).Distinct()];
        var sum = entries.Select(lane => lane.Where(entry => entry is { Sample: "s7", X: >= 2 and < 3 }).Aggregate(0.0, (s, entry) => s + entry.Weight)).Where(s => s > 0).Aggregate((a, b) => a + b);
        foreach (var threads in (int[])[1, 2, 4])
        {
            var histogram = GrowingHistogram.Of("h", GrowingAxis.Category("sample"), GrowingAxis.Regular("x", 1, 0, 1));
            var lanes = Enumerable.Range(0, 8).Select(_ => new Lane()).ToArray();
            Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            {
                lanes[7 - i].Enter();
                foreach (var (sample, x, weight) in entries[7 - i]) histogram.Fill(x, weight, sample);
                Lane.Leave();
            });
            foreach (var lane in lanes) lane.MergeAndClear();

            var grown = histogram.ToHistogram();
            Assert.Equal(order, grown.Categories[0].Categories);
            Assert.Equal(20, grown.Axes[1].Bins);
            Assert.Equal(sum, grown["s7"].ValueAt(13));
            Assert.Equal(1600, grown.Entries);
        }
    }

    [Fact]
    public void Merge_OfTwo_AlignsCategoriesByName()
    {
        var (a, b) = (GrowingHistogram.Of("h", GrowingAxis.Category("c"), GrowingAxis.Integer("n", 0, 1)), GrowingHistogram.Of("h", GrowingAxis.Category("c"), GrowingAxis.Integer("n", 0, 1)));
        a.Fill(0, 1, "x");
        b.Fill(2, 10, "y");
        b.Fill(-1, 100, "x");

        a.Merge(b);

        Assert.Equal([0, 100, 1, 0, 0, 0], a.ToHistogram()["x"].Values);
        Assert.Equal([0, 0, 0, 0, 10, 0], a.ToHistogram()["y"].Values);
        Assert.Throws<ArgumentException>(() => a.Merge(GrowingHistogram.Of("h", GrowingAxis.Category("c"), GrowingAxis.Integer("n", 0, 2))));
    }

    [Fact]
    public void Fill_TooFarAway_NamesTheAxis()
    {
        var histogram = GrowingHistogram.Of("h", GrowingAxis.Category("c"), GrowingAxis.Regular("x", 1, 0, 1));

        Assert.Contains("\"x\" would grow to", Assert.Throws<ArgumentException>(() => histogram.Fill(1e12, 1, "a")).Message);
        histogram.Clear();
        Assert.Contains("\"c\" has no category yet", Assert.Throws<InvalidOperationException>(() => histogram.ToHistogram()).Message);
        Assert.Throws<ArgumentException>(() => histogram.Fill(1, 1));
        Assert.Throws<ArgumentException>(() => GrowingHistogram.Of("h", Axis.Boolean("b"), GrowingAxis.Category("c")));
    }
}
