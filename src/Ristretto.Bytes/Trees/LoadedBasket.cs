using System.Buffers.Binary;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees;

/// <summary>The basket that a reader holds at present: where its values and offsets are in <see cref="Bytes"/>.</summary>
internal struct LoadedBasket
{
    /// <summary>Index in the branch.</summary>
    public int Index;

    /// <summary>First entry.</summary>
    public long First;

    /// <summary>First entry behind it.</summary>
    public long End;

    /// <summary>The reader's scratch, or the tree's record for an embedded basket.</summary>
    public byte[] Bytes;

    /// <summary>Position of the first value.</summary>
    public int ValuesAt;

    /// <summary>Bytes of all values.</summary>
    public int ValueBytes;

    /// <summary>Position of the entry offsets; -1 when they are not stored, or not decompressed.</summary>
    public int OffsetsAt;

    /// <summary>Offsets count from so many bytes before the first value.</summary>
    public int KeyBytes;

    /// <summary>Whether the payload holds offsets that were left compressed.</summary>
    public bool IsPartial;

    /// <summary>Whether only 24 bits of the offsets count.</summary>
    public bool IsMasked;

    /// <summary>For errors.</summary>
    public RecordOrigin? Origin;

    /// <summary>Whether an entry lies in it.</summary>
    public readonly bool Contains(long entry) => entry >= First && entry < End;

    /// <summary>The values' bytes between two positions.</summary>
    public readonly ReadOnlySpan<byte> Values(int from, int to) => Bytes.AsSpan(ValuesAt + from, to - from);

    /// <summary>Where the values of an entry start, from the stored offsets; for the entry behind the last where they end.</summary>
    /// <exception cref="Errors.RootFormatException">The offset points outside the values.</exception>
    public readonly int OffsetOf(long entry)
    {
        if (entry == End) return ValueBytes;
        var stored = BinaryPrimitives.ReadInt32BigEndian(Bytes.AsSpan(OffsetsAt + 4 * (int)(entry - First)));
        if (IsMasked) stored &= 0x00FF_FFFF;
        var offset = (long)stored - KeyBytes;
        if (entry == First && offset != 0) Origin!.Throw(0, $"the offset of the first entry is {stored}, expected {KeyBytes}");
        if (offset < 0 || offset > ValueBytes) Origin!.Throw(0, $"the offset of entry {entry} is {stored}, outside {KeyBytes} to {KeyBytes + ValueBytes}");
        return (int)offset;
    }
}
