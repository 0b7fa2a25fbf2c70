namespace Ristretto.Histograms.Statistics;

/// <summary>The regularised incomplete gamma function P(a, x) and its inverse, the quantile of the gamma distribution.</summary>
/// <remarks>Series for x below a + 1, Lentz's continued fraction above (Abramowitz and Stegun 6.5.29, 6.5.31). The inverse starts from Wilson and Hilferty's approximation and improves it
/// by Newton's method inside a shrinking bracket until the step is below 1e-13 relative. Above a = 1e5, where rounding of the logarithms would show in P, the expansion of Cornish and Fisher leaves out less than 1e-14 of x.</remarks>
public static class IncompleteGamma
{
    private const double AsymptoticFrom = 1e5;
    private const int MaximumTerms = 100_000;

    /// <summary>P(a, x): the probability that a gamma variable of shape <paramref name="a"/> is below <paramref name="x"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="a"/> is not positive or <paramref name="x"/> is negative.</exception>
    public static double Lower(double a, double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        if (x == 0) return 0;
        return x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);
    }

    /// <summary>The x with P(a, x) = <paramref name="probability"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="a"/> is not positive or <paramref name="probability"/> not in [0, 1).</exception>
    public static double InverseLower(double a, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        if (!(probability is >= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "expected 0 <= probability < 1");
        if (probability == 0) return 0;
        return a > AsymptoticFrom ? CornishFisher(a, NormalQuantile(probability)) : Newton(a, probability);
    }

    private static double Newton(double a, double probability)
    {
        var (low, high) = (0.0, double.PositiveInfinity);
        var x = WilsonHilferty(a, probability);
        var logGamma = LogGamma.Of(a);
        for (var i = 0; i < 200; i++)
        {
            var excess = Lower(a, x) - probability;
            if (excess > 0) high = x;
            else low = x;
            var density = Math.Exp((a - 1) * Math.Log(x) - x - logGamma);
            var next = x - excess / density;
            if (!(next > low && next < high)) next = double.IsPositiveInfinity(high) ? 2 * x : (low + high) / 2;
            if (Math.Abs(next - x) <= 1e-13 * x) return next;
            x = next;
        }

        return x;
    }

    private static double WilsonHilferty(double a, double probability)
    {
        var ninth = 1 / (9 * a);
        var root = 1 - ninth + NormalQuantile(probability) * Math.Sqrt(ninth);
        var guess = a * root * root * root;
        return root > 0 && guess > 1e-6 * a ? guess : Math.Exp((Math.Log(probability) + LogGamma.Of(a + 1)) / a);
    }

    private static double CornishFisher(double a, double z)
    {
        var (root, z2) = (Math.Sqrt(a), z * z);
        return a + z * root + (z2 - 1) / 3 + (z2 - 7) * z / (36 * root) - (6 * z2 * z2 + 14 * z2 - 32) / (1620 * a);
    }

    // The normal distribution is the gamma distribution of shape 1/2: P(|z| < t) = P(1/2, t²/2).
    private static double NormalQuantile(double probability)
    {
        var central = Math.Abs(2 * probability - 1);
        if (central == 0) return 0;
        var x = central * central * Math.PI / 4;
        var logGamma = Math.Log(Math.PI) / 2;
        for (var i = 0; i < 100; i++)
        {
            var next = x - (Lower(0.5, x) - central) / Math.Exp(-0.5 * Math.Log(x) - x - logGamma);
            if (!(next > 0)) next = x / 2;
            if (Math.Abs(next - x) <= 1e-14 * x) break;
            x = next;
        }

        return Math.Sign(probability - 0.5) * Math.Sqrt(2 * x);
    }

    private static double Prefactor(double a, double x) => Math.Exp(a * Math.Log(x) - x - LogGamma.Of(a));

    private static double Series(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; n < MaximumTerms; n++)
        {
            term *= x / (a + n);
            sum += term;
            if (term < sum * 1e-17) break;
        }

        return sum * Prefactor(a, x);
    }

    private static double Fraction(double a, double x)
    {
        const double Tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < MaximumTerms; i++)
        {
            var numerator = -i * (i - a);
            b += 2;
            d = numerator * d + b;
            if (Math.Abs(d) < Tiny) d = Tiny;
            c = b + numerator / c;
            if (Math.Abs(c) < Tiny) c = Tiny;
            d = 1 / d;
            var factor = d * c;
            h *= factor;
            if (Math.Abs(factor - 1) < 1e-16) break;
        }

        return h * Prefactor(a, x);
    }
}
