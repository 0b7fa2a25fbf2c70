using System.Numerics;
using System.Runtime.CompilerServices;

namespace Ristretto.Columns.Kernels;

/// <summary>−x: the sign bit of floating-point numbers is flipped, so that −(+0) is −0 and NaN keeps its payload; integers wrap around.</summary>
internal readonly struct Negate<T> : IVectorFunction<T> where T : unmanaged, INumber<T>
{
    public static T Apply(T value)
    {
        if (typeof(T) == typeof(float)) return Unsafe.BitCast<float, T>(-Unsafe.BitCast<T, float>(value));
        if (typeof(T) == typeof(double)) return Unsafe.BitCast<double, T>(-Unsafe.BitCast<T, double>(value));
        return unchecked(T.Zero - value);
    }

    public static Vector<T> Apply(Vector<T> value)
    {
        if (typeof(T) == typeof(float) || typeof(T) == typeof(double)) return value ^ new Vector<T>(T.CreateTruncating(-0.0));
        return Vector<T>.Zero - value;
    }
}

/// <summary>|x|: the sign bit of floating-point numbers is cleared; the smallest integer of a signed type stays as it is.</summary>
internal readonly struct Absolute<T> : IVectorFunction<T> where T : unmanaged, INumber<T>
{
    public static T Apply(T value)
    {
        if (typeof(T) == typeof(float)) return Unsafe.BitCast<float, T>(MathF.Abs(Unsafe.BitCast<T, float>(value)));
        if (typeof(T) == typeof(double)) return Unsafe.BitCast<double, T>(Math.Abs(Unsafe.BitCast<T, double>(value)));
        return value < T.Zero ? unchecked(T.Zero - value) : value;
    }

    public static Vector<T> Apply(Vector<T> value)
    {
        if (typeof(T) == typeof(float) || typeof(T) == typeof(double)) return Vector.AndNot(value, new Vector<T>(T.CreateTruncating(-0.0)));
        return Vector.ConditionalSelect(Vector.LessThan(value, Vector<T>.Zero), Vector<T>.Zero - value, value);
    }
}

/// <summary>√x, correctly rounded; NaN below zero.</summary>
internal readonly struct SquareRoot<T> : IVectorFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T value) => T.Sqrt(value);
    public static Vector<T> Apply(Vector<T> value) => Vector.SquareRoot(value);
}
