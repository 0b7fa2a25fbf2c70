using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Ristretto.Bytes.NTuples.Encodings;

/// <summary>Numbers of 1 to 32 bits each, packed one behind the other, the lowest bit first: element i of n bits is at bits i·n to (i + 1)·n.</summary>
internal readonly ref struct PackedBits(ReadOnlySpan<byte> page, int bits)
{
    private readonly ReadOnlySpan<byte> _page = page;
    private readonly ulong _mask = (1UL << bits) - 1;

    /// <summary>Element <paramref name="index"/>.</summary>
    public uint this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var at = (long)index * bits;
            var from = _page[(int)(at >> 3)..];
            var word = from.Length >= 8 ? BinaryPrimitives.ReadUInt64LittleEndian(from) : ReadTail(from);
            return (uint)((word >> (int)(at & 7)) & _mask);
        }
    }

    private static ulong ReadTail(ReadOnlySpan<byte> from)
    {
        var word = 0UL;
        for (var i = from.Length - 1; i >= 0; i--) word = (word << 8) | from[i];
        return word;
    }
}
