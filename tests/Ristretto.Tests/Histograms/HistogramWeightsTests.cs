using Ristretto.Columns.Accumulation;
using Ristretto.Histograms;

namespace Ristretto.Tests.Histograms;

/// <summary>Sums of weights and of their squares, whenever the first weight other than one comes.</summary>
public class HistogramWeightsTests
{
    private const int Bins = 70;                       // more than one block of cells

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fill_OnesAndWeightsInAnyOrder_GivesBothSums(bool inLanes)
    {
        var random = new Random(17);
        for (var trial = 0; trial < 200; trial++)
        {
            var histogram = Histogram.Regular("x", Bins, 0, Bins);
            var lanes = Enumerable.Range(0, inLanes ? 3 : 0).Select(_ => new Lane()).ToArray();
            var (sums, squares) = (new double[Bins + 2], new double[Bins + 2]);
            foreach (var lane in lanes.DefaultIfEmpty(null))
            {
                lane?.Enter();
                for (var step = 0; step < 4; step++) FillOnce(histogram, random, sums, squares);
                if (lane is not null) Lane.Leave();
            }
            foreach (var lane in lanes) lane.MergeAndClear();

            Assert.Equal(sums, histogram.Values.ToArray());
            Assert.Equal(squares, histogram.Variances.ToArray());
        }
    }

    [Fact]
    public void Merge_LaneWithWeightsIntoOnes_KeepsBothSums()
    {
        var histogram = Histogram.Regular("x", Bins, 0, Bins);
        histogram.Fill(3.0);
        var lane = new Lane();
        for (var run = 0; run < 2; run++)
        {
            lane.Enter();
            histogram.Fill(3.0, run == 0 ? 0.5 : 1);
            Lane.Leave();
            lane.MergeAndClear();
        }

        Assert.Equal((2.5, 2.25), (histogram.ValueAt(4), histogram.VarianceAt(4)));
    }

    [Fact]
    public void Variances_HistogramOfCounts_AreKnownAsLongAsAllWeightsAreOne()
    {
        var histogram = Histogram.Regular("x", 2, 0, 2).WithCounts();
        histogram.Fill<double>([0.5, 1.5], [1.0, 1.0]);
        Assert.Equal(1, histogram.VarianceAt(1));
        histogram.Fill<double>([0.5, 1.5], [1.0, 2.0]);
        Assert.False(histogram.HasVariances);
        Assert.Equal(3, histogram.ValueAt(2));
    }

    [Fact]
    public void Fill_RunsOfOneCell_HaveTheBitsOfOneByOne()
    {
        var random = new Random(23);
        for (var trial = 0; trial < 100; trial++)
        {
            var (blocks, single) = (Histogram.Regular("x", 3, 0, 3), Histogram.Regular("x", 3, 0, 3));
            double[] values = [.. Enumerable.Range(0, random.Next(60)).Select(_ => random.Next(5) == 0 ? random.Next(-1, 4) : 1.0)];
            double[] weights = [.. values.Select(_ => trial % 2 == 0 ? 1 : random.NextDouble())];

            blocks.Fill<double>(values, weights);
            for (var i = 0; i < values.Length; i++) single.Fill(values[i], weights[i]);

            Assert.Equal(single.Values.ToArray(), blocks.Values.ToArray());
            Assert.Equal(single.Variances.ToArray(), blocks.Variances.ToArray());
            Assert.Equal(single.Entries, blocks.Entries);
        }
    }

    private static void FillOnce(Histogram histogram, Random random, double[] sums, double[] squares)
    {
        double[] weights = [.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(3) == 0 ? random.Next(-4, 5) * 0.25 : 1.0)];
        if (random.Next(2) == 0) weights = [.. weights.Select(_ => 1.0)];
        double[] values = [.. weights.Select(_ => (double)random.Next(-1, Bins + 1))];
        if (random.Next(4) == 0)
            for (var i = 0; i < values.Length; i++) histogram.Fill(values[i], weights[i]);
        else histogram.Fill<double>(values, weights);
        for (var i = 0; i < values.Length; i++)
        {
            // Multiples of a quarter: every sum is exact, in any order.
            sums[(int)values[i] + 1] += weights[i];
            squares[(int)values[i] + 1] += weights[i] * weights[i];
        }
    }
}
