namespace Ristretto.Histograms.Statistics;

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
    /// <remarks>n = (Σw)²/Σw², scale = Σw²/Σw. A sum of weights that is not positive has no Poisson interval; there the symmetric ±√Σw² is returned.
    /// A sum without a variance is known exactly: the interval has no width.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The coverage is not in (0, 1).</exception>
    public static Interval Weighted(double sumOfWeights, double sumOfSquaredWeights, double emptyScale = 1, double coverage = OneSigma)
    {
        if (sumOfSquaredWeights == 0) return sumOfWeights == 0 ? new(0, emptyScale * Garwood(0, coverage).High) : new(sumOfWeights, sumOfWeights);
        if (sumOfWeights <= 0)
        {
            var error = Math.Sqrt(sumOfSquaredWeights);
            return new(sumOfWeights - error, sumOfWeights + error);
        }

        var scale = sumOfSquaredWeights / sumOfWeights;
        var (low, high) = Garwood(sumOfWeights / scale, coverage);
        return new(scale * low, scale * high);
    }

    /// <summary>The intervals of neighbouring bins; an empty one is scaled by <see cref="MeanWeight.OfEmptyBins"/>.</summary>
    /// <exception cref="ArgumentException">The numbers of bins differ.</exception>
    public static Interval[] OfBins(ReadOnlySpan<double> sumsOfWeights, ReadOnlySpan<double> sumsOfSquaredWeights, double coverage = OneSigma)
    {
        var scales = MeanWeight.OfEmptyBins(sumsOfWeights, sumsOfSquaredWeights);
        var intervals = new Interval[sumsOfWeights.Length];
        for (var i = 0; i < intervals.Length; i++) intervals[i] = Weighted(sumsOfWeights[i], sumsOfSquaredWeights[i], scales[i], coverage);
        return intervals;
    }
}
