using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ristretto.Columns.Kernels;

/// <summary>Chooses between two values by a mask of bytes 0 and 1.</summary>
internal static class Choose
{
    /// <summary><c>to[i] = condition[i] ? yes[i] : no[i]</c>.</summary>
    internal static void Apply<T>(ReadOnlySpan<byte> condition, ReadOnlySpan<T> yes, ReadOnlySpan<T> no, Span<T> to) where T : unmanaged
    {
        if (condition.Length != yes.Length || condition.Length != no.Length)
            throw new ArgumentException($"cannot choose for {condition.Length} answers between {yes.Length} values and {no.Length}");
        var i = 0;
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() is 4 or 8)
        {
            ref var a = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(yes));
            ref var b = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(no));
            ref var r = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(to));
            ref var answers = ref MemoryMarshal.GetReference(condition);
            var size = Unsafe.SizeOf<T>();
            for (; i <= to.Length - 32 / size; i += 32 / size)
            {
                var at = (nuint)(i * size);
                var lanes = Lanes(ref Unsafe.Add(ref answers, i), size);
                Vector256.ConditionalSelect(lanes, Vector256.LoadUnsafe(ref a, at), Vector256.LoadUnsafe(ref b, at)).StoreUnsafe(ref r, at);
            }
        }
        for (; i < to.Length; i++) to[i] = condition[i] != 0 ? yes[i] : no[i];
    }

    /// <summary><c>to[i] = condition[i] ? yes[i] : no</c>.</summary>
    internal static void Apply<T>(ReadOnlySpan<byte> condition, ReadOnlySpan<T> yes, T no, Span<T> to) where T : unmanaged
    {
        if (condition.Length != yes.Length) throw new ArgumentException($"cannot choose for {condition.Length} answers among {yes.Length} values");
        var i = 0;
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() is 4 or 8)
        {
            var size = Unsafe.SizeOf<T>();
            var b = size == 8 ? Vector256.Create(Unsafe.BitCast<T, long>(no)).AsByte() : Vector256.Create(Unsafe.BitCast<T, int>(no)).AsByte();
            ref var a = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(yes));
            ref var r = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(to));
            ref var answers = ref MemoryMarshal.GetReference(condition);
            for (; i <= to.Length - 32 / size; i += 32 / size)
            {
                var at = (nuint)(i * size);
                Vector256.ConditionalSelect(Lanes(ref Unsafe.Add(ref answers, i), size), Vector256.LoadUnsafe(ref a, at), b).StoreUnsafe(ref r, at);
            }
        }
        for (; i < to.Length; i++) to[i] = condition[i] != 0 ? yes[i] : no;
    }

    /// <summary><c>to[i] = condition[i] ? yes : no</c>.</summary>
    internal static void Apply<T>(ReadOnlySpan<byte> condition, T yes, T no, Span<T> to) where T : unmanaged
    {
        if (condition.Length != to.Length) throw new ArgumentException($"cannot choose for {condition.Length} answers in {to.Length} values");
        var i = 0;
        if (Avx2.IsSupported && Unsafe.SizeOf<T>() is 4 or 8)
        {
            var size = Unsafe.SizeOf<T>();
            var (a, b) = size == 8
                ? (Vector256.Create(Unsafe.BitCast<T, long>(yes)).AsByte(), Vector256.Create(Unsafe.BitCast<T, long>(no)).AsByte())
                : (Vector256.Create(Unsafe.BitCast<T, int>(yes)).AsByte(), Vector256.Create(Unsafe.BitCast<T, int>(no)).AsByte());
            ref var r = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(to));
            ref var answers = ref MemoryMarshal.GetReference(condition);
            for (; i <= to.Length - 32 / size; i += 32 / size)
                Vector256.ConditionalSelect(Lanes(ref Unsafe.Add(ref answers, i), size), a, b).StoreUnsafe(ref r, (nuint)(i * size));
        }
        for (; i < to.Length; i++) to[i] = condition[i] != 0 ? yes : no;
    }

    /// <summary>All bits of a lane of 4 or 8 bytes where the answer is yes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Lanes(ref byte answers, int size) => size == 8
        ? Vector256.GreaterThan(Avx2.ConvertToVector256Int64(Vector128.CreateScalar(Unsafe.ReadUnaligned<int>(ref answers)).AsByte()), Vector256<long>.Zero).AsByte()
        : Vector256.GreaterThan(Avx2.ConvertToVector256Int32(Vector128.CreateScalar(Unsafe.ReadUnaligned<long>(ref answers)).AsByte()), Vector256<int>.Zero).AsByte();
}
