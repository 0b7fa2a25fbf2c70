using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.NTuples.Writing.Encodings;
using Ristretto.Cli.Measurements;

namespace Ristretto.Benchmarks;

/// <summary>Writes a NanoAOD-like tree and an ntuple, against a bare loop of the compressor over the same baskets and pages, which lie ready in memory.</summary>
internal sealed class WriteBenchmark
{
    private const int Entries = WrittenEvents.Entries, ClusterEntries = WrittenEvents.ClusterEntries;
    private readonly WrittenEvents _events = new();

    /// <summary>Prints, for each codec (all if none is named), processor times relative to the compressor alone, and what two threads gain.</summary>
    internal static int Run(int rounds, params string[] codecs)
    {
        if (codecs.Length == 0) codecs = ["lz4:1", "lz4:4", "zstd:1", "zstd:5", "zlib:1", "none"];
        var benchmark = new WriteBenchmark();
        Console.WriteLine($"{Entries:N0} entries, {WrittenEvents.Jets} lists of 0 to 7 floats and {WrittenEvents.Flats} floats each, clusters of {ClusterEntries:N0}; {rounds} rounds, medians; processor time");
        Console.WriteLine("codec     MB   compress MB/s   tree: speed / compressor   2 threads wall   ntuple: speed / compressor   2 threads wall");
        foreach (var codec in codecs)
        {
            if (!Compression.TryParse(codec, out var compression)) return 1;
            benchmark.Run(codec, compression, rounds);
        }
        return 0;
    }

    private void Run(string codec, Compression compression, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("ristretto-");
        try
        {
            var path = Path.Combine(folder.FullName, "written.root");
            var (baskets, pages) = (Baskets(), Pages(compression.Codec != CompressionCodec.None));
            using var context = new EncodeContext();
            var buffer = new byte[baskets.Concat(pages).Max(bytes => bytes.Length)];
            var results = new Measurement(2, rounds)
                .Add("compress baskets", () => Compress(context, compression, baskets, buffer))
                .Add("tree", () => _events.WriteTree(path, compression, 1))
                .Add("tree, 2 threads", () => _events.WriteTree(path, compression, 2))
                .Add("compress pages", () => Compress(context, compression, pages, buffer))
                .Add("ntuple", () => WriteNTuple(path, compression, 1))
                .Add("ntuple, 2 threads", () => WriteNTuple(path, compression, 2))
                .Run();
            var megabytes = baskets.Sum(bytes => (long)bytes.Length) / 1e6;
            var (tree, ntuple) = (results[0].Cpu / results[1].Cpu, results[3].Cpu / results[4].Cpu);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{codec,-7} {megabytes,5:F0} {megabytes / results[0].Cpu,12:F0} {tree,20:P0} {results[1].Wall / results[2].Wall,24:F2} {ntuple,22:P0} {results[4].Wall / results[5].Wall,24:F2}"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Compress(EncodeContext context, Compression compression, List<byte[]> parts, byte[] buffer)
    {
        foreach (var part in parts)
            if (BlockEncoder.Encode(context, compression, part, buffer) == 0) part.CopyTo(buffer, 0);
    }

    private void WriteNTuple(string path, Compression compression, int threads)
    {
        using var file = RootFileWriter.Create(path, new RootWriteOptions { IsDurable = false, Compression = compression, Threads = threads });
        var tuple = file.NTuple("Events", new NTupleOptions { ClusterEntries = ClusterEntries });
        var collection = tuple.Collection("Jet");
        var jets = _events.JetColumns.Select((_, i) => collection.Field<float>($"{i}")).ToArray();
        var flats = _events.FlatColumns.Select((_, i) => tuple.Field<float>($"flat{i}")).ToArray();
        const int batch = 4096;
        for (var from = 0; from < Entries; from += batch)
        {
            var count = Math.Min(batch, Entries - from);
            var (first, last) = ((int)(from == 0 ? 0 : _events.Ends[from - 1]), (int)_events.Ends[from + count - 1]);
            collection.Append(_events.Counts.AsSpan(from, count));
            for (var i = 0; i < jets.Length; i++) jets[i].Append(_events.JetColumns[i].AsSpan(first, last - first));
            for (var i = 0; i < flats.Length; i++) flats[i].Append(_events.FlatColumns[i].AsSpan(from, count));
            tuple.Fill(count);
        }
        file.Complete();
    }

    // What the tree writer makes of a cluster's column, ready to be compressed: big-endian values, and for lists their offsets.
    private List<byte[]> Baskets()
    {
        var baskets = new List<byte[]>();
        for (var from = 0; from < Entries; from += ClusterEntries)
        {
            var (first, last) = ((int)(from == 0 ? 0 : _events.Ends[from - 1]), (int)_events.Ends[from + ClusterEntries - 1]);
            baskets.Add(Swapped(_events.Counts.AsSpan(from, ClusterEntries)));
            int[] offsets = [ClusterEntries + 1, .. _events.Ends.AsSpan(from, ClusterEntries).ToArray().Select(end => (int)(4 * (end - first))), 0];
            foreach (var column in _events.JetColumns) baskets.Add([.. Swapped(column.AsSpan(first, last - first)), .. Swapped(offsets.AsSpan())]);
            foreach (var column in _events.FlatColumns) baskets.Add(Swapped(column.AsSpan(from, ClusterEntries)));
        }
        return baskets;
    }

    private List<byte[]> Pages(bool isSplit)
    {
        var pages = new List<byte[]>();
        for (var from = 0; from < Entries; from += ClusterEntries)
        {
            var (first, last) = ((int)(from == 0 ? 0 : _events.Ends[from - 1]), (int)_events.Ends[from + ClusterEntries - 1]);
            Add(MemoryMarshal.AsBytes(_events.Ends.AsSpan(from, ClusterEntries)), isSplit ? ColumnEncoding.SplitIndex64 : ColumnEncoding.Index64, first);
            foreach (var column in _events.JetColumns) Add(MemoryMarshal.AsBytes(column.AsSpan(first, last - first)), isSplit ? ColumnEncoding.SplitReal32 : ColumnEncoding.Real32, 0);
            foreach (var column in _events.FlatColumns) Add(MemoryMarshal.AsBytes(column.AsSpan(from, ClusterEntries)), isSplit ? ColumnEncoding.SplitReal32 : ColumnEncoding.Real32, 0);
        }
        return pages;

        void Add(ReadOnlySpan<byte> values, ColumnEncoding encoding, long before)
        {
            var page = new byte[values.Length];
            PageEncoder.Encode(encoding, values, page, before, before);
            pages.Add(page);
        }
    }

    private static byte[] Swapped<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values).ToArray();
        var words = MemoryMarshal.Cast<byte, uint>(bytes.AsSpan());
        BinaryPrimitives.ReverseEndianness(words, words);
        return bytes;
    }

    private static byte[] Swapped<T>(Span<T> values) where T : unmanaged => Swapped((ReadOnlySpan<T>)values);
}
