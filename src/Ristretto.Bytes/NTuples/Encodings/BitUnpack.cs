using System.Runtime.InteropServices;

namespace Ristretto.Bytes.NTuples.Encodings;

/// <summary>Bits, eight to a byte, the lowest first, as bytes 0 and 1.</summary>
internal static class BitUnpack
{
    private const ulong EachByte = 0x0101_0101_0101_0101;
    private const ulong EachBit = 0x8040_2010_0804_0201;
    private const ulong Below = 0x7F7F_7F7F_7F7F_7F7F;

    /// <summary>The definition: element i is bit i mod 8 of byte i / 8.</summary>
    public static void Scalar(ReadOnlySpan<byte> page, int from, Span<byte> destination)
    {
        for (var i = 0; i < destination.Length; i++) destination[i] = (byte)((page[(from + i) >> 3] >> ((from + i) & 7)) & 1);
    }

    /// <summary>The same, eight elements at a time.</summary>
    public static void Decode(ReadOnlySpan<byte> page, int from, Span<byte> destination)
    {
        var head = Math.Min(destination.Length, -from & 7);
        Scalar(page, from, destination[..head]);
        if (!BitConverter.IsLittleEndian)
        {
            Scalar(page, from + head, destination[head..]);
            return;
        }
        var groups = MemoryMarshal.Cast<byte, ulong>(destination[head..]);
        var bits = page.Slice((from + head) >> 3, groups.Length);
        for (var i = 0; i < groups.Length; i++) groups[i] = unchecked((((bits[i] * EachByte) & EachBit) + Below) >> 7) & EachByte;
        var done = head + (8 * groups.Length);
        Scalar(page, from + done, destination[done..]);
    }
}
