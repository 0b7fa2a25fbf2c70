using System.Buffers.Binary;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Trees.Merging;

/// <summary>Baskets that stand one behind the other. Their keys get new positions; keys and values keep their length, on which the offsets of entries depend.</summary>
internal sealed class BasketCopy(RootFile file, IReadOnlyList<CopiedBasket> baskets, RootFileWriter writer, WrittenDirectory folder, MergeCounters counters, Compression? compression)
    : PendingCopy(file, baskets[0].Branch.Path, baskets[0].Seek, (int)(baskets[^1].Seek + baskets[^1].Bytes - baskets[0].Seek))
{
    private const int ObjectBytesAt = 6, SeekAt = 18;

    private readonly int[] _stored = [.. baskets.Select(basket => basket.Bytes)];
    private readonly int[] _total = new int[baskets.Count];

    protected override void Prepare(EncodeContext context)
    {
        for (var i = 0; i < baskets.Count; i++)
        {
            var (start, origin) = ((int)(baskets[i].Seek - From), OriginOf(i));
            var reader = new BigEndianReader(Bytes.Slice(start, baskets[i].Bytes), origin);
            var basket = BasketRecord.Decode(ref reader);
            basket.CheckStored(origin, baskets[i].Bytes);
            if (basket.ObjectBytes > BlockDecoder.Largest) origin.Throw(0, $"a basket of {basket.ObjectBytes} bytes; ROOT's buffers hold {BlockDecoder.Largest}");
            _total[i] = basket.KeyBytes + basket.ObjectBytes;
        }
        if (compression is { } wanted) Recompress(context, wanted);
    }

    public override void Write()
    {
        var position = writer.Allocate(Length);
        var at = 0;
        for (var i = 0; i < baskets.Count; i++)
        {
            var key = Bytes[at..];
            var isBig = BinaryPrimitives.ReadInt16BigEndian(key[4..]) > 1000;
            var seek = position + at;
            if (isBig)
            {
                BinaryPrimitives.WriteInt64BigEndian(key[SeekAt..], seek);
                // The upper 16 bits hold an offset of process identities.
                var upper = BinaryPrimitives.ReadInt64BigEndian(key[(SeekAt + 8)..]) & unchecked((long)0xFFFF_0000_0000_0000);
                BinaryPrimitives.WriteInt64BigEndian(key[(SeekAt + 8)..], upper | folder.Seek);
            }
            else
            {
                if (FileSpace.IsBig(seek)) OriginOf(i).Throw(0, "the basket notes its position in 32 bits and would lie beyond 2 GB in the merged file; convert the file first, or merge fewer");
                BinaryPrimitives.WriteInt32BigEndian(key[SeekAt..], (int)seek);
                BinaryPrimitives.WriteInt32BigEndian(key[(SeekAt + 4)..], (int)folder.Seek);
            }
            baskets[i].Branch.Place(baskets[i].Index, seek, _stored[i], _total[i]);
            at += _stored[i];
        }
        writer.WriteHidden(Bytes, [], position);
        counters.AddCopied(Length);
    }

    private RecordOrigin OriginOf(int basket) => new(File.Path, baskets[basket].Branch.Path, baskets[basket].Seek);

    private void Recompress(EncodeContext context, Compression wanted)
    {
        using var decoder = new DecodeContext();
        var room = PooledBuffer.Rent(RoomFor(_total.Sum(bytes => (long)bytes), OriginOf(0)));
        var used = 0;
        for (var i = 0; i < baskets.Count; i++)
        {
            var record = Bytes.Slice((int)(baskets[i].Seek - From), baskets[i].Bytes);
            var objectBytes = BinaryPrimitives.ReadInt32BigEndian(record[ObjectBytesAt..]);
            var keyBytes = _total[i] - objectBytes;
            RootFile.CheckObjectBytes(OriginOf(i), objectBytes, record.Length - keyBytes);
            var raw = context.Raw.Ensure(objectBytes);
            Decompress(decoder, record[keyBytes..], raw, OriginOf(i));
            counters.AddDecompressed(objectBytes);
            var target = room.Span[used..];
            record[..keyBytes].CopyTo(target);
            var length = BlockEncoder.Encode(context, wanted, raw, target.Slice(keyBytes, objectBytes));
            if (length == 0)
            {
                raw.CopyTo(target[keyBytes..]);
                length = objectBytes;
            }
            _stored[i] = keyBytes + length;
            BinaryPrimitives.WriteInt32BigEndian(target, _stored[i]);
            used += _stored[i];
        }
        Replace(room, used);
    }
}
