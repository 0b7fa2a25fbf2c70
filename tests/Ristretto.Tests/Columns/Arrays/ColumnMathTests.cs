using Ristretto.Columns.Arrays;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Tests.Columns.Arrays;

public class ColumnMathTests
{
    private static readonly float[] s_floats = [0f, -0f, 1f, -1f, 0.5f, -2.5f, 3.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, -float.Epsilon, 1e30f];

    [Fact]
    public void Functions_Floats_AreThoseOfMathF()
    {
        var x = Column.Of(s_floats);
        Check(Abs(x), MathF.Abs);
        Check(Sqrt(x), MathF.Sqrt);
        Check(Exp(x), MathF.Exp);
        Check(Log(x), MathF.Log);
        Check(Log10(x), MathF.Log10);
        Check(Sin(x), MathF.Sin);
        Check(Cos(x), MathF.Cos);
        Check(Tan(x), MathF.Tan);
        Check(Sinh(x), MathF.Sinh);
        Check(Cosh(x), MathF.Cosh);
        Check(Tanh(x), MathF.Tanh);
        Check(Asinh(x), MathF.Asinh);
        Check(Floor(x), MathF.Floor);
        Check(Ceiling(x), MathF.Ceiling);
        Check(Round(x), v => MathF.Round(v, MidpointRounding.ToEven));
        Check(Sign(x), v => v > 0 ? 1 : v < 0 ? -1 : v);
        Check(-x, v => -v);
        Assert.Equal(s_floats.Select(float.IsNaN), IsNaN(x).ToArray());
        Assert.Equal(s_floats.Select(float.IsFinite), IsFinite(x).ToArray());
    }

    [Fact]
    public void Functions_OfTwoColumns_AreThoseOfMath()
    {
        double[] a = [.. s_floats], b = [.. s_floats.Reverse()];
        var (x, y) = (Column.Of(a), Column.Of(b));
        Assert.Equal(a.Zip(b, Math.Atan2), Atan2(x, y).ToArray());
        Assert.Equal(a.Zip(b, double.Hypot), Hypot(x, y).ToArray());
        Assert.Equal(a.Zip(b, Math.Pow), Pow(x, y).ToArray());
        Assert.Equal(a.Zip(b, Math.Min), Min(x, y).ToArray());
        Assert.Equal(a.Zip(b, Math.Max), Max(x, y).ToArray());
        Assert.Equal(a.Select(v => Math.Pow(v, 2)), Pow(x, 2).ToArray());
    }

    [Fact]
    public void Functions_OfJaggedColumns_KeepTheLists()
    {
        var x = JaggedColumn.Of<float>([4, 9], [], [-1]);
        Assert.Equal([[2f, 3], [], [float.NaN]], Sqrt(x).ToArrays());
        Assert.Equal([[4f, 9], [], [1]], Abs(x).ToArrays());
        Assert.Equal([[4f, 5], [], [-1]], Min(x, Column.Of(5f, 0, 7)).ToArrays());
        Assert.Equal([[4, 9], [], [1]], Abs(x.To<int>()).ToArrays());
    }

    [Fact]
    public void Where_ChoosesPerEventAndPerObject()
    {
        var x = JaggedColumn.Of<int>([1, 2, 3], [], [4, 5]);
        Assert.Equal([[-1, 2, 3], [], [4, 5]], Where(x > 1, x, -1).ToArrays());
        Assert.Equal([[1, 9, 9], [], [9, 9]], Where(x > 1, 9, x).ToArrays());
        Assert.Equal([[0, 1, 1], [], [1, 1]], Where(x > 1, 1, 0).ToArrays());
        Assert.Equal([1, 20], Where(Mask.Of(true, false), Column.Of(1, 2), Column.Of(10, 20)).ToArray());
        Assert.Equal("cannot choose for 2 answers between 1 values and 1",
            Assert.Throws<ArgumentException>(() => Where(Mask.Of(true, false), Column.Of(1), Column.Of(1))).Message);
    }

    [Fact]
    public void DeltaPhi_AllAngles_IsTheRemainderToTheBit()
    {
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++)
        {
            var scale = i % 4 == 0 ? 40 : 3.2;
            var (a, b) = ((random.NextDouble() * 2 - 1) * scale, (random.NextDouble() * 2 - 1) * scale);
            var remainder = (a - b + Math.PI) % (2 * Math.PI);
            if (remainder < 0) remainder += 2 * Math.PI;
            var actual = DeltaPhi(Column.Of(a), Column.Of(b))[0];
            Assert.Equal(remainder - Math.PI, actual);
            Assert.InRange(actual, -Math.PI, Math.PI);
        }
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(3, -3, 6 - 2 * Math.PI)]
    [InlineData(-3, 3, 2 * Math.PI - 6)]
    [InlineData(Math.PI, 0, -Math.PI)]
    [InlineData(0, Math.PI, -Math.PI)]
    public void DeltaPhi_Edges_WrapBelowPi(double a, double b, double expected) =>
        Assert.Equal(expected, DeltaPhi(Column.Of(a), Column.Of(b))[0], 1e-15);

    [Fact]
    public void DeltaR_Floats_IsComputedInDouble()
    {
        var r = DeltaR(Column.Of(1.1f), Column.Of(3.1f), Column.Of(0.9f), Column.Of(-3.1f))[0];
        double eta = (double)1.1f - 0.9f, phi = (double)3.1f - -3.1f - 2 * Math.PI;
        Assert.Equal(Math.Sqrt(eta * eta + phi * phi), r, 1e-15);
        Assert.True(double.IsNaN(DeltaPhi(Column.Of(double.NaN), Column.Of(0.0))[0]));
        Assert.True(double.IsNaN(DeltaPhi(Column.Of(double.PositiveInfinity), Column.Of(0.0))[0]));
    }

    private static void Check(Column<float> actual, Func<float, float> expected) =>
        Assert.Equal(s_floats.Select(expected).Select(BitConverter.SingleToInt32Bits), actual.ToArray().Select(BitConverter.SingleToInt32Bits));
}
