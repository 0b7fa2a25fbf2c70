using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ristretto.Columns.Kernels;

/// <summary>Counts the ones of masks, which are bytes 0 and 1, and turns masks into positions.</summary>
/// <remarks>The definition is the loop over single bytes; eight bytes at a time give the same.</remarks>
internal static class MaskPositions
{
    // For each pattern of eight answers the places of the ones, the first in the lowest byte.
    private static readonly ulong[] s_places = MakePlaces();

    /// <summary>Number of ones.</summary>
    internal static int Count(ReadOnlySpan<byte> mask)
    {
        var count = 0;
        var i = 0;
        for (; i <= mask.Length - 8; i += 8) count += BitOperations.PopCount(BinaryPrimitives.ReadUInt64LittleEndian(mask[i..]));
        for (; i < mask.Length; i++) count += mask[i];
        return count;
    }

    /// <summary>Writes the positions of the ones and returns how many there are.</summary>
    /// <param name="mask">The answers.</param>
    /// <param name="positions">Receives the positions; as long as the mask, since eight are written at a time.</param>
    internal static int Find(ReadOnlySpan<byte> mask, Span<int> positions)
    {
        var count = 0;
        var i = 0;
        if (positions.Length < mask.Length) throw new ArgumentException($"room for {positions.Length} positions in a mask of {mask.Length} answers");
        if (Avx2.IsSupported)
        {
            ref var to = ref MemoryMarshal.GetReference(positions);
            for (; i <= mask.Length - 8; i += 8)
            {
                var answers = BinaryPrimitives.ReadUInt64LittleEndian(mask[i..]);
                if (answers == 0) continue;
                // Bit k of the highest byte of the product is answer k: the ones never meet on the way.
                var places = Vector128.CreateScalar(s_places[(answers * 0x0102_0408_1020_4080) >> 56]).AsByte();
                (Avx2.ConvertToVector256Int32(places) + Vector256.Create(i)).StoreUnsafe(ref to, (nuint)count);
                count += BitOperations.PopCount(answers);
            }
        }
        for (; i < mask.Length; i++)
        {
            positions[count] = i;
            count += mask[i];
        }
        return count;
    }

    /// <summary>Positions of the ones inside lists, with the offsets of what is left of each list; returns how many there are.</summary>
    /// <param name="mask">The answers of all lists one after the other.</param>
    /// <param name="offsets">How they are divided into lists.</param>
    /// <param name="positions">As in <see cref="Find(ReadOnlySpan{byte}, Span{int})"/>.</param>
    /// <param name="kept">Receives the offsets of what is left, as many as <paramref name="offsets"/>.</param>
    internal static int Find(ReadOnlySpan<byte> mask, ReadOnlySpan<int> offsets, Span<int> positions, Span<int> kept)
    {
        MaskCounts.Count(mask, offsets, kept[1..]);
        var sum = 0;
        kept[0] = 0;
        for (var list = 1; list < kept.Length; list++) kept[list] = sum += kept[list];
        return Find(mask[..offsets[^1]], positions);
    }

    private static ulong[] MakePlaces()
    {
        var result = new ulong[256];
        for (var pattern = 0; pattern < result.Length; pattern++)
        {
            var at = 0;
            for (var place = 0UL; place < 8; place++)
                if ((pattern >> (int)place & 1) != 0) result[pattern] |= place << (8 * at++);
        }
        return result;
    }
}
