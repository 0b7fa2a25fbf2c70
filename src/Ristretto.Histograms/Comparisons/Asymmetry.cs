using Ristretto.Histograms.Statistics;

namespace Ristretto.Histograms.Comparisons;

/// <summary>The asymmetry (a − b) / (a + b) of two sums of weights.</summary>
public static class Asymmetry
{
    /// <summary>The asymmetry; a gap where the sum is zero.</summary>
    /// <remarks>With the ratio r = a/b it is (r − 1) / (r + 1), and so are the ends of its interval: for <see cref="RatioUncertainty.PoissonRatio"/> it covers exactly what that of the ratio does.
    /// <see cref="RatioUncertainty.Propagated"/> is 2 √(b² σ²(a) + a² σ²(b)) / (a + b)² to both sides. Where a sum is negative the interval is the propagated one for every kind.</remarks>
    /// <param name="a">Σw of the first.</param>
    /// <param name="varianceA">Its Σw².</param>
    /// <param name="b">Σw of the second.</param>
    /// <param name="varianceB">Its Σw².</param>
    /// <param name="uncertainty">Which uncertainty it gets.</param>
    /// <param name="scaleA">The weight of one event of the first, where that is empty.</param>
    /// <param name="scaleB">The weight of one event of the second, where that is empty.</param>
    /// <param name="coverage">The coverage.</param>
    /// <exception cref="ArgumentOutOfRangeException">For an efficiency, more entries passed than there are; or the coverage is not in (0, 1).</exception>
    public static Estimate Of(
        double a, double varianceA, double b, double varianceB, RatioUncertainty uncertainty = RatioUncertainty.PoissonRatio,
        double scaleA = 1, double scaleB = 1, double coverage = PoissonInterval.OneSigma)
    {
        var sum = a + b;
        if (sum == 0) return Estimate.Gap;
        var value = (a - b) / sum;
        if (uncertainty == RatioUncertainty.Propagated || a < 0 || b < 0) return Estimate.Symmetric(value, 2 * Math.Sqrt(b * b * varianceA + a * a * varianceB) / (sum * sum));
        var ratio = Ratio.Of(a, varianceA, b, varianceB, uncertainty, scaleA, scaleB, coverage);
        return new(value, Of(ratio.Low), Of(ratio.High));
    }

    private static double Of(double ratio) => double.IsPositiveInfinity(ratio) ? 1 : (ratio - 1) / (ratio + 1);
}
