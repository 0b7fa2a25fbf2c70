using Ristretto.Histograms.Statistics;

namespace Ristretto.Tests.Histograms.Statistics;

public sealed class IncompleteGammaTests
{
    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(1, 25)]
    public void Lower_ShapeOne_IsTheExponential(double a, double x) => Assert.Equal(1 - Math.Exp(-x), IncompleteGamma.Lower(a, x), 1e-15);

    [Theory]
    [InlineData(0.5, 1e-6)]
    [InlineData(0.5, 0.9)]
    [InlineData(3, 0.2)]
    [InlineData(12.7, 0.999999)]
    [InlineData(5000, 0.02)]
    [InlineData(90_000, 0.84)]
    [InlineData(400_000, 0.84)]
    public void InverseLower_OfAnyShape_IsTheInverse(double a, double probability) =>
        Assert.Equal(probability, IncompleteGamma.Lower(a, IncompleteGamma.InverseLower(a, probability)), 1e-12 + 1e-15 * a);     // a ln x is rounded

    [Fact]
    public void LogGamma_OfWholeNumbers_IsTheFactorial()
    {
        var sum = 0.0;
        for (var n = 1; n < 60; n++)
        {
            Assert.Equal(sum, LogGamma.Of(n), 1e-14 * Math.Max(10, sum));
            sum += Math.Log(n);
        }
    }
}
