namespace Ristretto.Bytes.NTuples.Encodings;

/// <summary>Reals in fewer bits than single precision has.</summary>
internal static class PackedReals
{
    /// <summary>Single precision whose lowest bits were cut off: they come back as zeros.</summary>
    public static void DecodeTruncated(ReadOnlySpan<byte> page, int bits, int from, Span<float> destination)
    {
        var packed = new PackedBits(page, bits);
        for (var i = 0; i < destination.Length; i++) destination[i] = BitConverter.UInt32BitsToSingle(packed[from + i] << (32 - bits));
    }

    /// <summary>Steps of equal size over a range: u · (high − low) / (2ⁿ − 1) + low, in this order in double precision, as ROOT computes it.</summary>
    public static void DecodeQuantized(ReadOnlySpan<byte> page, int bits, double low, double high, int from, Span<double> destination)
    {
        var packed = new PackedBits(page, bits);
        var step = (high - low) / ((1UL << bits) - 1);
        for (var i = 0; i < destination.Length; i++) destination[i] = (packed[from + i] * step) + low;
    }
}
