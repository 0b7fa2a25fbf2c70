using System.Numerics;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Columns.Arrays;

/// <summary>NaN is a number among others and None is the absence of one; here the one becomes the other, or an ordinary number.</summary>
public static class NotANumber
{
    /// <summary>None in place of NaN.</summary>
    public static OptionalColumn<T> NoneIfNaN<T>(this Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => column.NoneUnless(!IsNaN(column));

    /// <summary>None in place of NaN; lengths unchanged.</summary>
    public static OptionalJaggedColumn<T> NoneIfNaN<T>(this JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => column.NoneUnless(!IsNaN(column));

    /// <summary>Numbers in place of NaN and of the infinities.</summary>
    /// <param name="column">The column.</param>
    /// <param name="nan">In place of NaN.</param>
    /// <param name="positive">In place of +∞; the largest number of the type when null.</param>
    /// <param name="negative">In place of −∞; the smallest number of the type when null.</param>
    public static Column<T> ReplaceNaN<T>(this Column<T> column, T nan = default, T? positive = null, T? negative = null)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var result = ColumnBuffer<T>.Allocate(column.Workspace, column.Length);
        var (high, low) = (positive ?? T.MaxValue, negative ?? T.MinValue);
        var from = column.AsSpan();
        var to = result.Span;
        for (var i = 0; i < to.Length; i++)
            to[i] = T.IsNaN(from[i]) ? nan : T.IsPositiveInfinity(from[i]) ? high : T.IsNegativeInfinity(from[i]) ? low : from[i];
        return new Column<T>(result);
    }

    /// <summary>Numbers in place of NaN and of the infinities; see <see cref="ReplaceNaN{T}(Column{T}, T, T?, T?)"/>.</summary>
    /// <param name="column">The column.</param>
    /// <param name="nan">In place of NaN.</param>
    /// <param name="positive">In place of +∞; the largest number of the type when null.</param>
    /// <param name="negative">In place of −∞; the smallest number of the type when null.</param>
    public static JaggedColumn<T> ReplaceNaN<T>(this JaggedColumn<T> column, T nan = default, T? positive = null, T? negative = null)
        where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T> => new(column.Lists, column.Flat.ReplaceNaN(nan, positive, negative).Buffer);
}
