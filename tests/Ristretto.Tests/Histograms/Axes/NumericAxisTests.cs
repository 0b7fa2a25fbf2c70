using Ristretto.Histograms.Axes;

namespace Ristretto.Tests.Histograms.Axes;

/// <summary>What every numeric axis owes: the block form gives the bin of the definition for every number.</summary>
public class NumericAxisTests
{
    private static readonly double[] s_special =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, 0.0, -0.0, 1e300, -1e300, 1e18, -1e18, 3e9, -3e9];

    public static TheoryData<NumericAxis> Axes =>
    [
        Axis.Regular("x", 60, 0, 300), Axis.Regular("x", 100, 0, 2000), Axis.Regular("x", 50, -5, 5), Axis.Regular("x", 30, -Math.PI, Math.PI),
        Axis.Regular("x", 101, -0.5, 100.5), Axis.Regular("x", 1, 0, 1), Axis.Regular("x", 3, 0.1, 0.7), Axis.Regular("x", 7, -1e-300, 1e-300),
        Axis.Regular("x", 13, -1e200, 1e200), Axis.Regular("x", 1_000_000, 0, 0.3), Axis.Regular("x", 240, 0, 1), Axis.Regular("x", 24, 0, 6),
        Axis.Variable("x", 0, 0.17276639, 0.26010802, 0.99, 1), Axis.Variable("x", -1, 2), Axis.Variable("x", [.. Enumerable.Range(0, 200).Select(i => i * Math.Sqrt(i))]),
        Axis.Variable("x", [.. Enumerable.Range(0, 48).Select(i => Math.Log(1 + i))]), Axis.Integer("x", 0, 20), Axis.Integer("x", -2, 3),
        Axis.IntCategory("x", 0, 4, 6, 7), Axis.IntCategory("x", -3), Axis.Boolean("x"),
    ];

    [Theory]
    [MemberData(nameof(Axes))]
    public void IndicesOf_EdgesAndTheirNeighbours_EqualTheDefinition(NumericAxis axis)
    {
        double[] values = [.. axis.Edges.ToArray().SelectMany(edge => (double[])[Math.BitDecrement(edge), edge, Math.BitIncrement(edge), (float)edge]), .. s_special];

        RequireSame(axis, values);
    }

    [Theory]
    [MemberData(nameof(Axes))]
    public void IndicesOf_RandomNumbersAndLengths_EqualTheDefinition(NumericAxis axis)
    {
        var random = new Random(7);
        var (low, range) = (axis.Edges[0], axis.Edges[^1] - axis.Edges[0]);
        for (var length = 0; length < 70; length++)
        {
            var values = new double[length];
            for (var i = 0; i < length; i++)
                values[i] = random.Next(8) == 0 ? s_special[random.Next(s_special.Length)] : (float)(low + range * (1.4 * random.NextDouble() - 0.2));
            RequireSame(axis, values);
        }
    }

    [Theory]
    [MemberData(nameof(Axes))]
    public void Accumulate_WithStride_AddsToTheCells(NumericAxis axis)
    {
        double[] values = [.. axis.Edges.ToArray().Take(9)];
        int[] cells = [.. Enumerable.Range(100, values.Length)];

        Assert.False(axis.Accumulate(values, 3, cells));

        Assert.Equal(values.Select((value, i) => 100 + i + 3 * axis.IndexOf(value)), cells);
    }

    [Theory]
    [MemberData(nameof(Axes))]
    public void Accumulate_NaNAnywhere_IsReported(NumericAxis axis)
    {
        for (var at = 0; at < 9; at++)
        {
            var values = new double[9];
            values[at] = double.NaN;
            Assert.True(axis.Accumulate(values, 1, new int[9]));
        }
    }

    private static void RequireSame(NumericAxis axis, double[] values)
    {
        var indices = new int[values.Length];
        axis.IndicesOf(values, indices);
        for (var i = 0; i < values.Length; i++)
        {
            // A value without a bin is marked by any negative number.
            var expected = axis.IndexOf(values[i]);
            Assert.True(expected == Math.Max(indices[i], -1), $"{axis}: {values[i]:R} has bin {expected}, the block form says {indices[i]}");
        }
    }
}
