using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.NTuples;

/// <summary>An RNTuple put together by hand behind an empty ROOT file, for what no sample has.</summary>
internal sealed class MadeNTuple : IDisposable
{
    private const int KeyBytes = 26;

    private readonly TemporaryFolder _folder = new();
    private readonly List<byte> _bytes;
    private RootFile? _file;

    internal MadeNTuple()
    {
        using (var writer = RootFileWriter.Create(_folder["made.root"])) writer.Complete();
        _bytes = [.. File.ReadAllBytes(_folder["made.root"])];
    }

    /// <summary>Stores bytes and says where.</summary>
    internal long Add(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return _bytes.Count - bytes.Length;
    }

    /// <summary>Stores bytes in pieces, the last one first, as a writer with a small fMaxKeySize does.</summary>
    internal long AddInPieces(byte[] bytes, int largest)
    {
        var others = (int)ChunkedBlob.Pieces(bytes.Length, largest) - 1;
        var first = largest - (8 * others);
        var positions = new long[others];
        for (var i = others - 1; i >= 0; i--)
        {
            var at = first + (i * largest);
            positions[i] = Add(bytes[Math.Min(at, bytes.Length)..Math.Min(at + largest, bytes.Length)]);
            Add([0xEE, 0xEE, 0xEE]);
        }
        return Add([.. bytes[..first], .. positions.SelectMany(BitConverter.GetBytes)]);
    }

    /// <summary>Stores a page that is not compressed, and gives its line of the page list.</summary>
    internal Action<EnvelopeWriter> Page(int elements, byte[] content)
    {
        var at = Add([.. content, .. BitConverter.GetBytes(XxHash3.HashToUInt64(content))]);
        return page => page.I32(-elements).I32(content.Length).I64(at);
    }

    /// <summary>A column of the page list with its pages.</summary>
    internal static Action<EnvelopeWriter> Stored(params Action<EnvelopeWriter>[] pages) => column => column.Pages(rest => rest.I64(0).I32(0), pages);

    /// <summary>A column of the page list that this cluster does not store.</summary>
    internal static void Suppressed(EnvelopeWriter column) => column.Pages(rest => rest.I64(-1));

    /// <summary>Writes header, page list, footer and anchor, and opens the result.</summary>
    /// <param name="schema">Writes the four lists of the header.</param>
    /// <param name="clusters">Entries and columns of each cluster.</param>
    /// <param name="extension">Writes the four lists of the extension; null for none.</param>
    /// <param name="largestKey">fMaxKeySize.</param>
    internal NTuple Open(Action<EnvelopeWriter> schema, (int Entries, Action<EnvelopeWriter>[] Columns)[] clusters, Action<EnvelopeWriter>? extension = null, long largestKey = 0)
    {
        var head = new EnvelopeWriter().U64(0).Text("made").Text("").Text("hand");
        schema(head);
        var header = head.ToBytes(Envelope.HeaderType);
        var checksum = BinaryPrimitives.ReadUInt64LittleEndian(header.AsSpan(header.Length - 8));
        var first = 0L;
        var list = new EnvelopeWriter().U64(checksum)
            .List([.. clusters.Select(cluster => (Action<EnvelopeWriter>)(writer => writer.Record(record =>
            {
                record.I64(first).I64(cluster.Entries);
                first += cluster.Entries;
            })))])
            .List([.. clusters.Select(cluster => (Action<EnvelopeWriter>)(writer => writer.List(cluster.Columns)))])
            .ToBytes(Envelope.PageListType);
        var listAt = Add(list);
        var footer = new EnvelopeWriter().U64(0).U64(checksum).Record(record => extension?.Invoke(record))
            .List(groups => groups.Record(group => group.I64(0).I64(first).U32((uint)clusters.Length).I64(list.Length).I32(list.Length).I64(listAt)))
            .ToBytes(Envelope.FooterType);
        var anchor = Anchor(Add(header), header.Length, Add(footer), footer.Length, largestKey);
        var keyAt = Add([.. new byte[KeyBytes], .. anchor]);
        File.WriteAllBytes(_folder["made.root"], [.. _bytes]);
        _file = RootFile.Open(_folder["made.root"]);
        return NTuple.Read(_file, "made", new KeyRecord(KeyBytes + anchor.Length, 4, anchor.Length, 0, KeyBytes, 1, keyAt, 100, "ROOT::RNTuple", "made", ""));
    }

    public void Dispose()
    {
        _file?.Dispose();
        _folder.Dispose();
    }

    /// <summary>The values of a column.</summary>
    internal static T[] Read<T>(NTuple ntuple, string name, long first = 0, int count = -1) where T : unmanaged
    {
        using var context = new DecodeContext();
        using var reader = new NTupleReader(ntuple, context);
        if (count < 0) count = (int)ntuple.Entries;
        var bytes = new byte[reader[name].ValueBytes(first, count)];
        reader[name].ReadValues(first, count, bytes);
        return MemoryMarshal.Cast<byte, T>(bytes).ToArray();
    }

    /// <summary>An anchor with its checksum.</summary>
    internal static byte[] Anchor(long header, int headerBytes, long footer, int footerBytes, long largestKey)
    {
        var bytes = new byte[78];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, 0x4000_0042);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(4), 2);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(6), 1);
        long[] numbers = [header, headerBytes, headerBytes, footer, footerBytes, footerBytes, largestKey];
        for (var i = 0; i < numbers.Length; i++) BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(14 + (8 * i)), numbers[i]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(70), XxHash3.HashToUInt64(bytes.AsSpan(6, 64)));
        return bytes;
    }
}
