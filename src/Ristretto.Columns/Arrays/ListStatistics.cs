using System.Numerics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

/// <summary>Statistics of each list: everything is added up in double precision from the first element to the last, so that the result depends on
/// nothing but the list. NaN for a list with too few elements.</summary>
public static class ListStatistics
{
    /// <summary>The largest minus the smallest element of each list; NaN is passed over; None for a list without numbers.</summary>
    public static OptionalColumn<T> Spread<T>(this JaggedColumn<T> column) where T : unmanaged, INumber<T> => column.Max() - column.Min();

    /// <summary>The weighted mean of each list, Σwx / Σw; shape <c>[events]</c>.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static Column<double> Mean<T>(this JaggedColumn<T> column, JaggedColumn<double> weights) where T : unmanaged, INumber<T>
    {
        column.Lists.RequireSame(weights.Lists, "a jagged column", "weights");
        var result = Allocate(column);
        Moments.Mean(column.Values, weights.Values, column.Offsets, result.Span);
        return new Column<double>(result);
    }

    /// <summary>The moment of each list about zero, Σxⁿ / N; shape <c>[events]</c>.</summary>
    /// <param name="column">The lists.</param>
    /// <param name="order">n.</param>
    public static Column<double> Moment<T>(this JaggedColumn<T> column, int order) where T : unmanaged, INumber<T>
    {
        var result = Allocate(column);
        Moments.Raw(column.Values, order, column.Offsets, result.Span);
        return new Column<double>(result);
    }

    /// <summary>The variance of each list, Σ(x − mean)² / (N − <paramref name="lostDegrees"/>); shape <c>[events]</c>.</summary>
    /// <param name="column">The lists.</param>
    /// <param name="lostDegrees">Degrees of freedom that are lost: 0 for the lists as they are, 1 for an estimate from a sample.</param>
    public static Column<double> Variance<T>(this JaggedColumn<T> column, int lostDegrees = 0) where T : unmanaged, INumber<T>
    {
        var result = Allocate(column);
        Moments.Covariance(column.Values, column.Values, lostDegrees, column.Offsets, result.Span);
        return new Column<double>(result);
    }

    /// <summary>The standard deviation of each list, the root of <see cref="Variance"/>; shape <c>[events]</c>.</summary>
    /// <param name="column">The lists.</param>
    /// <param name="lostDegrees">Degrees of freedom that are lost: 0 for the lists as they are, 1 for an estimate from a sample.</param>
    public static Column<double> StandardDeviation<T>(this JaggedColumn<T> column, int lostDegrees = 0) where T : unmanaged, INumber<T> =>
        ColumnMath.Sqrt(column.Variance(lostDegrees));

    /// <summary>The covariance of the elements of two lists each, Σ(x − mean x)(y − mean y) / N; shape <c>[events]</c>.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static Column<double> Covariance<T>(this JaggedColumn<T> x, JaggedColumn<T> y) where T : unmanaged, INumber<T>
    {
        x.Lists.RequireSame(y.Lists, "a jagged column", "another");
        var result = Allocate(x);
        Moments.Covariance(x.Values, y.Values, 0, x.Offsets, result.Span);
        return new Column<double>(result);
    }

    /// <summary>The correlation of the elements of two lists each, their covariance over both standard deviations; shape <c>[events]</c>.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static Column<double> Correlation<T>(this JaggedColumn<T> x, JaggedColumn<T> y) where T : unmanaged, INumber<T> =>
        x.Covariance(y) / ColumnMath.Sqrt(x.Variance() * y.Variance());

    /// <summary>The straight line through the points of two lists each, by unweighted least squares.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static StraightLines LinearFit<T>(this JaggedColumn<T> x, JaggedColumn<T> y) where T : unmanaged, INumber<T>
    {
        x.Lists.RequireSame(y.Lists, "a jagged column", "another");
        ColumnBuffer<double> slope = Allocate(x), intercept = Allocate(x), slopeError = Allocate(x), interceptError = Allocate(x);
        Moments.LinearFit(x.Values, y.Values, x.Offsets, slope.Span, intercept.Span, slopeError.Span, interceptError.Span);
        return new StraightLines(new(slope), new(intercept), new(slopeError), new(interceptError));
    }

    /// <summary>exp(x) over the sum of exp(x) of the list: scores as probabilities, shape <c>[events][objects]</c>. Large scores do not overflow.</summary>
    public static JaggedColumn<double> Softmax<T>(this JaggedColumn<T> column) where T : unmanaged, INumber<T>
    {
        var result = ColumnBuffer<double>.Allocate(column.Workspace ?? column.Lists.Workspace, column.Lists.Total);
        Moments.Softmax(column.Values, column.Offsets, result.Span);
        return new JaggedColumn<double>(column.Lists, result);
    }

    private static ColumnBuffer<double> Allocate<T>(JaggedColumn<T> column) where T : unmanaged, INumber<T> =>
        ColumnBuffer<double>.Allocate(column.Workspace ?? column.Lists.Workspace, column.Length);
}
