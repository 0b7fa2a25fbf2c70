using Ristretto.Columns.Accumulation;
using Ristretto.Histograms;

namespace Ristretto.Tests.Histograms;

public class HistogramLaneTests
{
    [Fact]
    public void Fill_InLanes_MergesInTheirOrderWhateverThreadRanThem()
    {
        var random = new Random(5);
        double[][] weights = [.. Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, 1000).Select(_ => random.NextDouble()).ToArray())];
        var expected = new double[8];
        for (var lane = 0; lane < 8; lane++) foreach (var weight in weights[lane]) expected[lane] += weight;
        var sum = expected.Aggregate(0.0, (total, lane) => total + lane);
        foreach (var threads in (int[])[1, 2, 4])
        {
            var histogram = Histogram.Regular("x", 1, 0, 1);
            var lanes = Enumerable.Range(0, 8).Select(_ => new Lane()).ToArray();

            Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            {
                lanes[i].Enter();
                var half = weights[i].AsSpan(0, 500);
                histogram.Fill<double>(new double[500], half);
                foreach (var weight in weights[i].AsSpan(500)) histogram.Fill(0.5, weight);
                Lane.Leave();
            });
            Assert.Equal(0, histogram.Entries);
            foreach (var lane in lanes) lane.MergeAndClear();

            Assert.Equal(sum, histogram.Values[1]);
            Assert.Equal(8000, histogram.Entries);
        }
    }

    [Fact]
    public void MergeAndClear_LaneUsedAgain_StartsFromNothing()
    {
        var histogram = Histogram.Regular("x", 100, 0, 100).By("region", "SR", "SB");
        var lane = new Lane();
        for (var run = 0; run < 3; run++)
        {
            lane.Enter();
            histogram.Fill(run * 30.0, 1, "SB");
            histogram.Fill(double.NaN, 1, "SR");
            Lane.Leave();
            lane.MergeAndClear();
        }

        Assert.Equal((6, 3), (histogram.Entries, histogram.NanCount));
        Assert.Equal(3, histogram["SB"].Sum());
        Assert.Equal(1, histogram["SB"].ValueAt(61));
        Assert.Equal(3, histogram["SR"].ValueAt(101));
    }

    [Fact]
    public void Clear_OfALane_ForgetsWhatWasFilled()
    {
        var histogram = Histogram.Regular("x", 1, 0, 1);
        var lane = new Lane();
        lane.Enter();
        histogram.Fill(0.5);
        Lane.Leave();

        lane.Clear();
        lane.MergeAndClear();

        Assert.Equal(0, histogram.Sum());
    }
}
