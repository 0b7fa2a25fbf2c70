using System.Numerics;

namespace Ristretto.Columns.Kernels;

/// <summary>Statistics of each list in double precision, first element to last: the order is part of the result, so there is no vector form.
/// Without weights every weight is 1.</summary>
internal static class Moments
{
    /// <summary>Σwxⁿ / Σw of each list.</summary>
    internal static void Raw<T>(ReadOnlySpan<T> values, int order, ReadOnlySpan<double> weights, ReadOnlySpan<int> offsets, Span<double> result) where T : unmanaged, INumber<T>
    {
        for (var list = 0; list < result.Length; list++)
        {
            var (sum, all) = (0.0, 0.0);
            for (var i = offsets[list]; i < offsets[list + 1]; i++)
            {
                var (value, weight) = (double.CreateTruncating(values[i]), Weight(weights, i));
                sum += weight * (order == 1 ? value : Math.Pow(value, order));
                all += weight;
            }
            result[list] = sum / all;
        }
    }

    /// <summary>Σw(x − mean x)(y − mean y) / (Σw − lost degrees of freedom) of each list; NaN without degrees of freedom.</summary>
    internal static void Covariance<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, int lostDegrees, ReadOnlySpan<double> weights, ReadOnlySpan<int> offsets, Span<double> result)
        where T : unmanaged, INumber<T>
    {
        for (var list = 0; list < result.Length; list++)
        {
            var (start, end) = (offsets[list], offsets[list + 1]);
            var (sumX, sumY, sum, all) = (0.0, 0.0, 0.0, 0.0);
            for (var i = start; i < end; i++)
            {
                var weight = Weight(weights, i);
                sumX += weight * double.CreateTruncating(x[i]);
                sumY += weight * double.CreateTruncating(y[i]);
                all += weight;
            }
            var (meanX, meanY) = (sumX / all, sumY / all);
            for (var i = start; i < end; i++) sum += Weight(weights, i) * ((double.CreateTruncating(x[i]) - meanX) * (double.CreateTruncating(y[i]) - meanY));
            var degrees = all - lostDegrees;
            result[list] = degrees > 0 ? sum / degrees : double.NaN;
        }
    }

    /// <summary>Straight lines by least squares; see <see cref="Arrays.StraightLines"/>.</summary>
    internal static void LinearFit<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<double> weights, ReadOnlySpan<int> offsets,
        Span<double> slope, Span<double> intercept, Span<double> slopeError, Span<double> interceptError) where T : unmanaged, INumber<T>
    {
        for (var list = 0; list < slope.Length; list++)
        {
            double n = 0, sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
            for (var i = offsets[list]; i < offsets[list + 1]; i++)
            {
                var (a, b, weight) = (double.CreateTruncating(x[i]), double.CreateTruncating(y[i]), Weight(weights, i));
                n += weight;
                sumX += weight * a;
                sumY += weight * b;
                sumXX += weight * (a * a);
                sumXY += weight * (a * b);
            }
            var delta = n * sumXX - sumX * sumX;
            var isFixed = delta > 0;
            slope[list] = isFixed ? (n * sumXY - sumX * sumY) / delta : double.NaN;
            intercept[list] = isFixed ? (sumXX * sumY - sumX * sumXY) / delta : double.NaN;
            slopeError[list] = isFixed ? Math.Sqrt(n / delta) : double.NaN;
            interceptError[list] = isFixed ? Math.Sqrt(sumXX / delta) : double.NaN;
        }
    }

    /// <summary>exp(x − max) over the sum of exp(x − max) of each list.</summary>
    internal static void Softmax<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> offsets, Span<double> result) where T : unmanaged, INumber<T>
    {
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var (start, end) = (offsets[list], offsets[list + 1]);
            var (largest, sum) = (double.NegativeInfinity, 0.0);
            for (var i = start; i < end; i++) largest = Math.Max(largest, double.CreateTruncating(values[i]));
            for (var i = start; i < end; i++) sum += result[i] = Math.Exp(double.CreateTruncating(values[i]) - largest);
            for (var i = start; i < end; i++) result[i] /= sum;
        }
    }

    private static double Weight(ReadOnlySpan<double> weights, int at) => weights.IsEmpty ? 1 : weights[at];
}
