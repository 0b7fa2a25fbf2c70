namespace Ristretto.Histograms.Statistics;

/// <summary>Clopper and Pearson's central interval for the probability of a binomial distribution.</summary>
/// <remarks>With coverage c and k of n: low = B⁻¹((1 − c)/2; k, n − k + 1), zero at k = 0; high = B⁻¹((1 + c)/2; k + 1, n − k), one at k = n, where B⁻¹ is the quantile of the beta distribution.
/// Source: C. Clopper and E. Pearson, Biometrika 26 (1934) 404.</remarks>
public static class BinomialInterval
{
    /// <summary>The interval for <paramref name="passed"/> of <paramref name="total"/> entries, which need not be whole; [0, 1] for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ passed ≤ total, or the coverage is not in (0, 1).</exception>
    public static Interval ClopperPearson(double passed, double total, double coverage = PoissonInterval.OneSigma)
    {
        if (!(passed >= 0 && passed <= total && double.IsFinite(total)))
            throw new ArgumentOutOfRangeException(nameof(passed), passed, $"expected 0 <= passed <= total = {total:R}");
        if (!(coverage is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "expected 0 < coverage < 1");
        var failed = total - passed;
        return new(
            passed == 0 ? 0 : IncompleteBeta.InverseLower(passed, failed + 1, (1 - coverage) / 2),
            failed == 0 ? 1 : IncompleteBeta.InverseLower(passed + 1, failed, (1 + coverage) / 2));
    }
}
