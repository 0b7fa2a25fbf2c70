using System.Buffers.Binary;
using System.IO.Hashing;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;

namespace Ristretto.Bytes.NTuples.Merging;

/// <summary>Pages of zeros, for what a file lacks. In every encoding that is filled so, zeros are bytes of 0; pages of one length are stored once.</summary>
internal sealed class ZeroPages(RootFileWriter writer, WrittenDirectory folder, Compression compression)
{
    private const long LargestBytes = 1 << 20;

    private readonly Dictionary<int, (int Stored, long Position)> _pages = [];

    /// <summary>The codec that the pages have.</summary>
    public Compression Compression => compression;

    /// <summary>Pages that hold so many elements together.</summary>
    /// <param name="elements">Number of elements.</param>
    /// <param name="bits">Bits of one.</param>
    public IEnumerable<(int Elements, int Stored, long Position)> Of(long elements, int bits)
    {
        var perPage = LargestBytes * 8 / bits / 8 * 8;
        for (var from = 0L; from < elements; from += perPage)
        {
            var count = (int)Math.Min(perPage, elements - from);
            var length = (int)(((long)count * bits + 7) / 8);
            if (!_pages.TryGetValue(length, out var page)) _pages.Add(length, page = Write(length));
            yield return (count, page.Stored, page.Position);
        }
    }

    private (int Stored, long Position) Write(int length)
    {
        var zeros = new byte[length];
        var record = new byte[length + 8];
        var stored = BlockEncoder.Encode(writer.Queue.Context, compression, zeros, record.AsSpan(0, length));
        if (stored == 0)
        {
            record.AsSpan().Clear();                                 // of what the encoder tried
            stored = length;
        }
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(stored), XxHash3.HashToUInt64(record.AsSpan(0, stored)));
        var position = 0L;
        writer.Guarded(() => position = NTupleBlob.Write(writer, folder, record.AsSpan(0, stored + 8), stored + 8));
        return (stored, position);
    }
}
