namespace Ristretto.Events.Corrections.Formulas;

/// <summary>The error function, erf(x) = 2/√π ∫₀ˣ exp(−t²) dt, which the base library lacks.</summary>
/// <remarks>Below 1 the Maclaurin series, above it 1 − exp(−x²)/√π times the continued fraction of the complement. Within 2 units in the
/// last place of the C library.</remarks>
internal static class ErrorFunction
{
    /// <summary>2/√π − 1; split off so that the leading term x is exact.</summary>
    private const double Excess = 0.12837916709551257390;

    private const double SqrtPi = 1.77245385090551602730;

    /// <summary>erf(x); NaN stays NaN.</summary>
    internal static double Erf(double x)
    {
        var size = Math.Abs(x);
        if (double.IsNaN(x)) return x;
        if (size < 1) return Series(x);
        return Math.CopySign(size > 6 ? 1 : 1 - Complement(size), x);
    }

    /// <summary>2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)).</summary>
    private static double Series(double x)
    {
        var square = x * x;
        double sum = 0, power = 1;
        Span<double> terms = stackalloc double[22];
        for (var n = 1; n <= terms.Length; n++)
        {
            power *= -square / n;
            terms[n - 1] = power / (2 * n + 1);
        }
        for (var n = terms.Length - 1; n >= 0; n--) sum += terms[n];
        return x + x * (Excess + (1 + Excess) * sum);
    }

    /// <summary>exp(−x²)/√π / (x + ½/(x + 1/(x + 3⁄2/(x + …)))), from the inside out.</summary>
    private static double Complement(double x)
    {
        var fraction = x;
        for (var n = (int)(160 / (x * x)) + 10; n > 0; n--) fraction = x + 0.5 * n / fraction;
        var square = x * x;
        var lost = Math.FusedMultiplyAdd(x, x, -square);
        return Math.Exp(-square) * (1 - lost) / (SqrtPi * fraction);
    }
}
