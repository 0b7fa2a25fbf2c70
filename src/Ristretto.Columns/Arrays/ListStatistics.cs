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
    public static Column<double> Mean<T>(this JaggedColumn<T> column, JaggedColumn<double> weights) where T : unmanaged, INumber<T> => column.Moment(1, weights);

    /// <summary>The moment of each list about zero, Σwxⁿ / Σw; shape <c>[events]</c>.</summary>
    /// <param name="column">The lists.</param>
    /// <param name="order">n.</param>
    /// <param name="weights">w, 1 when null.</param>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static Column<double> Moment<T>(this JaggedColumn<T> column, int order, JaggedColumn<double>? weights = null) where T : unmanaged, INumber<T>
    {
        var result = Allocate(column);
        Moments.Raw(column.Values, order, Values(weights, column), column.Offsets, result.Span);
        return new Column<double>(result);
    }

    /// <summary>The variance of each list, Σw(x − mean)² / (Σw − <paramref name="lostDegrees"/>); shape <c>[events]</c>.</summary>
    /// <param name="column">The lists.</param>
    /// <param name="lostDegrees">Degrees of freedom that are lost: 0 for the lists as they are, 1 for an estimate from a sample.</param>
    /// <param name="weights">w, 1 when null.</param>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static Column<double> Variance<T>(this JaggedColumn<T> column, int lostDegrees = 0, JaggedColumn<double>? weights = null) where T : unmanaged, INumber<T>
    {
        var result = Allocate(column);
        Moments.Covariance(column.Values, column.Values, lostDegrees, Values(weights, column), column.Offsets, result.Span);
        return new Column<double>(result);
    }

    /// <summary>The standard deviation of each list, the root of <see cref="Variance"/>; shape <c>[events]</c>.</summary>
    /// <param name="column">The lists.</param>
    /// <param name="lostDegrees">Degrees of freedom that are lost: 0 for the lists as they are, 1 for an estimate from a sample.</param>
    /// <param name="weights">w, 1 when null.</param>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static Column<double> StandardDeviation<T>(this JaggedColumn<T> column, int lostDegrees = 0, JaggedColumn<double>? weights = null) where T : unmanaged, INumber<T> =>
        ColumnMath.Sqrt(column.Variance(lostDegrees, weights));

    /// <summary>The covariance of the elements of two lists each, Σw(x − mean x)(y − mean y) / Σw; shape <c>[events]</c>.</summary>
    /// <param name="x">The lists.</param>
    /// <param name="y">The other lists.</param>
    /// <param name="weights">w, 1 when null.</param>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static Column<double> Covariance<T>(this JaggedColumn<T> x, JaggedColumn<T> y, JaggedColumn<double>? weights = null) where T : unmanaged, INumber<T>
    {
        x.Lists.RequireSame(y.Lists, "a jagged column", "another");
        var result = Allocate(x);
        Moments.Covariance(x.Values, y.Values, 0, Values(weights, x), x.Offsets, result.Span);
        return new Column<double>(result);
    }

    /// <summary>The correlation of the elements of two lists each, their covariance over both standard deviations; shape <c>[events]</c>.</summary>
    /// <param name="x">The lists.</param>
    /// <param name="y">The other lists.</param>
    /// <param name="weights">Weights, 1 when null.</param>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static Column<double> Correlation<T>(this JaggedColumn<T> x, JaggedColumn<T> y, JaggedColumn<double>? weights = null) where T : unmanaged, INumber<T> =>
        x.Covariance(y, weights) / ColumnMath.Sqrt(x.Variance(0, weights) * y.Variance(0, weights));

    /// <summary>The straight line through the points of two lists each, by least squares.</summary>
    /// <param name="x">The lists.</param>
    /// <param name="y">The other lists.</param>
    /// <param name="weights">1 / σ² of each y, 1 when null.</param>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static StraightLines LinearFit<T>(this JaggedColumn<T> x, JaggedColumn<T> y, JaggedColumn<double>? weights = null) where T : unmanaged, INumber<T>
    {
        x.Lists.RequireSame(y.Lists, "a jagged column", "another");
        ColumnBuffer<double> slope = Allocate(x), intercept = Allocate(x), slopeError = Allocate(x), interceptError = Allocate(x);
        Moments.LinearFit(x.Values, y.Values, Values(weights, x), x.Offsets, slope.Span, intercept.Span, slopeError.Span, interceptError.Span);
        return new StraightLines(new(slope), new(intercept), new(slopeError), new(interceptError));
    }

    /// <summary>exp(x) over the sum of exp(x) of the list: scores as probabilities, shape <c>[events][objects]</c>. Large scores do not overflow.</summary>
    public static JaggedColumn<double> Softmax<T>(this JaggedColumn<T> column) where T : unmanaged, INumber<T>
    {
        var result = ColumnBuffer<double>.Allocate(column.Workspace ?? column.Lists.Workspace, column.Lists.Total);
        Moments.Softmax(column.Values, column.Offsets, result.Span);
        return new JaggedColumn<double>(column.Lists, result);
    }

    private static ReadOnlySpan<double> Values<T>(JaggedColumn<double>? weights, JaggedColumn<T> column) where T : unmanaged, INumber<T>
    {
        weights?.Lists.RequireSame(column.Lists, "weights", "a jagged column");
        return weights is { } given ? given.Values : [];
    }

    private static ColumnBuffer<double> Allocate<T>(JaggedColumn<T> column) where T : unmanaged, INumber<T> =>
        ColumnBuffer<double>.Allocate(column.Workspace ?? column.Lists.Workspace, column.Length);
}
