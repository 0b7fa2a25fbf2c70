using Ristretto.Columns.Arrays;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;

namespace Ristretto.Tests.Histograms;

public class HistogramFillTests
{
    [Fact]
    public void Fill_FewNumbers_AddsWeightsAndTheirSquares()
    {
        var histogram = Histogram.Regular("x", 2, 0, 2);

        histogram.Fill<double>([0.5, 1.5, 1.5, -1, 2, double.NaN], [1, 2, 3, 4, 5, 6]);

        Assert.Equal([4, 1, 5, 11], histogram.Values);
        Assert.Equal([16, 1, 13, 61], histogram.Variances);
        Assert.Equal((6, 1), (histogram.Entries, histogram.NanCount));
    }

    [Fact]
    public void Fill_Unweighted_CountsInBothStorages()
    {
        var (weighted, counts) = (Histogram.Regular("x", 2, 0, 2), Histogram.Regular("x", 2, 0, 2).WithCounts());
        float[] x = [0.5f, 1.5f, 1.5f, 7];

        weighted.Fill(x);
        counts.Fill(x);

        Assert.Equal([0, 1, 2, 1], weighted.Values);
        Assert.Equal([0, 1, 2, 1], weighted.Variances);
        Assert.Equal(weighted.Values, counts.Values);
        Assert.Equal(weighted.Values, counts.Variances);
    }

    [Fact]
    public void Fill_WeightsIntoCounts_LeaveTheVariancesUnknown()
    {
        var counts = Histogram.Regular("x", 2, 0, 2).WithCounts();

        counts.Fill<double>([0.5, 1.5], [1, 2]);

        Assert.Equal([0, 1, 2, 0], counts.Values);
        Assert.False(counts.HasVariances);
        Assert.Throws<InvalidOperationException>(() => counts.Variances.Length);
    }

    [Fact]
    public void Fill_WithRows_GoesToTheCategories()
    {
        var histogram = Histogram.Regular("x", 2, 0, 2).By("tag", "threeTag", "fourTag").By("region", "SR", "SB");
        int[] rows = [histogram.RowOf("fourTag", "SR"), histogram.RowOf("threeTag", "SB"), Histogram.NoRow, histogram.RowOf("fourTag", "elsewhere"), histogram.RowOf(1, 0)];

        histogram.Fill<double>([0.5, 1.5, 0.5, 0.5, double.NaN], [1, 2, 4, 8, 16], rows);

        Assert.Equal(["tag", "region", "x"], histogram.Axes.Select(axis => axis.Name));
        Assert.Equal(9, histogram.RowCount);
        Assert.Equal(27, histogram.Sum());
        Assert.Equal((4, 1), (histogram.Entries, histogram.NanCount));
        Assert.Equal(1, histogram.ValueAt(1, 0, 1));
        Assert.Equal(16, histogram.ValueAt(1, 0, 3));
        Assert.Equal(2, histogram.ValueAt(0, 1, 2));
        Assert.Equal(8, histogram.ValueAt(1, 2, 1));
        Assert.Equal([0, 1, 0, 16], histogram["fourTag", "SR"].Values);
    }

    [Fact]
    public void Fill_TwoVariables_LastAxisIsFastest()
    {
        var histogram = Histogram.Regular("x", 2, 0, 2).And(Axis.Regular("y", 3, 0, 3));

        histogram.Fill((float[])[0.5f, 1.5f], (float[])[0.5f, 2.5f], (double[])[1, 2]);
        histogram.Fill((0.5, 7), 4);

        Assert.Equal(20, histogram.Values.Length);
        Assert.Equal(1, histogram.Values[1 * 5 + 1]);
        Assert.Equal(2, histogram.Values[2 * 5 + 3]);
        Assert.Equal(4, histogram.Values[1 * 5 + 4]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(4096)]
    public void Fill_BlocksOfAnySize_GiveTheSameBits(int size)
    {
        var (x, y, weights, rows) = Numbers(10_000);
        var (oneByOne, blocks) = (TwoDimensional(), TwoDimensional());

        for (var i = 0; i < x.Length; i++) oneByOne.FillRow(rows[i], weights[i], x[i], y[i]);
        for (var i = 0; i < x.Length; i += size)
        {
            var part = i..Math.Min(i + size, x.Length);
            blocks.Fill<float>(x.AsSpan(part), y.AsSpan(part), weights.AsSpan(part), rows.AsSpan(part));
        }

        Assert.Equal(oneByOne.Values, blocks.Values);
        Assert.Equal(oneByOne.Variances, blocks.Variances);
        Assert.Equal((oneByOne.Entries, oneByOne.NanCount), (blocks.Entries, blocks.NanCount));
    }

    [Fact]
    public void Fill_ManyEntries_EqualsAPlainLoopInTheSameOrder()
    {
        var (x, _, weights, _) = Numbers(50_000);
        var histogram = Histogram.Regular("x", 60, 0, 300);
        var expected = new double[62];
        var axis = Axis.Regular("x", 60, 0, 300);
        for (var i = 0; i < x.Length; i++) expected[axis.IndexOf(x[i])] += weights[i];

        histogram.Fill<float>(x, weights);

        Assert.Equal(expected, histogram.Values);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Fill_OneByOneBetweenBlocksAndReads_EqualsAPlainLoopInTheSameOrder(bool areWeighted, bool hasFiller)
    {
        var (x, _, weights, _) = Numbers(5_000);
        for (var i = 0; i < weights.Length; i++)
            if (!areWeighted || i % 3 == 0 || i < 50) weights[i] = 1;
        var histogram = Histogram.Regular("x", 60, 0, 300);
        var (sums, squares, axis, nan) = (new double[62], new double[62], Axis.Regular("x", 60, 0, 300), 0);

        for (var i = 0; i < x.Length; i++)
        {
            var isBlock = i % 700 > 600;
            if (isBlock) histogram.Fill<float>(x.AsSpan(i, 1), weights.AsSpan(i, 1));
            else if (hasFiller && weights[i] == 1) histogram.Filler().Fill(x[i]);
            else if (hasFiller) histogram.Filler().Fill(x[i], weights[i]);
            else if (weights[i] == 1) histogram.Fill(x[i]);
            else histogram.Fill(x[i], weights[i]);
            var bin = axis.IndexOf(x[i]);
            sums[bin] += weights[i];
            squares[bin] += weights[i] * weights[i];
            nan += float.IsNaN(x[i]) ? 1 : 0;
            if (i % 999 != 0) continue;
            Assert.Equal((i + 1, nan), (histogram.Entries, histogram.NanCount));
            Assert.Equal(sums, histogram.Values);
        }

        Assert.Equal(squares, histogram.Variances);
        histogram.Fill(5);
        histogram.Clear();
        Assert.Equal(0, histogram.Entries);
        Assert.All(histogram.Values.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Filler_OfAHistogramWithOtherAxes_FillsOrRefusesLikeTheHistogram()
    {
        var variable = Histogram.Variable("x", [0, 1, 4]);
        variable.Filler().Fill(2);
        variable.Filler().Fill(0.5, 3);

        Assert.Equal([0, 3, 1, 0], variable.Values);
        Assert.Throws<ArgumentException>(() => Histogram.Regular("x", 2, 0, 2).By("region", "SR").Filler().Fill(1));
    }

    [Fact]
    public void Fill_OneByOneIntoCounts_LeavesTheVariancesUnknownAfterAWeight()
    {
        var histogram = Histogram.Regular("x", 2, 0, 2).WithCounts();

        histogram.Fill(0.5);
        Assert.True(histogram.HasVariances);
        histogram.Fill(0.5, 2);

        Assert.False(histogram.HasVariances);
        Assert.Equal(3, histogram.Values[1]);
    }

    [Fact]
    public void Fill_JaggedColumn_RepeatsTheWeightAndTheRow()
    {
        var x = JaggedColumn.Of<float>([], [0.5f, 1.5f], [], [1.5f], []);
        var weights = Column.Of<double>(1, 2, 4, 8, 16);
        var (plain, rows) = (Histogram.Regular("x", 2, 0, 2), Histogram.Regular("x", 2, 0, 2).By("region", "SR", "SB"));

        plain.Fill(x, weights);
        rows.Fill(x, weights, Column.Of(0, 0, 1, 1, Histogram.NoRow));
        rows.Fill(x, weights, "SB");

        Assert.Equal([0, 2, 10, 0], plain.Values);
        Assert.Equal([0, 2, 2, 0], rows["SR"].Values);
        Assert.Equal([0, 2, 18, 0], rows["SB"].Values);
    }

    [Fact]
    public void Fill_LongJaggedColumn_EqualsRepeatedWeights()
    {
        var random = new Random(3);
        float[][] lists = [.. Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, random.Next(5)).Select(_ => 300 * random.NextSingle()).ToArray())];
        double[] weights = [.. lists.Select(_ => random.NextDouble())];
        var (jagged, flat) = (Histogram.Regular("x", 60, 0, 300), Histogram.Regular("x", 60, 0, 300));

        jagged.Fill(JaggedColumn.Of<float>(lists), Column.Of<double>(weights));
        flat.Fill<float>([.. lists.SelectMany(list => list)], [.. lists.SelectMany((list, i) => list.Select(_ => weights[i]))]);

        Assert.Equal(flat.Values, jagged.Values);
        Assert.Equal(flat.Entries, jagged.Entries);
    }

    [Fact]
    public void Fill_Columns_OfAnyNumberType()
    {
        var histogram = Histogram.Integer("n", 0, 3);

        histogram.Fill(Column.Of(0, 1, 1, 5));
        histogram.Fill(Column.Of(2, 2), Column.Of<double>(0.5, 0.25));

        Assert.Equal([0, 1, 2, 0.75, 1], histogram.Values);
    }

    [Fact]
    public void Fill_OtherNumberOfAxes_IsRefusedBeforeAnythingIsFilled()
    {
        var histogram = Histogram.Regular("x", 2, 0, 2).By("tag", "a");

        Assert.Contains("tag", Assert.Throws<ArgumentException>(() => histogram.Fill(1.0)).Message);
        Assert.Throws<ArgumentException>(() => histogram.Fill<double>([1.0]));
        Assert.Throws<ArgumentException>(() => histogram.Fill<double>([1.0], [1.0, 2.0], 0));
        Assert.Throws<ArgumentException>(() => histogram.Fill<double>([1.0], [1.0], [1.0], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Fill<double>([1.0], [1.0], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => histogram.Fill<double>([1.0, 1.0], [1.0, 1.0], [0, 2]));
        Assert.Equal(0, histogram.Entries);
    }

    [Fact]
    public void Fill_Blocks_AllocatesNothing()
    {
        var (x, y, weights, rows) = Numbers(5_000);
        var histogram = TwoDimensional();
        histogram.Fill<float>(x, y, weights, rows);

        var before = GC.GetAllocatedBytesForCurrentThread();
        histogram.Fill<float>(x, y, weights, rows);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Fill_CategoriesAlone_CountsStrings()
    {
        var histogram = Histogram.Category("cut", "all", "trigger");

        histogram.Fill("all");
        histogram.Fill("trigger", 2);
        histogram.FillRows([0, 0, 2, Histogram.NoRow], [1, 1, 4, 8]);

        Assert.Equal([3, 2, 4], histogram.Values);
    }

    [Fact]
    public void Fill_BooleanWithNaN_CountsItAndFillsNothing()
    {
        var histogram = Histogram.Boolean("passes");

        histogram.Fill<double>([0, 1, 1, double.NaN]);
        histogram.Fill(double.NaN);

        Assert.Equal([1, 2], histogram.Values);
        Assert.Equal((3, 2), (histogram.Entries, histogram.NanCount));
    }

    private static Histogram TwoDimensional() =>
        Histogram.Regular("x", 50, 0, 250).And(Axis.Variable("y", 0, 1, 5, 100, 250)).By("tag", "threeTag", "fourTag").By("region", "SR", "SB");

    private static (float[] X, float[] Y, double[] Weights, int[] Rows) Numbers(int count)
    {
        var random = new Random(11);
        var histogram = TwoDimensional();
        var (x, y, weights, rows) = (new float[count], new float[count], new double[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            x[i] = random.Next(100) == 0 ? float.NaN : (float)(-60 * Math.Log(random.NextDouble()));
            y[i] = random.Next(100) == 0 ? float.NaN : 300 * random.NextSingle() - 10;
            weights[i] = random.NextDouble() - 0.1;
            rows[i] = random.Next(-1, histogram.RowCount);
        }
        return (x, y, weights, rows);
    }
}
