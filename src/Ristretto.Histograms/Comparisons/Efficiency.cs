using Ristretto.Histograms.Statistics;

namespace Ristretto.Histograms.Comparisons;

/// <summary>The part of entries that passed, with Clopper and Pearson's interval.</summary>
/// <remarks>Weighted entries count as n = (Σw)²/Σw² of the whole, of which the part n · a/b passed; where negative weights push that out of [0, n], the interval is that of the nearest end. A gap where
/// there are no entries; without an interval where the whole is negative.</remarks>
public static class Efficiency
{
    /// <summary>The efficiency.</summary>
    /// <param name="passed">Σw of those that passed, which are among the others.</param>
    /// <param name="variancePassed">Their Σw².</param>
    /// <param name="total">Σw of all.</param>
    /// <param name="varianceTotal">Their Σw².</param>
    /// <param name="coverage">The coverage.</param>
    /// <exception cref="ArgumentOutOfRangeException">Counts without weights of which more passed than there are; or the coverage is not in (0, 1).</exception>
    public static Estimate Of(double passed, double variancePassed, double total, double varianceTotal, double coverage = PoissonInterval.OneSigma)
    {
        if (passed == 0 && total == 0) return Estimate.Gap;
        var value = passed / total;
        var areCounts = variancePassed == passed && varianceTotal == total;
        if (areCounts && !(value is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(passed), passed, $"more passed than there are: {passed:R} of {total:R}");
        if (!(total > 0)) return new(value, double.NaN, double.NaN);
        if (varianceTotal == 0) return new(value, value, value);
        var entries = total / varianceTotal * total;
        var (low, high) = BinomialInterval.ClopperPearson(Math.Clamp(value, 0, 1) * entries, entries, coverage);
        return new(value, low, high);
    }
}
