using Ristretto.Histograms.Statistics;

namespace Ristretto.Tests.Histograms.Statistics;

public sealed class BinomialIntervalTests
{
    // Solved from the binomial sums with 60 digits (Python's decimal module); 8 of 20 and 0 of 10 at 95 % are in tables as 0.1912–0.6395 and 0–0.3085.
    [Theory]
    [InlineData(0, 10, PoissonInterval.OneSigma, 0, 0.16814918613798)]
    [InlineData(1, 10, PoissonInterval.OneSigma, 0.017127014136728, 0.29413538963847)]
    [InlineData(3, 10, PoissonInterval.OneSigma, 0.14167190110718, 0.50826248199025)]
    [InlineData(10, 10, PoissonInterval.OneSigma, 0.83185081386202, 1)]
    [InlineData(50, 100, PoissonInterval.OneSigma, 0.44530092488943, 0.55469907511057)]
    [InlineData(99, 100, PoissonInterval.OneSigma, 0.96738187925875, 0.99827395354427)]
    [InlineData(7, 300, PoissonInterval.OneSigma, 0.014767600941853, 0.035675195560289)]
    [InlineData(0, 10, 0.95, 0, 0.30849710781876)]
    [InlineData(8, 20, 0.95, 0.19119006072531, 0.63945741269251)]
    public void ClopperPearson_Counts_IsTheReference(double passed, double total, double coverage, double low, double high)
    {
        var interval = BinomialInterval.ClopperPearson(passed, total, coverage);

        Assert.Equal(low, interval.Low, 1e-12);
        Assert.Equal(high, interval.High, 1e-12);
    }

    // (1 − high)^n = α/2: what is left of the beta quantile when nothing passed, for effective numbers too.
    [Theory]
    [InlineData(0.3)]
    [InlineData(17.25)]
    [InlineData(1e6)]
    public void ClopperPearson_NothingPassed_HasAClosedForm(double total) =>
        Assert.Equal(1 - Math.Pow((1 - PoissonInterval.OneSigma) / 2, 1 / total), BinomialInterval.ClopperPearson(0, total).High, 1e-12);

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2.5, 7.25)]
    [InlineData(2_000, 100_000)]
    public void ClopperPearson_PassedAndFailedExchanged_IsMirrored(double passed, double total)
    {
        var (one, other) = (BinomialInterval.ClopperPearson(passed, total), BinomialInterval.ClopperPearson(total - passed, total));

        Assert.Equal(one.Low, 1 - other.High, 1e-10);
        Assert.Equal(one.High, 1 - other.Low, 1e-10);
    }

    [Fact]
    public void ClopperPearson_NoEntries_SaysNothing() => Assert.Equal(new Interval(0, 1), BinomialInterval.ClopperPearson(0, 0));

    [Theory]
    [InlineData(2, 1, 0.68)]
    [InlineData(-1, 1, 0.68)]
    [InlineData(double.NaN, 1, 0.68)]
    [InlineData(1, double.PositiveInfinity, 0.68)]
    [InlineData(1, 2, 0)]
    public void ClopperPearson_Nonsense_IsRefused(double passed, double total, double coverage) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialInterval.ClopperPearson(passed, total, coverage));

    [Fact]
    public void IncompleteBeta_ParametersOne_IsUniform() => Assert.Equal(0.37, IncompleteBeta.Lower(1, 1, 0.37), 1e-15);

    [Theory]
    [InlineData(0.5, 0.5, 0.1)]
    [InlineData(0.01, 3, 0.2)]
    [InlineData(40, 2, 1e-9)]
    [InlineData(3e4, 5e5, 0.84)]
    public void InverseLower_OfAnyShape_IsTheInverse(double a, double b, double probability) =>
        Assert.Equal(probability, IncompleteBeta.Lower(a, b, IncompleteBeta.InverseLower(a, b, probability)), 1e-13 + 2e-15 * (a + b));
}
