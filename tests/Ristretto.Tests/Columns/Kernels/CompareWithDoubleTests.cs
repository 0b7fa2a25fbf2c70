using Ristretto.Columns.Arrays;

namespace Ristretto.Tests.Columns.Kernels;

/// <summary>A column of any type against a double threshold is decided as if each value were widened to double.</summary>
public class CompareWithDoubleTests
{
    [Fact]
    public void Floats_AdversarialThresholds_DecideLikeWidenedValues()
    {
        var random = new Random(3);
        List<float> values = [0f, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 2.4f, MathF.BitIncrement(2.4f), MathF.BitDecrement(2.4f)];
        for (var i = 0; i < 60; i++) values.Add(BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)));
        List<double> thresholds = [2.4, 1e-50, -1e-50, 1e39, -1e39, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon, -0.0];
        foreach (var value in values)
            thresholds.AddRange([value, Math.BitIncrement(value), Math.BitDecrement(value), value * (1 + 1e-9)]);

        var column = Column.Of(values.ToArray());
        foreach (var threshold in thresholds)
        {
            Assert.Equal(values.Select(v => v < threshold), (column < threshold).ToArray());
            Assert.Equal(values.Select(v => v <= threshold), (column <= threshold).ToArray());
            Assert.Equal(values.Select(v => v > threshold), (column > threshold).ToArray());
            Assert.Equal(values.Select(v => v >= threshold), (column >= threshold).ToArray());
            Assert.Equal(values.Select(v => v == threshold), (column == threshold).ToArray());
            Assert.Equal(values.Select(v => v != threshold), (column != threshold).ToArray());
        }
    }

    [Fact]
    public void Integers_AgainstFractions_AreNotRounded()
    {
        Assert.Equal([false, true], (Column.Of(2, 3) > 2.5).ToArray());
        Assert.Equal([true, false], (Column.Of((byte)2, (byte)3) < 2.5).ToArray());
        Assert.Equal([false, false], (Column.Of(2, 3) == 2.5).ToArray());
        Assert.Equal([[true], []], (JaggedColumn.Of<short>([3], []) >= 2.5).ToArrays());
    }
}
