namespace Ristretto.Histograms.Statistics;

/// <summary>The regularised incomplete beta function I(x; a, b) and its inverse, the quantile of the beta distribution.</summary>
/// <remarks>Lentz's evaluation of the continued fraction (Abramowitz and Stegun 26.5.8), on the side of the mean where it converges fast. The inverse is Newton's method inside a shrinking bracket,
/// until the step is below 1e-14 relative. The logarithms of gamma functions round: for a + b = n the probability is good to about 1e-16 n ln n.</remarks>
public static class IncompleteBeta
{
    private const int MaximumTerms = 1_000_000;

    /// <summary>I(x; a, b): the probability that a beta variable is below <paramref name="x"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive, or <paramref name="x"/> is not in [0, 1].</exception>
    public static double Lower(double a, double b, double x)
    {
        RequireParameters(a, b);
        if (!(x is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(x), x, "expected 0 <= x <= 1");
        if (x is 0 or 1) return x;
        var prefactor = Math.Exp(a * Math.Log(x) + b * double.LogP1(-x) - LogBeta(a, b));
        return x < (a + 1) / (a + b + 2) ? prefactor * Fraction(a, b, x) / a : 1 - prefactor * Fraction(b, a, 1 - x) / b;
    }

    /// <summary>The x with I(x; a, b) = <paramref name="probability"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive, or the probability is not in [0, 1].</exception>
    public static double InverseLower(double a, double b, double probability)
    {
        RequireParameters(a, b);
        if (!(probability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "expected 0 <= probability <= 1");
        if (probability is 0 or 1) return probability;
        var (low, high, x) = (0.0, 1.0, a / (a + b));
        var logBeta = LogBeta(a, b);
        for (var i = 0; i < 1100; i++)
        {
            var excess = Lower(a, b, x) - probability;
            if (excess > 0) high = x;
            else low = x;
            var next = x - excess / Math.Exp((a - 1) * Math.Log(x) + (b - 1) * double.LogP1(-x) - logBeta);
            if (!(next > low && next < high)) next = (low + high) / 2;
            if (Math.Abs(next - x) <= 1e-14 * x) return next;
            x = next;
        }
        return x;
    }

    private static void RequireParameters(double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
    }

    private static double LogBeta(double a, double b) => LogGamma.Of(a) + LogGamma.Of(b) - LogGamma.Of(a + b);

    private static double Fraction(double a, double b, double x)
    {
        var (c, d) = (1.0, Away(1 - (a + b) * x / (a + 1)));
        d = 1 / d;
        var h = d;
        for (var m = 1; m < MaximumTerms; m++)
        {
            Step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            if (Step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))) < 1e-16) break;
        }
        return h;

        double Step(double coefficient)
        {
            d = 1 / Away(1 + coefficient * d);
            c = Away(1 + coefficient / c);
            h *= c * d;
            return Math.Abs(c * d - 1);
        }
    }

    /// <summary>Never exactly zero, so that it can be divided by.</summary>
    private static double Away(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
