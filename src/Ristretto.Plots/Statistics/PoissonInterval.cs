namespace Ristretto.Plots.Statistics;

/// <summary>Garwood's central interval for the mean of a Poisson distribution.</summary>
/// <remarks>With coverage c and n events: low = ½ χ²⁻¹((1 − c)/2; 2n), zero at n = 0; high = ½ χ²⁻¹((1 + c)/2; 2n + 2). Source: F. Garwood, Biometrika 28 (1936) 437.</remarks>
public static class PoissonInterval
{
    /// <summary>The coverage of one standard deviation of a normal distribution.</summary>
    public const double OneSigma = 0.682689492137086;

    /// <summary>The interval for <paramref name="count"/> events; the count need not be whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or not a number, or the coverage is not in (0, 1).</exception>
    public static Interval Garwood(double count, double coverage = OneSigma)
    {
        if (!(count >= 0)) throw new ArgumentOutOfRangeException(nameof(count), count, "expected a count >= 0");
        if (!(coverage is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "expected 0 < coverage < 1");
        var low = count == 0 ? 0 : IncompleteGamma.InverseLower(count, (1 - coverage) / 2);
        return new(low, IncompleteGamma.InverseLower(count + 1, (1 + coverage) / 2));
    }

    /// <summary>The interval for a sum of weights: that of the effective count Σw²-wise, scaled by the mean weight.</summary>
    /// <param name="sumOfWeights">Σw.</param>
    /// <param name="sumOfSquaredWeights">Σw².</param>
    /// <param name="emptyScale">The weight of one event where the sums are zero; usually the nearest filled bin's Σw²/Σw.</param>
    /// <param name="coverage">The coverage.</param>
    /// <remarks>n = (Σw)²/Σw², scale = Σw²/Σw. A negative sum of weights has no Poisson interval; there the symmetric ±√Σw² is returned.</remarks>
    public static Interval Weighted(double sumOfWeights, double sumOfSquaredWeights, double emptyScale = 1, double coverage = OneSigma)
    {
        if (sumOfSquaredWeights == 0) return new(0, emptyScale * Garwood(0, coverage).High);
        if (sumOfWeights <= 0)
        {
            var error = Math.Sqrt(sumOfSquaredWeights);
            return new(sumOfWeights - error, sumOfWeights + error);
        }

        var scale = sumOfSquaredWeights / sumOfWeights;
        var (low, high) = Garwood(sumOfWeights / scale, coverage);
        return new(scale * low, scale * high);
    }

    /// <summary>The intervals of all bins; an empty bin is scaled by the nearest filled bin's Σw²/Σw (the left one of two equally near), and by 1 when all are empty.</summary>
    public static Interval[] OfBins(ReadOnlySpan<double> sumsOfWeights, ReadOnlySpan<double> sumsOfSquaredWeights, double coverage = OneSigma)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sumsOfSquaredWeights.Length, sumsOfWeights.Length);
        var intervals = new Interval[sumsOfWeights.Length];
        for (var i = 0; i < intervals.Length; i++)
        {
            var scale = sumsOfSquaredWeights[i] == 0 ? NearestScale(sumsOfWeights, sumsOfSquaredWeights, i) : 1;
            intervals[i] = Weighted(sumsOfWeights[i], sumsOfSquaredWeights[i], scale, coverage);
        }

        return intervals;
    }

    private static double NearestScale(ReadOnlySpan<double> sums, ReadOnlySpan<double> squares, int bin)
    {
        for (var distance = 1; distance < sums.Length; distance++)
        {
            for (var sign = -1; sign <= 1; sign += 2)
            {
                var i = bin + sign * distance;
                if (i >= 0 && i < sums.Length && sums[i] > 0 && squares[i] > 0) return squares[i] / sums[i];
            }
        }

        return 1;
    }
}
