using System.Numerics;

namespace Ristretto.Columns.Kernels;

/// <summary>Statistics of each list in double precision, first element to last: the order is part of the result, so there is no vector form.</summary>
internal static class Moments
{
    /// <summary>Σwx / Σw of each list.</summary>
    internal static void Mean<T>(ReadOnlySpan<T> values, ReadOnlySpan<double> weights, ReadOnlySpan<int> offsets, Span<double> result) where T : unmanaged, INumber<T>
    {
        for (var list = 0; list < result.Length; list++)
        {
            var (sum, all) = (0.0, 0.0);
            for (var i = offsets[list]; i < offsets[list + 1]; i++)
            {
                sum += weights[i] * double.CreateTruncating(values[i]);
                all += weights[i];
            }
            result[list] = sum / all;
        }
    }

    /// <summary>Σxⁿ / N of each list.</summary>
    internal static void Raw<T>(ReadOnlySpan<T> values, int order, ReadOnlySpan<int> offsets, Span<double> result) where T : unmanaged, INumber<T>
    {
        for (var list = 0; list < result.Length; list++)
        {
            var sum = 0.0;
            foreach (var value in values[offsets[list]..offsets[list + 1]]) sum += Math.Pow(double.CreateTruncating(value), order);
            result[list] = sum / (offsets[list + 1] - offsets[list]);
        }
    }

    /// <summary>Σ(x − mean x)(y − mean y) / (N − lost degrees of freedom) of each list; NaN without degrees of freedom.</summary>
    internal static void Covariance<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, int lostDegrees, ReadOnlySpan<int> offsets, Span<double> result) where T : unmanaged, INumber<T>
    {
        for (var list = 0; list < result.Length; list++)
        {
            var (start, end) = (offsets[list], offsets[list + 1]);
            var (sumX, sumY, sum) = (0.0, 0.0, 0.0);
            for (var i = start; i < end; i++)
            {
                sumX += double.CreateTruncating(x[i]);
                sumY += double.CreateTruncating(y[i]);
            }
            var (meanX, meanY) = (sumX / (end - start), sumY / (end - start));
            for (var i = start; i < end; i++) sum += (double.CreateTruncating(x[i]) - meanX) * (double.CreateTruncating(y[i]) - meanY);
            var degrees = end - start - lostDegrees;
            result[list] = degrees > 0 ? sum / degrees : double.NaN;
        }
    }

    /// <summary>Straight lines by unweighted least squares; see <see cref="Arrays.StraightLines"/>.</summary>
    internal static void LinearFit<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<int> offsets,
        Span<double> slope, Span<double> intercept, Span<double> slopeError, Span<double> interceptError) where T : unmanaged, INumber<T>
    {
        for (var list = 0; list < slope.Length; list++)
        {
            double n = offsets[list + 1] - offsets[list], sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
            for (var i = offsets[list]; i < offsets[list + 1]; i++)
            {
                var (a, b) = (double.CreateTruncating(x[i]), double.CreateTruncating(y[i]));
                sumX += a;
                sumY += b;
                sumXX += a * a;
                sumXY += a * b;
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
}
