using Ristretto.Histograms;
using Ristretto.Histograms.Axes;

namespace Ristretto.Tests.Histograms.Axes;

public class AxisOptionsTests
{
    [Fact]
    public void IndexOf_Logarithm_HasBinsOfEqualRatio()
    {
        var axis = Axis.Transformed("pt", 3, 1, 1000, AxisTransform.Log);

        Assert.Equal([1, 10, 100, 1000], axis.Edges.ToArray().Select(edge => Math.Round(edge, 10)));
        Assert.Equal([0, 0, 0, 1, 1, 2, 3, 4, 4, 4], ((double[])[double.NegativeInfinity, -5, 0.99, 1, 9.9, 10.1, 999, 1000, double.PositiveInfinity, double.NaN]).Select(axis.IndexOf));
    }

    public static TheoryData<string> Transforms => ["log", "sqrt", "pow(3)", "pow(-1)", "asinh"];

    [Theory]
    [MemberData(nameof(Transforms))]
    public void IndexOf_AnyTransform_IsThatOfTheEdges(string name)
    {
        AxisTransform[] all = [AxisTransform.Log, AxisTransform.Sqrt, AxisTransform.Power(3), AxisTransform.Power(-1), AxisTransform.Of("asinh", Math.Asinh, Math.Sinh)];
        var axis = Axis.Transformed("x", 17, 0.5, 40, all.Single(transform => transform.Name == name));
        var same = Axis.Variable("x", axis.Edges);
        var random = new Random(3);
        double[] values = [.. axis.Edges, .. axis.Edges.ToArray().Select(Math.BitIncrement), .. axis.Edges.ToArray().Select(Math.BitDecrement), .. Enumerable.Range(0, 500).Select(_ => 42 * random.NextDouble())];

        Assert.Equal(values.Select(same.IndexOf), values.Select(axis.IndexOf));
    }

    [Fact]
    public void Edges_SquareRootAndPower_AreThoseOfTheInverse()
    {
        Assert.Equal([0, 1, 4, 9], Axis.Transformed("x", 3, 0, 9, AxisTransform.Sqrt).Edges);
        Assert.Equal([1, 4.0 / 3, 2, 4], Axis.Transformed("x", 3, 1, 4, AxisTransform.Power(-1)).Edges.ToArray(), (a, b) => Math.Abs(a - b) < 1e-14);
        Assert.Contains("log of 0 to 1", Assert.Throws<ArgumentException>(() => Axis.Transformed("x", 3, 0, 1, AxisTransform.Log)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => AxisTransform.Power(0));
    }

    [Fact]
    public void IndexOf_Circle_Wraps()
    {
        var axis = Axis.Circular("phi", 4, 0, 4);

        Assert.Equal((4, false, false), (axis.Extent, axis.HasUnderflow, axis.HasOverflow));
        Assert.Equal([0, 3, 0, 1, 3, 2, -1, -1, 0], ((double[])[0, 3.9, 4, 5.5, -0.1, -401.5, double.NaN, double.PositiveInfinity, -1e-300]).Select(axis.IndexOf));
        Assert.Equal([1, 0, 1, 0], ((double[])[7.5, 10, -1, 11.9]).Select(Axis.Circular(Axis.Variable("v", 0, 2, 10)).IndexOf));
        Assert.Equal(2, Axis.Circular(Axis.Integer("i", 0, 3)).IndexOf(-1));
        Assert.Equal(4, ((NumericAxis)axis.WithFlow(false, true)).IndexOf(double.NaN));
        Assert.Throws<ArgumentException>(() => axis.WithFlow(true, false));
        Assert.Throws<ArgumentException>(() => Axis.Circular(Axis.Boolean("b")));
    }

    [Fact]
    public void IndexOf_WithoutFlow_HasNoBinOutside()
    {
        Assert.Equal([-1, 0, 1, 1, -1, -1], Indices(Axis.Regular("x", 2, 0, 2)));
        Assert.Equal([-1, 0, 1, 1, -1, -1], Indices(Axis.Variable("x", 0, 1, 2)));
        Assert.Equal([-1, 0, 1, 1, -1, -1], Indices(Axis.Transformed("x", 2, 0, 2, AxisTransform.Power(1))));
        Assert.Equal([-1, 0, 1, -1, -1, -1], Indices(Axis.Integer("x", 0, 2)));
        Assert.Equal([0, 1, 2, 2, -1, -1], Values().Select(((NumericAxis)Axis.Regular("x", 2, 0, 2).WithFlow(true, false)).IndexOf));
        Assert.Equal([-1, 1, 0], ((double[])[7, 4, 3]).Select(((NumericAxis)Axis.IntCategory("c", 3, 4).WithoutFlow()).IndexOf));

        static int[] Indices(Axis axis)
        {
            var (numbers, block) = ((NumericAxis)axis.WithoutFlow(), new int[6]);
            numbers.IndicesOf(Values(), block);
            Assert.Equal(Values().Select(numbers.IndexOf), block.Select(index => Math.Max(index, -1)));
            return [.. Values().Select(numbers.IndexOf)];
        }

        static double[] Values() => [-1, 0.5, 1, 2, 3, double.NaN];
    }

    [Fact]
    public void Fill_AxesWithoutFlow_LeavesOutWhatHasNoBin()
    {
        var histogram = Histogram.Of("h", Axis.Category("tag", "a").WithoutFlow(), Axis.Regular("x", 2, 0, 2).WithFlow(false, true));

        histogram.Fill(-1, 1, "a");
        histogram.Fill(0.5, 2, "a");
        histogram.Fill(0.5, 4, "b");
        histogram.Fill<double>([1, -3, 9], [8, 16, 32], histogram.RowOf("a"));

        Assert.Equal([2, 8, 32], histogram.Values);
        Assert.Equal(3, histogram.Entries);
        Assert.Equal(Histogram.NoRow, histogram.RowOf("b"));
    }

    [Fact]
    public void Fill_SingleAxisWithoutFlow_IsTheSameOneByOneAndInBlocks()
    {
        double[] values = [-1, 0, 1.5, 2, 3, double.NaN, 0.1];
        var (one, block) = (Histogram.Of("h", Axis.Regular("x", 2, 0, 2).WithoutFlow()), Histogram.Of("h", Axis.Regular("x", 2, 0, 2).WithoutFlow()));

        foreach (var value in values) one.Fill(value);
        block.Fill<double>(values);

        Assert.Equal([2, 2], one.Values);
        Assert.Equal([2, 2], block.Values);
        Assert.Equal((4, 1, 4, 1), (one.Entries, one.NanCount, block.Entries, block.NanCount));
    }

    [Fact]
    public void Matches_OtherFlowOrTransform_IsFalse()
    {
        Assert.False(Axis.Regular("x", 2, 1, 2).Matches(Axis.Regular("x", 2, 1, 2).WithFlow(true, false)));
        Assert.False(Axis.Transformed("x", 2, 1, 2, AxisTransform.Log).Matches(Axis.Transformed("x", 2, 1, 2, AxisTransform.Sqrt)));
        Assert.True(Axis.Transformed("x", 2, 1, 2, AxisTransform.Power(2)).Matches(Axis.Transformed("x", 2, 1, 2, AxisTransform.Power(2))));
        Assert.True(Axis.Circular("x", 2, 1, 2).Matches(Axis.Circular("x", 2, 1, 2)));
    }
}
