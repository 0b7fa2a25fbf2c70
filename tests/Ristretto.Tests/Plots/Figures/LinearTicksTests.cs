using Ristretto.Plots.Figures;

namespace Ristretto.Tests.Plots.Figures;

public sealed class LinearTicksTests
{
    [Theory]
    [InlineData(0, 1200, 6, "0 200 400 600 800 1000 1200")]
    [InlineData(0, 300, 6, "0 50 100 150 200 250 300")]
    [InlineData(-3, 3, 6, "−3 −2 −1 0 1 2 3")]
    [InlineData(0, 1, 4, "0 0.25 0.50 0.75 1.00")]
    [InlineData(0.35, 1.65, 4, "0.5 1.0 1.5")]
    [InlineData(0, 2, 4, "0 0.5 1.0 1.5 2.0")]
    [InlineData(-0.1, 0.2, 3, "−0.1 0 0.1 0.2")]
    [InlineData(0, 0.0035, 4, "0 1 2 3")]
    public void For_Range_TakesRoundNumbers(double minimum, double maximum, int atMost, string labels) =>
        Assert.Equal(labels, string.Join(' ', LinearTicks.For(minimum, maximum, atMost).Labels));

    [Theory]
    [InlineData(350_000, 5)]
    [InlineData(0.0035, -3)]
    [InlineData(99_999, 0)]
    public void For_LongNumbers_TakesAPowerOfTenOut(double maximum, int exponent) => Assert.Equal(exponent, LinearTicks.For(0, maximum, 6).Exponent);

    [Fact]
    public void For_AnyRange_NeverHasMoreStepsThanAsked()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var start = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 9));
            var ticks = LinearTicks.For(start, start + Math.Pow(10, random.NextDouble() * 8 - 4), 6);
            Assert.InRange(ticks.Major.Count, 1, 7);
            Assert.Equal(ticks.Major.Count, ticks.Labels.Distinct().Count());
        }
    }

    [Fact]
    public void For_EmptyRange_IsRefused() => Assert.Throws<ArgumentException>(() => LinearTicks.For(1, 1, 5));
}
