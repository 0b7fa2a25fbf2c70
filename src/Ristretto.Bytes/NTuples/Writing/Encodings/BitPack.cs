using System.Buffers.Binary;

namespace Ristretto.Bytes.NTuples.Writing.Encodings;

/// <summary>Flags of a byte each to eight in a byte, the first one lowest.</summary>
internal static class BitPack
{
    /// <summary>Packs flags.</summary>
    public static void Pack(ReadOnlySpan<byte> flags, Span<byte> bits)
    {
        var whole = flags.Length / 8;
        for (var i = 0; i < whole; i++)
        {
            // Eight flags to the lowest bits of eight bytes; the product gathers them in its top byte.
            var eight = BinaryPrimitives.ReadUInt64LittleEndian(flags[(8 * i)..]) & 0x0101_0101_0101_0101;
            bits[i] = (byte)(unchecked(eight * 0x0102_0408_1020_4080) >> 56);
        }
        if (flags.Length % 8 == 0) return;
        var last = 0;
        for (var k = 8 * whole; k < flags.Length; k++) last |= (flags[k] & 1) << k % 8;
        bits[whole] = (byte)last;
    }
}
