using Ristretto.Columns.Accumulation;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Storages;

namespace Ristretto.Tests.Histograms;

/// <summary>Large histograms, whose cells lie in pages: the sums are those of a plain loop over arrays.</summary>
public sealed class HistogramPagesTests
{
    private const int Bins = 3 * HistogramStorage.PagedFrom + 5;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Fill_InLanes_GivesTheBitsOfTheDefinition(bool isWeighted, bool areCounts)
    {
        var histogram = Histogram.Integer("x", 0, Bins);
        if (areCounts) histogram = histogram.WithCounts();
        var lane = new Lane();
        var (values, variances) = (new double[histogram.Length], new double[histogram.Length]);
        foreach (var seed in (int[])[3, 4, 5])
        {
            var (x, weights) = Entries(seed, isWeighted);
            var (ofLane, squares) = (new double[histogram.Length], new double[histogram.Length]);
            for (var i = 0; i < x.Length; i++)
            {
                var cell = histogram.Variables[0].IndexOf(x[i]);
                ofLane[cell] += weights[i];
                squares[cell] += weights[i] * weights[i];
            }
            for (var cell = 0; cell < values.Length; cell++) (values[cell], variances[cell]) = (values[cell] + ofLane[cell], variances[cell] + squares[cell]);
            lane.Enter();
            histogram.Fill<double>(x.AsSpan(0, 500));               // of weight one, before the others
            for (var i = 500; i < 600; i++) histogram.Fill(x[i], weights[i]);
            histogram.Fill<double>(x.AsSpan(600), weights.AsSpan(600));
            Lane.Leave();
            lane.MergeAndClear();
        }

        Assert.Equal(values, histogram.Values.ToArray());
        if (histogram.HasVariances) Assert.Equal(variances, histogram.Variances.ToArray());
        Assert.Equal(isWeighted && areCounts, !histogram.HasVariances);
        Assert.Equal(3 * 2000, histogram.Entries);
        histogram.Clear();
        Assert.Equal((0, 0), (histogram.Sum(), histogram.Content.PageCount));
    }

    [Fact]
    public void Fill_FewRowsOfManyCategories_TakesThePagesOfThose()
    {
        string[] names = [.. Enumerable.Range(0, 200).Select(i => $"c{i}")];
        var histogram = Histogram.Of("h", Axis.Category("sample", names), Axis.Category("variation", names), Axis.Regular("x", 50, 0, 1));     // 2.1 million cells
        histogram.Fill(0.5, 2, "c7", "c150");
        histogram.Fill(0.5, 3, "c199", "c0");

        Assert.Equal(2, histogram.Content.PageCount);
        Assert.Equal((2, 9), (histogram["c7", "c150"].Sum(), histogram["c199", "c0"].SumOfVariances()));
    }

    [Fact]
    public void Merge_CountsIntoPairs_AddsBothSums()
    {
        var (a, b) = (Histogram.Integer("x", 0, Bins), Histogram.Integer("x", 0, Bins));
        a.Fill(40_000, 3);
        b.Fill(40_000);
        b.Fill(5);
        var sum = a + b;

        Assert.Equal((4, 10), (sum.ValueAt(40_001), sum.VarianceAt(40_001)));
        Assert.Equal((1, 1), (sum.ValueAt(6), sum.VarianceAt(6)));
        Assert.Equal((4, 10), ((b + a).ValueAt(40_001), (b + a).VarianceAt(40_001)));
    }

    [Fact]
    public void SetValues_MinusZero_IsKept()
    {
        var histogram = Histogram.Of("x", Axis.Integer("x", 0, Bins).WithoutFlow());
        var values = new double[Bins];
        (values[9], values[30_000]) = (-0.0, 5);
        histogram.SetValues(values);

        Assert.True(double.IsNegative(histogram.Values[9]));
        Assert.Equal((5, 5), (histogram.Values[30_000], histogram.Copy().Variances[30_000]));
        histogram.SetValues(new double[Bins]);
        Assert.Equal(0, histogram.Sum());
    }

    [Fact]
    public async Task Take_AheadOfTheFirst_WaitsUntilThereIsMemoryOrItsTurn()
    {
        using var memory = new LaneMemory(2 * LaneMemory.PageBytes, () => false);
        var (first, second, third) = (new Lane(), new Lane(), new Lane());
        memory.Begin(first, 0);
        memory.Begin(second, 1);
        memory.Begin(third, 2);

        for (var i = 0; i < 5; i++) memory.Take(first, mayWait: true);       // never waits
        memory.Take(second, mayWait: true);
        memory.Take(third, mayWait: true);
        memory.Take(third, mayWait: false);                                  // merging into it does not wait
        var waiting = Task.Run(() => memory.Take(second, mayWait: true), TestContext.Current.CancellationToken);
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(300, TestContext.Current.CancellationToken)));

        memory.Advance(1);
        await waiting;
        Assert.Equal((5, 2, 2), (first.Pages, second.Pages, third.Pages));
    }

    [Fact]
    public void Take_RunEnds_StopsTheWaiting()
    {
        using var memory = new LaneMemory(0, () => true);
        var lane = new Lane();
        memory.Begin(lane, 1);
        Assert.Throws<LaneStoppedException>(() => memory.Take(lane, mayWait: true));
    }

    private static (double[] X, double[] Weights) Entries(int seed, bool areWeighted)
    {
        var random = new Random(seed);
        double[] x = [.. Enumerable.Range(0, 2000).Select(_ => (double)random.Next(-2, Bins + 2))];
        double[] weights = [.. Enumerable.Range(0, 2000).Select(i => areWeighted && i >= 500 ? random.NextDouble() : 1)];
        return (x, weights);
    }
}
