using Ristretto.Histograms.Statistics;

namespace Ristretto.Tests.Histograms.Statistics;

public sealed class PoissonIntervalTests
{
    // Solved from the Poisson sums with 50 digits (Python's decimal module); rounded they are the published 0–1.841, 0.173–3.300, 0.708–4.638, 2.840–8.382, 6.891–14.267.
    [Theory]
    [InlineData(0, 0, 1.8410216450093)]
    [InlineData(1, 0.17275377902345, 3.2995265591159)]
    [InlineData(2, 0.70818543981897, 4.6378596234552)]
    [InlineData(5, 2.8403088555932, 8.3824726521469)]
    [InlineData(10, 6.8913055606384, 14.266949761009)]
    [InlineData(20, 15.565552017786, 25.546519229511)]
    [InlineData(100, 90.016745177113, 111.03336094115)]
    [InlineData(1000, 968.38250140657, 1032.6333234748)]
    public void Garwood_OneSigma_IsTheReference(int count, double low, double high)
    {
        var interval = PoissonInterval.Garwood(count);

        Assert.Equal(low, interval.Low, 1e-12 * Math.Max(1, low));
        Assert.Equal(high, interval.High, 1e-12 * high);
    }

    [Fact]
    public void Garwood_ManyEvents_IsSmoothAcrossTheChangeOfMethod()
    {
        var (below, above) = (PoissonInterval.Garwood(99_990), PoissonInterval.Garwood(100_010));

        Assert.Equal(20, above.Low - below.Low, 0.04);       // d(low)/dn = 1 - O(n^-1/2) for a step of 20
        Assert.Equal(20, above.High - below.High, 0.04);
        Assert.Equal(100_010 - Math.Sqrt(100_010), above.Low, 0.5);
    }

    [Fact]
    public void Weighted_EqualWeights_ScalesTheInterval()
    {
        var plain = PoissonInterval.Garwood(7);
        var weighted = PoissonInterval.Weighted(7 * 0.25, 7 * 0.25 * 0.25);

        Assert.Equal(0.25 * plain.Low, weighted.Low, 1e-13);
        Assert.Equal(0.25 * plain.High, weighted.High, 1e-13);
    }

    [Fact]
    public void Weighted_NegativeSum_IsSymmetric() => Assert.Equal(new Interval(-3, 1), PoissonInterval.Weighted(-1, 4));

    [Fact]
    public void OfBins_EmptyBin_TakesTheScaleOfTheNearestFilledOne()
    {
        var intervals = PoissonInterval.OfBins([10, 0, 0, 0.2], [10, 0, 0, 0.04]);

        Assert.Equal(1.8410216450093, intervals[1].High, 1e-12);
        Assert.Equal(0.2 * 1.8410216450093, intervals[2].High, 1e-12);
    }

    [Theory]
    [InlineData(-1, 0.68)]
    [InlineData(double.NaN, 0.68)]
    [InlineData(1, 1)]
    public void Garwood_Nonsense_IsRefused(double count, double coverage) => Assert.Throws<ArgumentOutOfRangeException>(() => PoissonInterval.Garwood(count, coverage));
}
