using System.Numerics;
using System.Runtime.InteropServices;

namespace Ristretto.Columns.Kernels;

/// <summary>A function of one number.</summary>
internal interface IFunction<T> where T : unmanaged
{
    static abstract T Apply(T value);
}

/// <summary>A function of one number that also has a vector form; both give the same bits.</summary>
internal interface IVectorFunction<T> : IFunction<T> where T : unmanaged
{
    static abstract Vector<T> Apply(Vector<T> value);
}

/// <summary>A question about one number.</summary>
internal interface IPredicate<T> where T : unmanaged
{
    static abstract bool Apply(T value);
}

/// <summary>A function of two numbers without a vector form.</summary>
internal interface IFunction2<T> where T : unmanaged
{
    static abstract T Apply(T first, T second);
}

internal static partial class Elementwise
{
    /// <summary><c>to[i] = f(from[i])</c>, in vectors.</summary>
    internal static void Map<T, TFunction>(ReadOnlySpan<T> from, Span<T> to) where T : unmanaged where TFunction : IVectorFunction<T>
    {
        var i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            ref var a = ref MemoryMarshal.GetReference(from);
            ref var r = ref MemoryMarshal.GetReference(to);
            for (; i <= to.Length - Vector<T>.Count; i += Vector<T>.Count)
                TFunction.Apply(Vector.LoadUnsafe(ref a, (nuint)i)).StoreUnsafe(ref r, (nuint)i);
        }
        for (; i < to.Length; i++) to[i] = TFunction.Apply(from[i]);
    }

    /// <summary><c>to[i] = f(from[i])</c>, one by one.</summary>
    internal static void MapEach<T, TFunction>(ReadOnlySpan<T> from, Span<T> to) where T : unmanaged where TFunction : IFunction<T>
    {
        for (var i = 0; i < to.Length; i++) to[i] = TFunction.Apply(from[i]);
    }

    /// <summary><c>to[i] = f(first[i], second[i])</c>, one by one.</summary>
    internal static void MapEach<T, TFunction>(ReadOnlySpan<T> first, ReadOnlySpan<T> second, Span<T> to)
        where T : unmanaged where TFunction : IFunction2<T>
    {
        if (first.Length != second.Length) throw new ArgumentException($"cannot combine {first.Length} values with {second.Length}");
        for (var i = 0; i < to.Length; i++) to[i] = TFunction.Apply(first[i], second[i]);
    }

    /// <summary><c>to[i]</c> is 1 where the answer is yes, otherwise 0.</summary>
    internal static void Test<T, TPredicate>(ReadOnlySpan<T> from, Span<byte> to) where T : unmanaged where TPredicate : IPredicate<T>
    {
        for (var i = 0; i < to.Length; i++) to[i] = TPredicate.Apply(from[i]) ? (byte)1 : (byte)0;
    }
}
