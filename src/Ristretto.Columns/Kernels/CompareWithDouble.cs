using System.Numerics;
using System.Runtime.InteropServices;

namespace Ristretto.Columns.Kernels;

/// <summary>Compares numbers of any type with a double as if each were widened to double first: <c>Abs(eta) &lt;= 2.4</c> means the double 2.4 also for float columns.</summary>
/// <remarks>For floats the threshold is moved to the neighbouring float that decides alike, so that no value has to be widened.</remarks>
internal static class CompareWithDouble
{
    internal static void Less<T>(ReadOnlySpan<T> left, double right, Span<byte> result) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float)) Compare.Apply<float, Less<float>>(Floats(left), SmallestAtLeast(right), result);
        else Scalar<T, Less<double>>(left, right, result);
    }

    internal static void LessOrEqual<T>(ReadOnlySpan<T> left, double right, Span<byte> result) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float)) Compare.Apply<float, LessOrEqual<float>>(Floats(left), LargestAtMost(right), result);
        else Scalar<T, LessOrEqual<double>>(left, right, result);
    }

    internal static void Greater<T>(ReadOnlySpan<T> left, double right, Span<byte> result) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float)) Compare.Apply<float, Greater<float>>(Floats(left), LargestAtMost(right), result);
        else Scalar<T, Greater<double>>(left, right, result);
    }

    internal static void GreaterOrEqual<T>(ReadOnlySpan<T> left, double right, Span<byte> result) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float)) Compare.Apply<float, GreaterOrEqual<float>>(Floats(left), SmallestAtLeast(right), result);
        else Scalar<T, GreaterOrEqual<double>>(left, right, result);
    }

    internal static void Equal<T>(ReadOnlySpan<T> left, double right, Span<byte> result) where T : unmanaged, INumber<T> =>
        Scalar<T, Equal<double>>(left, right, result);

    internal static void NotEqual<T>(ReadOnlySpan<T> left, double right, Span<byte> result) where T : unmanaged, INumber<T> =>
        Scalar<T, NotEqual<double>>(left, right, result);

    /// <summary>The smallest float that is not below <paramref name="value"/>.</summary>
    internal static float SmallestAtLeast(double value)
    {
        var near = (float)value;
        return near < value ? MathF.BitIncrement(near) : near;
    }

    /// <summary>The largest float that is not above <paramref name="value"/>.</summary>
    internal static float LargestAtMost(double value)
    {
        var near = (float)value;
        return near > value ? MathF.BitDecrement(near) : near;
    }

    private static ReadOnlySpan<float> Floats<T>(ReadOnlySpan<T> values) where T : unmanaged => MemoryMarshal.Cast<T, float>(values);

    private static void Scalar<T, TComparison>(ReadOnlySpan<T> left, double right, Span<byte> result)
        where T : unmanaged, INumber<T> where TComparison : IComparison<double>
    {
        if (typeof(T) == typeof(double)) Compare.Apply<double, TComparison>(MemoryMarshal.Cast<T, double>(left), right, result);
        else for (var i = 0; i < left.Length; i++) result[i] = TComparison.Apply(double.CreateTruncating(left[i]), right) ? (byte)1 : (byte)0;
    }
}
