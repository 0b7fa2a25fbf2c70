using System.Buffers.Binary;
using System.IO.Hashing;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.NTuples.Merging;

/// <summary>Pages that stand one behind the other: copied with their checksums, or compressed anew.</summary>
internal sealed class PageCopy(RootFile file, string path, IReadOnlyList<CopiedPage> pages, RootFileWriter writer, WrittenDirectory folder, MergeCounters counters, Compression? compression)
    : PendingCopy(file, path, pages[0].Source.Offset, (int)(pages[^1].Source.Offset + pages[^1].Source.FetchedBytes - pages[0].Source.Offset))
{
    private readonly int[] _starts = [.. pages.Select(page => (int)(page.Source.Offset - pages[0].Source.Offset))];

    public override void Write()
    {
        var position = NTupleBlob.Write(writer, folder, Bytes, Length);
        for (var i = 0; i < pages.Count; i++) pages[i].Position = position + _starts[i];
        counters.AddCopied(Length);
    }

    protected override void Prepare(EncodeContext context)
    {
        if (compression is not { } wanted) return;
        using var decoder = new DecodeContext();
        var room = PooledBuffer.Rent(RoomFor(pages.Sum(page => page.RawBytes + 8), new RecordOrigin(File.Path, Where, From)));
        var used = 0;
        for (var i = 0; i < pages.Count; i++)
        {
            var (page, origin) = (pages[i], new RecordOrigin(File.Path, Where, pages[i].Source.Offset));
            var stored = Bytes.Slice(_starts[i], page.Source.StoredBytes);
            if (page.Source.HasChecksum && BinaryPrimitives.ReadUInt64LittleEndian(Bytes[(_starts[i] + stored.Length)..]) != XxHash3.HashToUInt64(stored)) origin.Throw(0, "the checksum of a page differs");
            if (BlockDecoder.IsBomb(page.RawBytes, stored.Length)) origin.Throw(0, $"a page of {page.RawBytes} bytes, of which {stored.Length} are stored: more than data compress to");
            var raw = context.Raw.Ensure((int)page.RawBytes);
            Decompress(decoder, stored, raw, origin);
            counters.AddDecompressed(raw.Length);
            var target = room.Span[used..];
            var length = BlockEncoder.Encode(context, wanted, raw, target[..raw.Length]);
            if (length == 0)
            {
                raw.CopyTo(target);
                length = raw.Length;
            }
            BinaryPrimitives.WriteUInt64LittleEndian(target[length..], XxHash3.HashToUInt64(target[..length]));
            (_starts[i], page.Stored, page.HasChecksum) = (used, length, true);
            used += length + 8;
        }
        Replace(room, used);
    }
}
