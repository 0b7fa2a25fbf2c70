using System.Numerics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

public static partial class ColumnMath
{
    /// <summary>The angle of the point (x, y) in radians, in [−π, π].</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Column<T> Atan2<T>(Column<T> y, Column<T> x) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Atan2<T>>(y, x);

    /// <summary>The angle of the point (x, y) in radians, in [−π, π].</summary>
    public static Column<T> Atan2<T>(Column<T> y, T x) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Atan2<T>>(y, Constant(x, y));

    /// <summary>The angle of the point (x, y) in radians, in [−π, π].</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedColumn<T> Atan2<T>(JaggedColumn<T> y, JaggedColumn<T> x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        y.Lists.RequireSame(x.Lists, "a jagged column", "another");
        return new(y.Lists, Atan2(y.Flat, x.Flat).Buffer);
    }

    /// <summary>The angle of the point (x, y) in radians, in [−π, π]; each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> Atan2<T>(JaggedColumn<T> y, Column<T> x) where T : unmanaged, IFloatingPointIeee754<T> => Atan2(y, x.RepeatFor(y.Lists));

    /// <summary>The angle of the point (x, y) in radians, in [−π, π]; each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> Atan2<T>(Column<T> y, JaggedColumn<T> x) where T : unmanaged, IFloatingPointIeee754<T> => Atan2(y.RepeatFor(x.Lists), x);

    /// <summary>The angle of the point (x, y) in radians, in [−π, π].</summary>
    public static JaggedColumn<T> Atan2<T>(JaggedColumn<T> y, T x) where T : unmanaged, IFloatingPointIeee754<T> => new(y.Lists, Atan2(y.Flat, x).Buffer);

    /// <summary>√(x² + y²) without overflow on the way.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Column<T> Hypot<T>(Column<T> x, Column<T> y) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Hypot<T>>(x, y);

    /// <summary>√(x² + y²) without overflow on the way.</summary>
    public static Column<T> Hypot<T>(Column<T> x, T y) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Hypot<T>>(x, Constant(y, x));

    /// <summary>√(x² + y²) without overflow on the way.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedColumn<T> Hypot<T>(JaggedColumn<T> x, JaggedColumn<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        x.Lists.RequireSame(y.Lists, "a jagged column", "another");
        return new(x.Lists, Hypot(x.Flat, y.Flat).Buffer);
    }

    /// <summary>√(x² + y²) without overflow on the way; each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> Hypot<T>(JaggedColumn<T> x, Column<T> y) where T : unmanaged, IFloatingPointIeee754<T> => Hypot(x, y.RepeatFor(x.Lists));

    /// <summary>√(x² + y²) without overflow on the way; each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> Hypot<T>(Column<T> x, JaggedColumn<T> y) where T : unmanaged, IFloatingPointIeee754<T> => Hypot(x.RepeatFor(y.Lists), y);

    /// <summary>√(x² + y²) without overflow on the way.</summary>
    public static JaggedColumn<T> Hypot<T>(JaggedColumn<T> x, T y) where T : unmanaged, IFloatingPointIeee754<T> => new(x.Lists, Hypot(x.Flat, y).Buffer);

    /// <summary>x to the power y.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Column<T> Pow<T>(Column<T> x, Column<T> y) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Pow<T>>(x, y);

    /// <summary>x to the power y.</summary>
    public static Column<T> Pow<T>(Column<T> x, T y) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Pow<T>>(x, Constant(y, x));

    /// <summary>x to the power y.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedColumn<T> Pow<T>(JaggedColumn<T> x, JaggedColumn<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        x.Lists.RequireSame(y.Lists, "a jagged column", "another");
        return new(x.Lists, Pow(x.Flat, y.Flat).Buffer);
    }

    /// <summary>x to the power y; each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> Pow<T>(JaggedColumn<T> x, Column<T> y) where T : unmanaged, IFloatingPointIeee754<T> => Pow(x, y.RepeatFor(x.Lists));

    /// <summary>x to the power y; each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> Pow<T>(Column<T> x, JaggedColumn<T> y) where T : unmanaged, IFloatingPointIeee754<T> => Pow(x.RepeatFor(y.Lists), y);

    /// <summary>x to the power y.</summary>
    public static JaggedColumn<T> Pow<T>(JaggedColumn<T> x, T y) where T : unmanaged, IFloatingPointIeee754<T> => new(x.Lists, Pow(x.Flat, y).Buffer);

    /// <summary>The smaller of x and y; NaN where either is NaN, −0 is smaller than +0.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Column<T> Min<T>(Column<T> x, Column<T> y) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Min<T>>(x, y);

    /// <summary>The smaller of x and y; NaN where either is NaN, −0 is smaller than +0.</summary>
    public static Column<T> Min<T>(Column<T> x, T y) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Min<T>>(x, Constant(y, x));

    /// <summary>The smaller of x and y; NaN where either is NaN, −0 is smaller than +0.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedColumn<T> Min<T>(JaggedColumn<T> x, JaggedColumn<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        x.Lists.RequireSame(y.Lists, "a jagged column", "another");
        return new(x.Lists, Min(x.Flat, y.Flat).Buffer);
    }

    /// <summary>The smaller of x and y; NaN where either is NaN, −0 is smaller than +0; each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> Min<T>(JaggedColumn<T> x, Column<T> y) where T : unmanaged, IFloatingPointIeee754<T> => Min(x, y.RepeatFor(x.Lists));

    /// <summary>The smaller of x and y; NaN where either is NaN, −0 is smaller than +0; each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> Min<T>(Column<T> x, JaggedColumn<T> y) where T : unmanaged, IFloatingPointIeee754<T> => Min(x.RepeatFor(y.Lists), y);

    /// <summary>The smaller of x and y; NaN where either is NaN, −0 is smaller than +0.</summary>
    public static JaggedColumn<T> Min<T>(JaggedColumn<T> x, T y) where T : unmanaged, IFloatingPointIeee754<T> => new(x.Lists, Min(x.Flat, y).Buffer);

    /// <summary>The larger of x and y; NaN where either is NaN, +0 is larger than −0.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Column<T> Max<T>(Column<T> x, Column<T> y) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Max<T>>(x, y);

    /// <summary>The larger of x and y; NaN where either is NaN, +0 is larger than −0.</summary>
    public static Column<T> Max<T>(Column<T> x, T y) where T : unmanaged, IFloatingPointIeee754<T> => MapEach<T, Max<T>>(x, Constant(y, x));

    /// <summary>The larger of x and y; NaN where either is NaN, +0 is larger than −0.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedColumn<T> Max<T>(JaggedColumn<T> x, JaggedColumn<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        x.Lists.RequireSame(y.Lists, "a jagged column", "another");
        return new(x.Lists, Max(x.Flat, y.Flat).Buffer);
    }

    /// <summary>The larger of x and y; NaN where either is NaN, +0 is larger than −0; each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> Max<T>(JaggedColumn<T> x, Column<T> y) where T : unmanaged, IFloatingPointIeee754<T> => Max(x, y.RepeatFor(x.Lists));

    /// <summary>The larger of x and y; NaN where either is NaN, +0 is larger than −0; each element with the value of its event.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedColumn<T> Max<T>(Column<T> x, JaggedColumn<T> y) where T : unmanaged, IFloatingPointIeee754<T> => Max(x.RepeatFor(y.Lists), y);

    /// <summary>The larger of x and y; NaN where either is NaN, +0 is larger than −0.</summary>
    public static JaggedColumn<T> Max<T>(JaggedColumn<T> x, T y) where T : unmanaged, IFloatingPointIeee754<T> => new(x.Lists, Max(x.Flat, y).Buffer);

    private static Column<T> Constant<T>(T value, Column<T> like) where T : unmanaged, INumber<T>
    {
        var result = ColumnBuffer<T>.Allocate(like.Workspace, like.Length);
        result.Span.Fill(value);
        return new Column<T>(result);
    }

    internal static Column<T> MapEach<T, TFunction>(Column<T> first, Column<T> second) where T : unmanaged, INumber<T> where TFunction : IFunction2<T>
    {
        var result = ColumnBuffer<T>.Allocate(first.Workspace ?? second.Workspace, first.Length);
        Elementwise.MapEach<T, TFunction>(first.AsSpan(), second.AsSpan(), result.Span);
        return new Column<T>(result);
    }
}
