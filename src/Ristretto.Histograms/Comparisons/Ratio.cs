using Ristretto.Histograms.Statistics;

namespace Ristretto.Histograms.Comparisons;

/// <summary>The ratio a/b of two sums of weights with its interval.</summary>
/// <remarks>
/// <para>Weighted sums count as (Σw)²/Σw² events of weight Σw²/Σw; an empty one is scaled by the weight that the caller says. 0/0 is a gap, 0/b is 0 with its upper limit, a/0 is infinite.</para>
/// <para>A sum with Σw² = 0 that is not zero is known exactly. Sums that are negative, or zero by cancellation, have no Poisson distribution: <see cref="RatioUncertainty.PoissonRatio"/> falls back
/// on <see cref="RatioUncertainty.Propagated"/> there, <see cref="RatioUncertainty.Poisson"/> on ±√Σw².</para>
/// </remarks>
public static class Ratio
{
    /// <summary>The ratio.</summary>
    /// <param name="a">Σw of the numerator.</param>
    /// <param name="varianceA">Its Σw².</param>
    /// <param name="b">Σw of the denominator.</param>
    /// <param name="varianceB">Its Σw².</param>
    /// <param name="uncertainty">Which uncertainty it gets.</param>
    /// <param name="scaleA">The weight of one event of the numerator, where that is empty; see <see cref="MeanWeight"/>.</param>
    /// <param name="scaleB">The weight of one event of the denominator, where that is empty.</param>
    /// <param name="coverage">The coverage; <see cref="RatioUncertainty.Propagated"/> is one standard deviation whatever it says.</param>
    /// <exception cref="ArgumentOutOfRangeException">For an efficiency, more entries passed than there are; or the coverage is not in (0, 1).</exception>
    public static Estimate Of(
        double a, double varianceA, double b, double varianceB, RatioUncertainty uncertainty, double scaleA = 1, double scaleB = 1, double coverage = PoissonInterval.OneSigma) => uncertainty switch
        {
            RatioUncertainty.Poisson => Over(a, PoissonInterval.Weighted(a, varianceA, scaleA, coverage), b),
            RatioUncertainty.PoissonRatio => OfPoissons(a, varianceA, b, varianceB, scaleA, scaleB, coverage),
            RatioUncertainty.Efficiency => Efficiency.Of(a, varianceA, b, varianceB, coverage),
            _ => Propagated(a, varianceA, b, varianceB),
        };

    private static Estimate OfPoissons(double a, double varianceA, double b, double varianceB, double scaleA, double scaleB, double coverage)
    {
        if (a == 0 && b == 0) return Estimate.Gap;
        if (a < 0 || b < 0 || (a == 0 && varianceA > 0) || (b == 0 && varianceB > 0)) return Propagated(a, varianceA, b, varianceB);
        if (b > 0 && varianceB == 0) return Over(a, PoissonInterval.Weighted(a, varianceA, scaleA, coverage), b);
        if (a > 0 && varianceA == 0)
        {
            var (lower, upper) = PoissonInterval.Weighted(b, varianceB, scaleB, coverage);
            return new(a / b, a / upper, a / lower);
        }
        if (a > 0) scaleA = varianceA / a;
        if (b > 0) scaleB = varianceB / b;
        var (low, high) = BinomialInterval.ClopperPearson(a / scaleA, a / scaleA + b / scaleB, coverage);
        var scale = scaleA / scaleB;
        return new(a / b, scale * low / (1 - low), scale * high / (1 - high));
    }

    private static Estimate Over(double a, Interval interval, double b) =>
        a == 0 && b == 0 ? Estimate.Gap : b < 0 ? new(a / b, interval.High / b, interval.Low / b) : new(a / b, interval.Low / b, interval.High / b);

    private static Estimate Propagated(double a, double varianceA, double b, double varianceB) =>
        a == 0 && b == 0 ? Estimate.Gap
            : b == 0 ? new(a / b, double.NaN, double.NaN)
            : Estimate.Symmetric(a / b, Math.Sqrt(varianceA / (b * b) + a * a * varianceB / (b * b * b * b)));
}
