using Ristretto.Histograms.Comparisons;
using Ristretto.Histograms.Statistics;

namespace Ristretto.Tests.Histograms.Comparisons;

public sealed class RatioTests
{
    private const double Upper0 = 1.8410216450093, Low1 = 0.17275377902345, High1 = 3.2995265591159;      // Garwood for no event and for one

    [Fact]
    public void Of_Poisson_IsTheIntervalOfTheNumerator() => Close(new(0.5, Low1 / 2, High1 / 2), Ratio.Of(1, 1, 2, 0.3, RatioUncertainty.Poisson));

    [Theory]
    [InlineData(RatioUncertainty.Poisson)]
    [InlineData(RatioUncertainty.PoissonRatio)]
    [InlineData(RatioUncertainty.Efficiency)]
    [InlineData(RatioUncertainty.Propagated)]
    public void Of_NothingOverNothing_IsAGap(RatioUncertainty uncertainty) => Assert.Equal(Estimate.Gap, Ratio.Of(0, 0, 0, 0, uncertainty));

    [Fact]
    public void Of_NothingOverSomething_HasItsUpperLimit()
    {
        Close(new(0, 0, Upper0 / 4), Ratio.Of(0, 0, 4, 4, RatioUncertainty.Poisson));
        Close(new(0, 0, 0.25 * Upper0 / 4), Ratio.Of(0, 0, 4, 4, RatioUncertainty.Poisson, scaleA: 0.25));
        Close(new(0, 0, 0.20213863271626), Ratio.Of(0, 0, 10, 10, RatioUncertainty.PoissonRatio));
        Close(new(0, 0, 0.16814918613798), Ratio.Of(0, 0, 10, 10, RatioUncertainty.Efficiency));
    }

    [Fact]
    public void Of_SomethingOverNothing_IsInfinite()
    {
        Close(new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity), Ratio.Of(3, 3, 0, 0, RatioUncertainty.Poisson));
        Close(new(double.PositiveInfinity, 4.9470998520293, double.PositiveInfinity), Ratio.Of(10, 10, 0, 0, RatioUncertainty.PoissonRatio));
    }

    // p / (1 − p) of Clopper and Pearson's ends for a of a + b, solved from the binomial sums with 60 digits.
    [Theory]
    [InlineData(1, 9, 0.017425460240608, 0.41670227593336)]
    [InlineData(3, 7, 0.16505564863824, 1.0336052535657)]
    [InlineData(50, 50, 0.802779281362, 1.2456724073688)]
    [InlineData(99, 1, 29.657805455215, 578.35868219598)]
    public void Of_PoissonRatio_IsTheReference(double a, double b, double low, double high) => Close(new(a / b, low, high), Ratio.Of(a, a, b, b, RatioUncertainty.PoissonRatio));

    [Fact]
    public void Of_PoissonRatioOfEqualWeights_ScalesWithThem()
    {
        var plain = Ratio.Of(3, 3, 7, 7, RatioUncertainty.PoissonRatio);
        var weighted = Ratio.Of(3 * 0.5, 3 * 0.25, 7 * 4, 7 * 16, RatioUncertainty.PoissonRatio);

        Close(plain.Map(ratio => ratio / 8), weighted);
    }

    [Fact]
    public void Of_ExactDenominator_PoissonRatioIsPoisson() => Assert.Equal(Ratio.Of(4, 4, 5, 0, RatioUncertainty.Poisson), Ratio.Of(4, 4, 5, 0, RatioUncertainty.PoissonRatio));

    [Fact]
    public void Of_ExactNumerator_TheDenominatorsIntervalIsInverted() => Close(new(6, 6 / High1, 6 / Low1), Ratio.Of(6, 0, 1, 1, RatioUncertainty.PoissonRatio));

    [Fact]
    public void Of_Propagated_IsTheFormula() => Close(new(0.75, 0.75 - Math.Sqrt(0.5 / 16 + 9 * 0.25 / 256), 0.75 + Math.Sqrt(0.5 / 16 + 9 * 0.25 / 256)), Ratio.Of(3, 0.5, 4, 0.25, RatioUncertainty.Propagated));

    [Fact]
    public void Of_NegativeSums_EndsStandInOrder()
    {
        Close(new(-0.5, -High1 / 2, -Low1 / 2), Ratio.Of(1, 1, -2, 3, RatioUncertainty.Poisson));
        Assert.Equal(Ratio.Of(-1, 2, 3, 1, RatioUncertainty.Propagated), Ratio.Of(-1, 2, 3, 1, RatioUncertainty.PoissonRatio));
    }

    [Fact]
    public void Efficiency_Weighted_CountsEffectiveEntries()
    {
        // 20 entries of weight 0.5, of which 8 passed; 95 %: 0.1912–0.6395.
        Close(new(0.4, 0.19119006072531, 0.63945741269251), Efficiency.Of(4, 2, 10, 5, 0.95));
        // One of the 10 that failed has weight −1: more passed, in sum, than there are.
        Close(new(10.0 / 9, BinomialInterval.ClopperPearson(81.0 / 11, 81.0 / 11).Low, 1), Efficiency.Of(10, 10, 9, 11));
        Close(new(-0.5, double.NaN, double.NaN), Efficiency.Of(1, 1, -2, 4));
    }

    [Fact]
    public void Efficiency_MorePassedThanThereAre_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Efficiency.Of(5, 5, 4, 4));

    [Fact]
    public void Pull_WithoutADeviation_IsInfiniteOrAGap()
    {
        Assert.Equal(new Estimate(-1.5, -2.5, -0.5), Pull.Of(1, 4, 4));
        Assert.Equal(double.NegativeInfinity, Pull.Of(0, 0, 2).Value);
        Assert.Equal(double.PositiveInfinity, Pull.Of(0, 0, -2).Value);
        Assert.True(double.IsNaN(Pull.Of(0, 0, 2).Low));
        Assert.True(Pull.Of(0, 0, 0).IsGap);
    }

    [Fact]
    public void Asymmetry_OfPoissons_IsThatOfTheRatio()
    {
        // (a − b)/(a + b) = 2 p − 1.
        Close(new(-0.4, 2 * 0.14167190110718 - 1, 2 * 0.50826248199025 - 1), Asymmetry.Of(3, 3, 7, 7));
        Close(new(1, 2 * 0.83185081386202 - 1, 1), Asymmetry.Of(10, 10, 0, 0));
        Close(new(-1, -1, 2 * 0.16814918613798 - 1), Asymmetry.Of(0, 0, 10, 10));
        Assert.True(Asymmetry.Of(2, 4, -2, 4).IsGap);
        Close(new(0, -Math.Sqrt(0.1), Math.Sqrt(0.1)), Asymmetry.Of(5, 5, 5, 5, RatioUncertainty.Propagated));      // √((1 − A²) / N)
    }

    private static void Close(Estimate expected, Estimate actual)
    {
        Assert.Equal(expected.Value, actual.Value, 1e-12);
        Assert.Equal(expected.Low, actual.Low, 1e-11);
        Assert.Equal(expected.High, actual.High, 1e-11 * Math.Max(1, double.IsFinite(expected.High) ? Math.Abs(expected.High) : 1));
    }
}
