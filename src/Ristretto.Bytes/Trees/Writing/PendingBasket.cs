using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees.Writing;

/// <summary>TBasket on its way into the file: the values in the file's byte order, behind them where each entry begins.</summary>
/// <param name="column">The branch.</param>
/// <param name="values">The values in the machine's byte order.</param>
/// <param name="ends">Where entries end, as 64-bit numbers of elements; null for entries of the same length.</param>
/// <param name="endsFrom">What the ends count from.</param>
/// <param name="entries">fNevBuf.</param>
/// <param name="firstEntry">The first entry.</param>
internal sealed class PendingBasket(TreeColumn column, SharedSlice values, SharedSlice? ends, long endsFrom, int entries, long firstEntry) : PendingRecord
{
    // i16 fVersion, i32 fBufferSize, fNevBufSize, fNevBuf, fLast, u8 flag.
    private const int BasketNumbers = 19;
    private const short BasketVersion = 3;
    private PooledBuffer? _stored;
    private int _storedLength;
    private bool _isReleased;

    /// <summary>Bytes that an element of the ends stands for.</summary>
    public int EndScale { get; init; }

    public override int HeldBytes => RawLength;

    private int KeyLength => WrittenKey.LengthOf("TBasket", column.Name, column.Tree.Name, isBig: true) + BasketNumbers;

    // The offsets: their number, one for each entry, and one that means nothing.
    private int RawLength => ends is null ? values.Length : values.Length + 4 * (entries + 2);

    public override void Encode(EncodeContext context)
    {
        var raw = context.Raw.Ensure(RawLength);
        CopySwapped(values.Span, raw, column.Form.Size);
        if (ends is { } given) WriteOffsets(given.As<long>(), raw[values.Length..]);
        _stored = PooledBuffer.Rent(Math.Max(1, raw.Length));
        _storedLength = BlockEncoder.Encode(context, column.Tree.Compression, raw, _stored.Span);
        if (_storedLength > 0) return;
        raw.CopyTo(_stored.Span);
        _storedLength = raw.Length;
    }

    public override void Write()
    {
        var tree = column.Tree;
        var length = KeyLength;
        var position = tree.File.Allocate(length + _storedLength);
        var key = new WrittenKey("TBasket", column.Name, tree.Name, position, tree.Folder.Seek, RawLength, _storedLength)
        {
            Version = WrittenKey.VersionOf(isBig: true),
            ExtraLength = BasketNumbers,
            Cycle = (short)(column.Baskets.Seeks.Count & short.MaxValue),
            Date = tree.File.Options.StoredDate,
        };
        var writer = tree.KeyWriter;
        writer.Clear();
        key.Encode(writer);
        writer.Int16(BasketVersion);
        writer.Int32(length + RawLength);                            // fBufferSize
        writer.Int32(ends is null ? column.Form.Size * column.ValuesPerElement : entries + 1);   // fNevBufSize
        writer.Int32(entries);                                       // fNevBuf
        writer.Int32(length + values.Length);                        // fLast
        writer.UInt8(0);                                             // flag
        tree.File.WriteHidden(writer.Bytes, _stored!.Span[.._storedLength], position);
        column.Baskets.Add(position, firstEntry, length + _storedLength, length + RawLength);
    }

    public override void Release()
    {
        if (_isReleased) return;
        _isReleased = true;
        _stored?.Dispose();
        values.Bytes.Release();
        ends?.Bytes.Release();
    }

    private static void CopySwapped(ReadOnlySpan<byte> from, Span<byte> to, int size)
    {
        var type = BitConverter.IsLittleEndian ? size : 1;
        if (type == 2) BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ushort>(from), MemoryMarshal.Cast<byte, ushort>(to));
        else if (type == 4) BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, uint>(from), MemoryMarshal.Cast<byte, uint>(to));
        else if (type == 8) BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ulong>(from), MemoryMarshal.Cast<byte, ulong>(to));
        else from.CopyTo(to);
    }

    // Offsets count from the start of the key.
    private void WriteOffsets(ReadOnlySpan<long> entryEnds, Span<byte> to)
    {
        BinaryPrimitives.WriteInt32BigEndian(to, entries + 1);
        var offsets = MemoryMarshal.Cast<byte, int>(to[4..]);
        var (scale, start) = (EndScale, KeyLength - EndScale * endsFrom);
        offsets[0] = KeyLength;
        for (var i = 1; i < entries; i++) offsets[i] = unchecked((int)(start + scale * entryEnds[i - 1]));
        offsets[entries] = 0;
        if (BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(offsets, offsets);
    }
}
