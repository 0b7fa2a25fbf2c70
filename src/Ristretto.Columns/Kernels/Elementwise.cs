using System.Numerics;
using System.Runtime.InteropServices;

namespace Ristretto.Columns.Kernels;

/// <summary>An operation on two numbers: the scalar form is the definition, the vector form must give the same bits.</summary>
internal interface IBinaryOperation<T> where T : unmanaged
{
    static abstract T Apply(T left, T right);
    static abstract Vector<T> Apply(Vector<T> left, Vector<T> right);
}

/// <summary>Applies an operation to each element of spans of equal length.</summary>
internal static partial class Elementwise
{
    internal static void Apply<T, TOperation>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> result)
        where T : unmanaged where TOperation : IBinaryOperation<T>
    {
        if (left.Length != right.Length) throw new ArgumentException($"cannot combine {left.Length} values with {right.Length}");
        var i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            ref var a = ref MemoryMarshal.GetReference(left);
            ref var b = ref MemoryMarshal.GetReference(right);
            ref var r = ref MemoryMarshal.GetReference(result);
            for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count)
                TOperation.Apply(Vector.LoadUnsafe(ref a, (nuint)i), Vector.LoadUnsafe(ref b, (nuint)i)).StoreUnsafe(ref r, (nuint)i);
        }
        for (; i < result.Length; i++) result[i] = TOperation.Apply(left[i], right[i]);
    }

    internal static void Apply<T, TOperation>(ReadOnlySpan<T> left, T right, Span<T> result)
        where T : unmanaged where TOperation : IBinaryOperation<T>
    {
        var i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            var b = new Vector<T>(right);
            ref var a = ref MemoryMarshal.GetReference(left);
            ref var r = ref MemoryMarshal.GetReference(result);
            for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count)
                TOperation.Apply(Vector.LoadUnsafe(ref a, (nuint)i), b).StoreUnsafe(ref r, (nuint)i);
        }
        for (; i < result.Length; i++) result[i] = TOperation.Apply(left[i], right);
    }

    internal static void Apply<T, TOperation>(T left, ReadOnlySpan<T> right, Span<T> result)
        where T : unmanaged where TOperation : IBinaryOperation<T>
    {
        var i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            var a = new Vector<T>(left);
            ref var b = ref MemoryMarshal.GetReference(right);
            ref var r = ref MemoryMarshal.GetReference(result);
            for (; i <= result.Length - Vector<T>.Count; i += Vector<T>.Count)
                TOperation.Apply(a, Vector.LoadUnsafe(ref b, (nuint)i)).StoreUnsafe(ref r, (nuint)i);
        }
        for (; i < result.Length; i++) result[i] = TOperation.Apply(left, right[i]);
    }

    /// <summary>Repeats the value of each event for every element of its list.</summary>
    internal static void Repeat<T>(ReadOnlySpan<T> perEvent, ReadOnlySpan<int> offsets, Span<T> result) where T : unmanaged
    {
        for (var i = 0; i < perEvent.Length; i++)
        {
            var value = perEvent[i];
            for (var j = offsets[i]; j < offsets[i + 1]; j++) result[j] = value;
        }
    }

    /// <summary>Converts each number to another type by the rules of a C# cast; integers that do not fit keep their low bits.</summary>
    internal static void Convert<TFrom, TTo>(ReadOnlySpan<TFrom> from, Span<TTo> to)
        where TFrom : unmanaged, INumber<TFrom> where TTo : unmanaged, INumber<TTo>
    {
        if (typeof(TFrom) == typeof(float) && typeof(TTo) == typeof(double))
        {
            WidenToDouble(MemoryMarshal.Cast<TFrom, float>(from), MemoryMarshal.Cast<TTo, double>(to));
            return;
        }
        for (var i = 0; i < from.Length; i++) to[i] = TTo.CreateTruncating(from[i]);
    }

    private static void WidenToDouble(ReadOnlySpan<float> from, Span<double> to)
    {
        var i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            for (; i <= from.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                Vector.Widen(new Vector<float>(from[i..]), out var low, out var high);
                low.CopyTo(to[i..]);
                high.CopyTo(to[(i + Vector<double>.Count)..]);
            }
        }
        for (; i < from.Length; i++) to[i] = from[i];
    }
}
