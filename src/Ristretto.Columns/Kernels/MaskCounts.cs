using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Columns.Kernels;

/// <summary>Counts the ones of each list of a mask, which is bytes 0 and 1.</summary>
/// <remarks>The definition is <see cref="MaskPositions.Count"/> of each list. The fast form packs the answers into bits and keeps how many ones
/// come before each word of bits: the ones before any position are then a look-up, whatever the length of the lists.</remarks>
internal static class MaskCounts
{
    // Answers that are packed at a time: two kilobytes of bits.
    private const int Words = 256;

    /// <summary>Number of ones in each list.</summary>
    /// <exception cref="ArgumentException">The lists do not fit the mask.</exception>
    [SkipLocalsInit]
    internal static void Count(ReadOnlySpan<byte> mask, ReadOnlySpan<int> offsets, Span<int> result)
    {
        if (offsets.Length != result.Length + 1 || offsets[^1] > mask.Length) throw new ArgumentException($"{offsets.Length} offsets for {result.Length} lists");
        if (!Vector256.IsHardwareAccelerated)
        {
            for (var i = 0; i < result.Length; i++) result[i] = MaskPositions.Count(mask[offsets[i]..offsets[i + 1]]);
            return;
        }
        Span<ulong> bits = stackalloc ulong[Words + 1];
        Span<int> before = stackalloc int[Words + 1];
        var (list, last, ones, at) = (0, 0, 0, offsets[0]);
        while (list < result.Length)
        {
            var end = Math.Min(at + 64 * Words, offsets[^1]);
            ones = Pack(mask[at..end], ones, bits, before);
            for (; list < result.Length && offsets[list + 1] <= end; list++)
            {
                var position = offsets[list + 1] - at;
                var count = before[position >> 6] + BitOperations.PopCount(bits[position >> 6] & ((1UL << position) - 1));
                result[list] = count - last;
                last = count;
            }
            at = end;
        }
    }

    /// <summary>Packs answers into bits, with the ones before each word; returns the ones before the end.</summary>
    private static int Pack(ReadOnlySpan<byte> mask, int ones, Span<ulong> bits, Span<int> before)
    {
        ref var answers = ref MemoryMarshal.GetReference(mask);
        var whole = mask.Length / 64;
        for (var word = 0; word < whole; word++)
        {
            var low = Vector256.Equals(Vector256.LoadUnsafe(ref answers, (nuint)(64 * word)), Vector256<byte>.One).ExtractMostSignificantBits();
            var high = Vector256.Equals(Vector256.LoadUnsafe(ref answers, (nuint)(64 * word + 32)), Vector256<byte>.One).ExtractMostSignificantBits();
            (bits[word], before[word]) = (low | (ulong)high << 32, ones);
            ones += BitOperations.PopCount(bits[word]);
        }
        var rest = 0UL;
        for (var i = 64 * whole; i < mask.Length; i++) rest |= (ulong)mask[i] << i;
        (bits[whole], before[whole]) = (rest, ones);
        return ones + BitOperations.PopCount(rest);
    }
}
