using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.NTuples.Encodings;

namespace Ristretto.Benchmarks;

/// <summary>Verifies, decompresses and decodes the pages of columns that are in memory already, each once, and does nothing else: what no reader can beat.</summary>
internal sealed class PageLoop
{
    private readonly List<(byte[] Stored, ColumnRecord Column, int Elements)> _pages = [];
    private byte[] _page = [];
    private byte[] _values = [];

    internal PageLoop(NTuple ntuple, IEnumerable<NTupleColumn> columns)
    {
        var fields = columns.SelectMany(column => column.Levels.Where(level => level.IsList).Select(level => level.Field).Append(column.Field));
        var records = fields.SelectMany(field => field.Representations).SelectMany(representation => representation).Distinct();
        foreach (var record in records)
            foreach (var cluster in ntuple.Clusters.All)
                foreach (var page in cluster.Pages(record.Id))
                {
                    var stored = new byte[page.FetchedBytes];
                    ntuple.File.Source.Read(page.Offset, stored);
                    _pages.Add((stored, record, page.Elements));
                }
    }

    /// <summary>Decodes everything once and returns the number of bytes.</summary>
    internal long Run(DecodeContext context)
    {
        var bytes = 0L;
        foreach (var (fetched, column, elements) in _pages)
        {
            var stored = fetched.AsSpan(0, fetched.Length - 8);
            if (XxHash3.HashToUInt64(stored) != BinaryPrimitives.ReadUInt64LittleEndian(fetched.AsSpan(stored.Length))) throw new InvalidDataException("checksum");
            var page = Room(ref _page, ((elements * column.Bits) + 7) / 8);
            if (page.Length == stored.Length) stored.CopyTo(page);
            else if (BlockDecoder.Decode(context, stored, page, page.Length, out _) is { } error) throw new InvalidDataException(error.Reason);
            var values = Room(ref _values, elements * Math.Max(1, column.Bits / 8));
            if (EncodingTypes.IsIndex(column.Encoding)) IndexDecoder.Decode(column.Encoding, page, MemoryMarshal.Cast<byte, long>(values));
            else ElementDecoders.Of(column)(page, elements, 0, values);
            bytes += values.Length;
        }
        return bytes;
    }

    private static Span<byte> Room(ref byte[] array, int size)
    {
        if (array.Length < size) array = new byte[size];
        return array.AsSpan(0, size);
    }
}
