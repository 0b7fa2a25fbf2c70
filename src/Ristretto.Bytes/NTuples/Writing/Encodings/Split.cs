using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Bytes.NTuples.Writing.Encodings;

/// <summary>Byte planes: all lowest bytes of the elements, then all second ones, and so on, which compresses better.</summary>
internal static class Split
{
    // So many elements are prepared at a time, before they are split.
    private const int Chunk = 512;

    /// <summary>Splits elements of two bytes.</summary>
    public static void Bytes2(ReadOnlySpan<byte> values, Span<byte> page) => Planes2(values, page, 0, values.Length / 2);

    /// <summary>Splits elements of four bytes.</summary>
    public static void Bytes4(ReadOnlySpan<byte> values, Span<byte> page) => Planes4(values, page, 0, values.Length / 4);

    /// <summary>Splits elements of eight bytes.</summary>
    public static void Bytes8(ReadOnlySpan<byte> values, Span<byte> page) => Planes8(values, page, 0, values.Length / 8);

    /// <summary>Zigzag (0, -1, 1, -2, … to 0, 1, 2, 3, …), then splits.</summary>
    public static void ZigZag16(ReadOnlySpan<short> values, Span<byte> page)
    {
        Span<short> chunk = stackalloc short[Chunk];
        for (var from = 0; from < values.Length; from += Chunk)
        {
            var part = values.Slice(from, Math.Min(Chunk, values.Length - from));
            for (var i = 0; i < part.Length; i++) chunk[i] = unchecked((short)(part[i] << 1 ^ part[i] >> 15));
            Planes2(MemoryMarshal.AsBytes(chunk[..part.Length]), page, from, values.Length);
        }
    }

    /// <summary>Zigzag (0, -1, 1, -2, … to 0, 1, 2, 3, …), then splits.</summary>
    public static void ZigZag32(ReadOnlySpan<int> values, Span<byte> page)
    {
        Span<int> chunk = stackalloc int[Chunk];
        for (var from = 0; from < values.Length; from += Chunk)
        {
            var part = values.Slice(from, Math.Min(Chunk, values.Length - from));
            for (var i = 0; i < part.Length; i++) chunk[i] = part[i] << 1 ^ part[i] >> 31;
            Planes4(MemoryMarshal.AsBytes(chunk[..part.Length]), page, from, values.Length);
        }
    }

    /// <summary>Zigzag (0, -1, 1, -2, … to 0, 1, 2, 3, …), then splits.</summary>
    public static void ZigZag64(ReadOnlySpan<long> values, Span<byte> page)
    {
        Span<long> chunk = stackalloc long[Chunk];
        for (var from = 0; from < values.Length; from += Chunk)
        {
            var part = values.Slice(from, Math.Min(Chunk, values.Length - from));
            for (var i = 0; i < part.Length; i++) chunk[i] = part[i] << 1 ^ part[i] >> 63;
            Planes8(MemoryMarshal.AsBytes(chunk[..part.Length]), page, from, values.Length);
        }
    }

    /// <summary>The first end from the start of the cluster, of the others the differences; then splits.</summary>
    public static void Differences(ReadOnlySpan<long> ends, Span<byte> page, long before, long clusterStart)
    {
        Span<long> chunk = stackalloc long[Chunk];
        for (var from = 0; from < ends.Length; from += Chunk)
        {
            var part = ends.Slice(from, Math.Min(Chunk, ends.Length - from));
            for (var i = 0; i < part.Length; i++) (chunk[i], before) = (unchecked(part[i] - before), part[i]);
            if (from == 0) chunk[0] = ends[0] - clusterStart;
            Planes8(MemoryMarshal.AsBytes(chunk[..part.Length]), page, from, ends.Length);
        }
    }

    private static void Planes2(ReadOnlySpan<byte> values, Span<byte> page, int at, int count)
    {
        var low = page.Slice(at, values.Length / 2);
        var high = page.Slice(count + at, values.Length / 2);
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            var order = Vector128.Create((byte)0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15);
            for (; i <= low.Length - 8; i += 8)
            {
                var halves = Vector128.Shuffle(Vector128.Create(values.Slice(2 * i, 16)), order).AsUInt64();
                Unsafe.WriteUnaligned(ref low[i], halves.GetElement(0));
                Unsafe.WriteUnaligned(ref high[i], halves.GetElement(1));
            }
        }
        for (; i < low.Length; i++) (low[i], high[i]) = (values[2 * i], values[2 * i + 1]);
    }

    private static void Planes4(ReadOnlySpan<byte> values, Span<byte> page, int at, int count)
    {
        var length = values.Length / 4;
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            var order = Vector128.Create((byte)0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
            var p0 = page.Slice(at, length);
            var p1 = page.Slice(count + at, length);
            var p2 = page.Slice(2 * count + at, length);
            var p3 = page.Slice(3 * count + at, length);
            for (; i <= length - 4; i += 4)
            {
                var quarters = Vector128.Shuffle(Vector128.Create(values.Slice(4 * i, 16)), order).AsUInt32();
                Unsafe.WriteUnaligned(ref p0[i], quarters.GetElement(0));
                Unsafe.WriteUnaligned(ref p1[i], quarters.GetElement(1));
                Unsafe.WriteUnaligned(ref p2[i], quarters.GetElement(2));
                Unsafe.WriteUnaligned(ref p3[i], quarters.GetElement(3));
            }
        }
        OneByOne(values, page, at, count, 4, i);
    }

    private static void Planes8(ReadOnlySpan<byte> values, Span<byte> page, int at, int count)
    {
        var length = values.Length / 8;
        var i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            var order = Vector128.Create((byte)0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15);
            for (; i <= length - 8; i += 8)
            {
                // Four times two elements: their pairs of bytes, then by plane.
                var a = Vector128.Shuffle(Vector128.Create(values.Slice(8 * i, 16)), order).AsUInt16();
                var b = Vector128.Shuffle(Vector128.Create(values.Slice(8 * i + 16, 16)), order).AsUInt16();
                var c = Vector128.Shuffle(Vector128.Create(values.Slice(8 * i + 32, 16)), order).AsUInt16();
                var d = Vector128.Shuffle(Vector128.Create(values.Slice(8 * i + 48, 16)), order).AsUInt16();
                for (var plane = 0; plane < 8; plane++)
                {
                    var bytes = a[plane] | (ulong)b[plane] << 16 | (ulong)c[plane] << 32 | (ulong)d[plane] << 48;
                    Unsafe.WriteUnaligned(ref page.Slice(plane * count + at + i, 8)[0], bytes);
                }
            }
        }
        OneByOne(values, page, at, count, 8, i);
    }

    // The definition: byte k of element i is byte i of plane k.
    private static void OneByOne(ReadOnlySpan<byte> values, Span<byte> page, int at, int count, int size, int from)
    {
        for (var i = from; i < values.Length / size; i++)
            for (var k = 0; k < size; k++) page[k * count + at + i] = values[i * size + k];
    }
}
