using System.Numerics;

namespace Ristretto.Columns.Kernels;

// The functions of the base class library for the type at hand: MathF for float, Math for double.

/// <summary>eˣ.</summary>
internal readonly struct Exp<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Exp(value);
}

/// <summary>ln x; −∞ at 0, NaN below.</summary>
internal readonly struct Log<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Log(value);
}

/// <summary>log₁₀ x; −∞ at 0, NaN below.</summary>
internal readonly struct Log10<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Log10(value);
}

/// <summary>sin x, x in radians.</summary>
internal readonly struct Sin<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Sin(value);
}

/// <summary>cos x, x in radians.</summary>
internal readonly struct Cos<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Cos(value);
}

/// <summary>tan x, x in radians.</summary>
internal readonly struct Tan<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Tan(value);
}

/// <summary>sinh x.</summary>
internal readonly struct Sinh<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Sinh(value);
}

/// <summary>cosh x.</summary>
internal readonly struct Cosh<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Cosh(value);
}

/// <summary>tanh x.</summary>
internal readonly struct Tanh<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Tanh(value);
}

/// <summary>arsinh x.</summary>
internal readonly struct Asinh<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Asinh(value);
}

/// <summary>The largest whole number that is not above x.</summary>
internal readonly struct Floor<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Floor(value);
}

/// <summary>The smallest whole number that is not below x.</summary>
internal readonly struct Ceiling<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Ceiling(value);
}

/// <summary>The nearest whole number; halves go to the even one.</summary>
internal readonly struct Round<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Round(value);
}

/// <summary>−1, 0 or 1 by the sign of x; ±0 and NaN stay as they are.</summary>
internal readonly struct Sign<T> : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => value > T.Zero ? T.One : value < T.Zero ? -T.One : value;
}

/// <summary>The angle of the point (x, y) in radians, in [−π, π].</summary>
internal readonly struct Atan2<T> : IFunction2<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T first, T second) => T.Atan2(first, second);
}

/// <summary>√(x² + y²) without overflow on the way.</summary>
internal readonly struct Hypot<T> : IFunction2<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T first, T second) => T.Hypot(first, second);
}

/// <summary>x to the power y.</summary>
internal readonly struct Pow<T> : IFunction2<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T first, T second) => T.Pow(first, second);
}

/// <summary>The smaller of x and y; NaN where either is NaN, −0 is smaller than +0.</summary>
internal readonly struct Min<T> : IFunction2<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T first, T second) => T.Min(first, second);
}

/// <summary>The larger of x and y; NaN where either is NaN, +0 is larger than −0.</summary>
internal readonly struct Max<T> : IFunction2<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T first, T second) => T.Max(first, second);
}

/// <summary>Whether x is NaN.</summary>
internal readonly struct IsNotANumber<T> : IPredicate<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool Apply(T value) => T.IsNaN(value);
}

/// <summary>Whether x is neither NaN nor infinite.</summary>
internal readonly struct IsFiniteNumber<T> : IPredicate<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static bool Apply(T value) => T.IsFinite(value);
}

/// <summary>The remainder of x / y with the sign of x.</summary>
internal readonly struct Remainder<T> : IFunction2<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T first, T second) => first % second;
}
