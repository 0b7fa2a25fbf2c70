using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Ristretto.Bytes.NTuples.Encodings;

/// <summary>Joins elements whose bytes are stored in planes: first the lowest byte of all elements, then the next byte of all, and so on.</summary>
internal static class Unsplit
{
    /// <summary>The definition: byte k of element i is at k × <paramref name="planeLength"/> + i.</summary>
    /// <param name="page">The planes.</param>
    /// <param name="planeLength">Number of elements of the page.</param>
    /// <param name="from">First wanted element.</param>
    /// <param name="destination">Receives the wanted elements, in the machine's byte order; elements of 2, 4 or 8 bytes.</param>
    public static void Scalar<T>(ReadOnlySpan<byte> page, int planeLength, int from, Span<T> destination) where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        var bytes = MemoryMarshal.AsBytes(destination);
        for (var i = 0; i < destination.Length; i++)
        {
            for (var k = 0; k < size; k++)
            {
                var at = BitConverter.IsLittleEndian ? k : size - 1 - k;
                bytes[(i * size) + at] = page[(k * planeLength) + from + i];
            }
        }
    }

    /// <summary>The same, sixteen elements at a time where the processor can.</summary>
    /// <inheritdoc cref="Scalar"/>
    public static void Decode<T>(ReadOnlySpan<byte> page, int planeLength, int from, Span<T> destination) where T : unmanaged
    {
        var done = 0;
        if (CanZip && destination.Length >= Vector128<byte>.Count)
        {
            // Bounds that the vector loops rely on.
            var planes = page[..(planeLength * Unsafe.SizeOf<T>())];
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)from, (uint)(planeLength - destination.Length));
            ref var source = ref Unsafe.Add(ref MemoryMarshal.GetReference(planes), from);
            ref var target = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(destination));
            done = Unsafe.SizeOf<T>() switch
            {
                2 => Two(ref source, (nuint)planeLength, ref target, destination.Length),
                4 => Four(ref source, (nuint)planeLength, ref target, destination.Length),
                8 => Eight(ref source, (nuint)planeLength, ref target, destination.Length),
                _ => 0,
            };
        }
        Scalar(page, planeLength, from + done, destination[done..]);
    }

    private static bool CanZip => BitConverter.IsLittleEndian && (Sse2.IsSupported || AdvSimd.Arm64.IsSupported);

    private static int Two(ref byte source, nuint plane, ref byte target, int count)
    {
        var i = 0;
        for (; i <= count - 16; i += 16)
        {
            var (low, high) = (Vector128.LoadUnsafe(ref source, (nuint)i), Vector128.LoadUnsafe(ref source, plane + (nuint)i));
            var at = (nuint)(2 * i);
            Low(low, high).StoreUnsafe(ref target, at);
            High(low, high).StoreUnsafe(ref target, at + 16);
        }
        return i;
    }

    private static int Four(ref byte source, nuint plane, ref byte target, int count)
    {
        var i = 0;
        for (; i <= count - 16; i += 16)
        {
            var at = (nuint)i;
            var (b0, b1) = (Vector128.LoadUnsafe(ref source, at), Vector128.LoadUnsafe(ref source, plane + at));
            var (b2, b3) = (Vector128.LoadUnsafe(ref source, (2 * plane) + at), Vector128.LoadUnsafe(ref source, (3 * plane) + at));
            Store4(Low(b0, b1).AsUInt16(), Low(b2, b3).AsUInt16(), ref target, 4 * at);
            Store4(High(b0, b1).AsUInt16(), High(b2, b3).AsUInt16(), ref target, (4 * at) + 32);
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store4(Vector128<ushort> low, Vector128<ushort> high, ref byte target, nuint at)
    {
        Low(low, high).AsByte().StoreUnsafe(ref target, at);
        High(low, high).AsByte().StoreUnsafe(ref target, at + 16);
    }

    private static int Eight(ref byte source, nuint plane, ref byte target, int count)
    {
        var i = 0;
        for (; i <= count - 16; i += 16)
        {
            var at = (nuint)i;
            var (b0, b1) = (Vector128.LoadUnsafe(ref source, at), Vector128.LoadUnsafe(ref source, plane + at));
            var (b2, b3) = (Vector128.LoadUnsafe(ref source, (2 * plane) + at), Vector128.LoadUnsafe(ref source, (3 * plane) + at));
            var (b4, b5) = (Vector128.LoadUnsafe(ref source, (4 * plane) + at), Vector128.LoadUnsafe(ref source, (5 * plane) + at));
            var (b6, b7) = (Vector128.LoadUnsafe(ref source, (6 * plane) + at), Vector128.LoadUnsafe(ref source, (7 * plane) + at));
            Store8(Low(b0, b1).AsUInt16(), Low(b2, b3).AsUInt16(), Low(b4, b5).AsUInt16(), Low(b6, b7).AsUInt16(), ref target, 8 * at);
            Store8(High(b0, b1).AsUInt16(), High(b2, b3).AsUInt16(), High(b4, b5).AsUInt16(), High(b6, b7).AsUInt16(), ref target, (8 * at) + 64);
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store8(Vector128<ushort> b01, Vector128<ushort> b23, Vector128<ushort> b45, Vector128<ushort> b67, ref byte target, nuint at)
    {
        var (low0, low1) = (Low(b01, b23).AsUInt32(), High(b01, b23).AsUInt32());
        var (high0, high1) = (Low(b45, b67).AsUInt32(), High(b45, b67).AsUInt32());
        Low(low0, high0).AsByte().StoreUnsafe(ref target, at);
        High(low0, high0).AsByte().StoreUnsafe(ref target, at + 16);
        Low(low1, high1).AsByte().StoreUnsafe(ref target, at + 32);
        High(low1, high1).AsByte().StoreUnsafe(ref target, at + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Low(Vector128<byte> a, Vector128<byte> b) => Sse2.IsSupported ? Sse2.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> High(Vector128<byte> a, Vector128<byte> b) => Sse2.IsSupported ? Sse2.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Low(Vector128<ushort> a, Vector128<ushort> b) => Sse2.IsSupported ? Sse2.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> High(Vector128<ushort> a, Vector128<ushort> b) => Sse2.IsSupported ? Sse2.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Low(Vector128<uint> a, Vector128<uint> b) => Sse2.IsSupported ? Sse2.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> High(Vector128<uint> a, Vector128<uint> b) => Sse2.IsSupported ? Sse2.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b);
}
