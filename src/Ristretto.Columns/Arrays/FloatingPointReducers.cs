using System.Numerics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

/// <summary>Sums of floating-point lists: added up in double precision from the first element to the last, so that the result depends on
/// nothing but the list. A sum is NaN when an element is.</summary>
public static class FloatingPointReducers
{
    /// <summary>The sum of each list, shape <c>[events]</c>; 0 for an empty list.</summary>
    public static Column<double> Sum<T>(this JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var result = ColumnBuffer<double>.Allocate(column.Workspace ?? column.Lists.Workspace, column.Length);
        Reduce.Sum(column.Values, column.Offsets, result.Span);
        return new Column<double>(result);
    }

    /// <summary>The sum of the elements of each list for which the mask is true, shape <c>[events]</c>.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public static Column<double> SumWhere<T>(this JaggedColumn<T> column, JaggedMask mask) where T : unmanaged, IFloatingPointIeee754<T>
    {
        column.Lists.RequireSame(mask.Lists, "a jagged column", "a mask");
        var result = ColumnBuffer<double>.Allocate(column.Workspace ?? mask.Workspace, column.Length);
        Reduce.SumWhere(column.Values, mask.AsBytes(), column.Offsets, result.Span);
        return new Column<double>(result);
    }

    /// <summary>The product of each list, shape <c>[events]</c>; 1 for an empty list.</summary>
    public static Column<double> Prod<T>(this JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var result = ColumnBuffer<double>.Allocate(column.Workspace ?? column.Lists.Workspace, column.Length);
        Reduce.Product(column.Values, column.Offsets, result.Span);
        return new Column<double>(result);
    }

    /// <summary>The mean of each list, shape <c>[events]</c>; NaN for an empty list.</summary>
    public static Column<double> Mean<T>(this JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var result = ColumnBuffer<double>.Allocate(column.Workspace ?? column.Lists.Workspace, column.Length);
        Reduce.Mean(column.Values, column.Offsets, result.Span);
        return new Column<double>(result);
    }

    /// <summary>The sum of the values that are there, shape <c>[events]</c>; 0 for a list without values.</summary>
    public static Column<double> Sum<T>(this OptionalJaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => column.Values.SumWhere(column.HasValue);

    /// <summary>The mean of the values that are there, shape <c>[events]</c>; NaN for a list without values.</summary>
    public static Column<double> Mean<T>(this OptionalJaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => column.DropNone().Mean();

    /// <summary>The sum of each innermost list, shape <c>[events][objects]</c>; 0 for an empty list.</summary>
    public static JaggedColumn<double> Sum<T>(this NestedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, column.Inner.Sum().Buffer);

    /// <summary>The mean of each innermost list, shape <c>[events][objects]</c>; NaN for an empty list.</summary>
    public static JaggedColumn<double> Mean<T>(this NestedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, column.Inner.Mean().Buffer);
}
