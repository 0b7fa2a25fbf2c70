using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Columns.Kernels;

/// <summary>A comparison of two numbers; every comparison with NaN is false but "not equal".</summary>
internal interface IComparison<T> where T : unmanaged
{
    static abstract bool Apply(T left, T right);
    static abstract Vector256<T> Apply(Vector256<T> left, Vector256<T> right);
}

internal readonly struct Less<T> : IComparison<T> where T : unmanaged, INumber<T>
{
    public static bool Apply(T left, T right) => left < right;
    public static Vector256<T> Apply(Vector256<T> left, Vector256<T> right) => Vector256.LessThan(left, right);
}

internal readonly struct LessOrEqual<T> : IComparison<T> where T : unmanaged, INumber<T>
{
    public static bool Apply(T left, T right) => left <= right;
    public static Vector256<T> Apply(Vector256<T> left, Vector256<T> right) => Vector256.LessThanOrEqual(left, right);
}

internal readonly struct Greater<T> : IComparison<T> where T : unmanaged, INumber<T>
{
    public static bool Apply(T left, T right) => left > right;
    public static Vector256<T> Apply(Vector256<T> left, Vector256<T> right) => Vector256.GreaterThan(left, right);
}

internal readonly struct GreaterOrEqual<T> : IComparison<T> where T : unmanaged, INumber<T>
{
    public static bool Apply(T left, T right) => left >= right;
    public static Vector256<T> Apply(Vector256<T> left, Vector256<T> right) => Vector256.GreaterThanOrEqual(left, right);
}

internal readonly struct Equal<T> : IComparison<T> where T : unmanaged, INumber<T>
{
    public static bool Apply(T left, T right) => left == right;
    public static Vector256<T> Apply(Vector256<T> left, Vector256<T> right) => Vector256.Equals(left, right);
}

internal readonly struct NotEqual<T> : IComparison<T> where T : unmanaged, INumber<T>
{
    public static bool Apply(T left, T right) => left != right;
    public static Vector256<T> Apply(Vector256<T> left, Vector256<T> right) => ~Vector256.Equals(left, right);
}

/// <summary>Compares spans of numbers; a result is the byte 0 or 1.</summary>
internal static class Compare
{
    // For each pattern of eight bits the bytes 0 and 1 of its bits, the lowest first.
    private static readonly ulong[] s_bytes = MakeBytes();

    internal static void Apply<T, TComparison>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<byte> result)
        where T : unmanaged where TComparison : IComparison<T>
    {
        if (left.Length != right.Length) throw new ArgumentException($"cannot compare {left.Length} values with {right.Length}");
        var i = 0;
        if (IsAccelerated<T>())
        {
            ref var a = ref MemoryMarshal.GetReference(left);
            ref var b = ref MemoryMarshal.GetReference(right);
            for (; i <= result.Length - Vector256<T>.Count; i += Vector256<T>.Count)
                Store(TComparison.Apply(Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i)), result, i);
        }
        for (; i < result.Length; i++) result[i] = TComparison.Apply(left[i], right[i]) ? (byte)1 : (byte)0;
    }

    internal static void Apply<T, TComparison>(ReadOnlySpan<T> left, T right, Span<byte> result)
        where T : unmanaged where TComparison : IComparison<T>
    {
        var i = 0;
        if (IsAccelerated<T>())
        {
            var b = Vector256.Create(right);
            ref var a = ref MemoryMarshal.GetReference(left);
            for (; i <= result.Length - Vector256<T>.Count; i += Vector256<T>.Count)
                Store(TComparison.Apply(Vector256.LoadUnsafe(ref a, (nuint)i), b), result, i);
        }
        for (; i < result.Length; i++) result[i] = TComparison.Apply(left[i], right) ? (byte)1 : (byte)0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAccelerated<T>() where T : unmanaged =>
        Vector256.IsHardwareAccelerated && BitConverter.IsLittleEndian && Vector256<T>.IsSupported && Unsafe.SizeOf<T>() <= 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(Vector256<T> lanes, Span<byte> result, int at) where T : unmanaged
    {
        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetReference(result), at);
        if (Unsafe.SizeOf<T>() == 1)
        {
            (lanes.AsByte() & Vector256<byte>.One).StoreUnsafe(ref target);
            return;
        }
        // A table, not the bit-deposit instruction, which some processors take tens of cycles for.
        var bits = lanes.ExtractMostSignificantBits();
        ref var bytes = ref MemoryMarshal.GetArrayDataReference(s_bytes);
        if (Unsafe.SizeOf<T>() == 2)
        {
            Unsafe.WriteUnaligned(ref target, Unsafe.Add(ref bytes, bits & 0xFF));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, 8), Unsafe.Add(ref bytes, bits >> 8));
        }
        else if (Unsafe.SizeOf<T>() == 4) Unsafe.WriteUnaligned(ref target, Unsafe.Add(ref bytes, bits));
        else Unsafe.WriteUnaligned(ref target, (uint)Unsafe.Add(ref bytes, bits));
    }

    private static ulong[] MakeBytes()
    {
        var result = new ulong[256];
        for (var pattern = 0; pattern < result.Length; pattern++)
            for (var bit = 0; bit < 8; bit++) result[pattern] |= (ulong)(pattern >> bit & 1) << (8 * bit);
        return result;
    }
}
