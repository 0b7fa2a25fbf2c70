using System.Numerics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

/// <summary>Functions of columns, value by value; meant for <c>using static Ristretto.Columns.Arrays.ColumnMath;</c>. They keep the type and
/// the shape: a float column is computed in single precision, a double column in double precision; convert with <c>To&lt;double&gt;()</c> for more digits.</summary>
/// <remarks>Abs and Sqrt are exact. The others are those of <see cref="MathF"/> and <see cref="Math"/>, within a few units of the last place.</remarks>
public static partial class ColumnMath
{
    /// <summary>|x|; exact. The smallest integer of a signed type stays as it is.</summary>
    public static Column<T> Abs<T>(Column<T> column) where T : unmanaged, INumber<T> => Map<T, Absolute<T>>(column);

    /// <summary>|x|; exact. The smallest integer of a signed type stays as it is.</summary>
    public static JaggedColumn<T> Abs<T>(JaggedColumn<T> column) where T : unmanaged, INumber<T> => new(column.Lists, Abs(column.Flat).Buffer);

    /// <summary>√x, correctly rounded; NaN below zero.</summary>
    public static Column<T> Sqrt<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => Map<T, SquareRoot<T>>(column);

    /// <summary>√x, correctly rounded; NaN below zero.</summary>
    public static JaggedColumn<T> Sqrt<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Sqrt(column.Flat).Buffer);

    /// <summary>eˣ.</summary>
    public static Column<T> Exp<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Exp<T>>(column);

    /// <summary>eˣ.</summary>
    public static JaggedColumn<T> Exp<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Exp(column.Flat).Buffer);

    /// <summary>ln x; −∞ at 0, NaN below.</summary>
    public static Column<T> Log<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Log<T>>(column);

    /// <summary>ln x; −∞ at 0, NaN below.</summary>
    public static JaggedColumn<T> Log<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Log(column.Flat).Buffer);

    /// <summary>log₁₀ x; −∞ at 0, NaN below.</summary>
    public static Column<T> Log10<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Log10<T>>(column);

    /// <summary>log₁₀ x; −∞ at 0, NaN below.</summary>
    public static JaggedColumn<T> Log10<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Log10(column.Flat).Buffer);

    /// <summary>sin x, x in radians.</summary>
    public static Column<T> Sin<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Sin<T>>(column);

    /// <summary>sin x, x in radians.</summary>
    public static JaggedColumn<T> Sin<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Sin(column.Flat).Buffer);

    /// <summary>cos x, x in radians.</summary>
    public static Column<T> Cos<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Cos<T>>(column);

    /// <summary>cos x, x in radians.</summary>
    public static JaggedColumn<T> Cos<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Cos(column.Flat).Buffer);

    /// <summary>tan x, x in radians.</summary>
    public static Column<T> Tan<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Tan<T>>(column);

    /// <summary>tan x, x in radians.</summary>
    public static JaggedColumn<T> Tan<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Tan(column.Flat).Buffer);

    /// <summary>sinh x.</summary>
    public static Column<T> Sinh<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Sinh<T>>(column);

    /// <summary>sinh x.</summary>
    public static JaggedColumn<T> Sinh<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Sinh(column.Flat).Buffer);

    /// <summary>cosh x.</summary>
    public static Column<T> Cosh<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Cosh<T>>(column);

    /// <summary>cosh x.</summary>
    public static JaggedColumn<T> Cosh<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Cosh(column.Flat).Buffer);

    /// <summary>tanh x.</summary>
    public static Column<T> Tanh<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Tanh<T>>(column);

    /// <summary>tanh x.</summary>
    public static JaggedColumn<T> Tanh<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Tanh(column.Flat).Buffer);

    /// <summary>arsinh x.</summary>
    public static Column<T> Asinh<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Asinh<T>>(column);

    /// <summary>arsinh x.</summary>
    public static JaggedColumn<T> Asinh<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Asinh(column.Flat).Buffer);

    /// <summary>The largest whole number that is not above x.</summary>
    public static Column<T> Floor<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Floor<T>>(column);

    /// <summary>The largest whole number that is not above x.</summary>
    public static JaggedColumn<T> Floor<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Floor(column.Flat).Buffer);

    /// <summary>The smallest whole number that is not below x.</summary>
    public static Column<T> Ceiling<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Ceiling<T>>(column);

    /// <summary>The smallest whole number that is not below x.</summary>
    public static JaggedColumn<T> Ceiling<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Ceiling(column.Flat).Buffer);

    /// <summary>The nearest whole number; halves go to the even one.</summary>
    public static Column<T> Round<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Round<T>>(column);

    /// <summary>The nearest whole number; halves go to the even one.</summary>
    public static JaggedColumn<T> Round<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Round(column.Flat).Buffer);

    /// <summary>−1, 0 or 1 by the sign of x; ±0 and NaN stay as they are.</summary>
    public static Column<T> Sign<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Sign<T>>(column);

    /// <summary>−1, 0 or 1 by the sign of x; ±0 and NaN stay as they are.</summary>
    public static JaggedColumn<T> Sign<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, Sign(column.Flat).Buffer);

    /// <summary>Whether x is NaN.</summary>
    public static Mask IsNaN<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => Test<T, IsNotANumber<T>>(column);

    /// <summary>Whether x is NaN.</summary>
    public static JaggedMask IsNaN<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, IsNaN(column.Flat).Buffer);

    /// <summary>Whether x is neither NaN nor infinite.</summary>
    public static Mask IsFinite<T>(Column<T> column) where T : unmanaged, IFloatingPointIeee754<T> => Test<T, IsFiniteNumber<T>>(column);

    /// <summary>Whether x is neither NaN nor infinite.</summary>
    public static JaggedMask IsFinite<T>(JaggedColumn<T> column) where T : unmanaged, IFloatingPointIeee754<T> => new(column.Lists, IsFinite(column.Flat).Buffer);

    private static Column<T> Map<T, TFunction>(Column<T> column) where T : unmanaged, INumber<T> where TFunction : IVectorFunction<T>
    {
        var result = ColumnBuffer<T>.Allocate(column.Workspace, column.Length);
        Elementwise.Map<T, TFunction>(column.AsSpan(), result.Span);
        return new Column<T>(result);
    }

    private static Column<T> MapEach<T, TFunction>(Column<T> column) where T : unmanaged, INumber<T> where TFunction : IFunction<T>
    {
        var result = ColumnBuffer<T>.Allocate(column.Workspace, column.Length);
        Elementwise.MapEach<T, TFunction>(column.AsSpan(), result.Span);
        return new Column<T>(result);
    }

    private static Mask Test<T, TPredicate>(Column<T> column) where T : unmanaged, INumber<T> where TPredicate : IPredicate<T>
    {
        var result = ColumnBuffer<byte>.Allocate(column.Workspace, column.Length);
        Elementwise.Test<T, TPredicate>(column.AsSpan(), result.Span);
        return new Mask(result);
    }
}
