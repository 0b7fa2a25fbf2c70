using Ristretto.Columns.Arrays;

namespace Ristretto.Tests.Columns.Arrays;

public class SumTests
{
    [Fact]
    public void Sum_Floats_AddsUpInDoubleFromFirstToLast()
    {
        var random = new Random(4);
        float[] list = [.. Enumerable.Range(0, 1000).Select(_ => random.NextSingle() * 1e6f), 1e-3f];
        var expected = 0.0;
        foreach (var value in list) expected += value;
        Assert.Equal(expected, JaggedColumn.Of<float>(list).Sum()[0]);
    }

    [Fact]
    public void Sum_SmallIntegers_DoesNotWrapAtTheirWidth()
    {
        Assert.Equal(510, JaggedColumn.Of<byte>([255, 255]).Sum()[0]);
        Assert.Equal(2L * int.MaxValue, JaggedColumn.Of<int>([int.MaxValue, int.MaxValue]).Sum()[0]);
        Assert.Equal(1L << 40, JaggedColumn.Of<int>([1 << 20, 1 << 20]).Prod()[0]);
        Assert.Equal(1.5, JaggedColumn.Of<int>([1, 2]).Mean()[0]);
    }

    [Fact]
    public void Sum_NaN_StaysVisible()
    {
        var x = JaggedColumn.Of<double>([1, double.NaN], [1, 2], []);
        Assert.Equal([double.NaN, 3, 0], x.Sum().ToArray());
        Assert.Equal([1.0, 3, 0], x.SumWhere(!ColumnMath.IsNaN(x)).ToArray());
        Assert.Equal([double.NaN, 2, 1], x.Prod().ToArray());
    }
}
