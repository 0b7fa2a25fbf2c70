using System.Buffers.Binary;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Trees.Merging;

/// <summary>A basket that was stored inside a tree's record and gets a record of its own.</summary>
internal sealed class EmbeddedCopy : PendingRecord
{
    // i16 fVersion, i32 fBufferSize, fNevBufSize, fNevBuf, fLast, u8 flag.
    private const int BasketNumbers = 19;
    private const short BasketVersion = 3;

    private readonly MergedBranch _branch;
    private readonly int _index;
    private readonly EmbeddedBasket _basket;
    private readonly byte[] _raw;
    private readonly string _tree;
    private readonly RootFileWriter _writer;
    private readonly WrittenDirectory _folder;
    private readonly MergeCounters _counters;
    private readonly Compression _compression;
    private byte[] _stored = [];

    /// <summary>Copies the values out of the record, with offsets that count from the key to come.</summary>
    public EmbeddedCopy(MergedBranch branch, int index, EmbeddedBasket basket, ReadOnlySpan<byte> record, string tree,
        RootFileWriter writer, WrittenDirectory folder, MergeCounters counters, Compression compression)
    {
        (_branch, _index, _basket, _tree, _writer, _folder, _counters, _compression) = (branch, index, basket, tree, writer, folder, counters, compression);
        _raw = new byte[basket.ValueBytes + (basket.OffsetsAt < 0 ? 0 : 4 * (basket.Entries + 2))];
        record.Slice(basket.ValuesAt, basket.ValueBytes).CopyTo(_raw);
        if (basket.OffsetsAt < 0) return;
        var to = _raw.AsSpan(basket.ValueBytes);
        BinaryPrimitives.WriteInt32BigEndian(to, basket.Entries + 1);
        for (var i = 0; i < basket.Entries; i++)
        {
            var offset = BinaryPrimitives.ReadInt32BigEndian(record[(basket.OffsetsAt + 4 * i)..]);
            if (basket.IsMasked) offset &= 0x00FF_FFFF;
            BinaryPrimitives.WriteInt32BigEndian(to[(4 + 4 * i)..], offset - basket.KeyBytes + KeyLength);
        }
    }

    public override int HeldBytes => _raw.Length;

    private int KeyLength => WrittenKey.LengthOf("TBasket", _branch.Name, _tree, isBig: true) + BasketNumbers;

    public override void Encode(EncodeContext context)
    {
        var room = new byte[Math.Max(1, _raw.Length)];
        var length = BlockEncoder.Encode(context, _compression, _raw, room);
        _stored = length == 0 ? _raw : room[..length];
    }

    public override void Write()
    {
        var (keyLength, hasOffsets) = (KeyLength, _basket.OffsetsAt >= 0);
        var position = _writer.Allocate(keyLength + _stored.Length);
        var key = new WrittenKey("TBasket", _branch.Name, _tree, position, _folder.Seek, _raw.Length, _stored.Length)
        {
            Version = WrittenKey.VersionOf(isBig: true),
            ExtraLength = BasketNumbers,
            Cycle = (short)(_index & short.MaxValue),
            Date = _writer.Options.StoredDate,
        };
        var writer = new ObjectWriter();
        key.Encode(writer);
        writer.Int16(BasketVersion);
        writer.Int32(keyLength + _raw.Length);                       // fBufferSize
        writer.Int32(hasOffsets ? _basket.Entries + 1 : _basket.ValueBytes / Math.Max(1, _basket.Entries));   // fNevBufSize
        writer.Int32(_basket.Entries);                               // fNevBuf
        writer.Int32(keyLength + _basket.ValueBytes);                // fLast
        writer.UInt8(0);                                             // flag
        _writer.WriteHidden(writer.Bytes, _stored, position);
        _branch.Place(_index, position, keyLength + _stored.Length, keyLength + _raw.Length);
        _counters.AddCopied(keyLength + _stored.Length);
    }

    public override void Release() { }
}
