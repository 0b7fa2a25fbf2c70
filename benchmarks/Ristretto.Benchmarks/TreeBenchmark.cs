using System.Globalization;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Writing;
using Ristretto.Cli.Measurements;

namespace Ristretto.Benchmarks;

/// <summary>Reading trees: lists of floats in each codec against a bare loop over their baskets; opening files of many branches; all columns of a file.</summary>
internal static class TreeBenchmark
{
    private const int Tile = 2048;

    internal static int Run(string data, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("ristretto-");
        try
        {
            Columns(folder.FullName, rounds);
            Metadata(data, folder.FullName, rounds);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Columns(string folder, int rounds)
    {
        var events = new WrittenEvents();
        Console.WriteLine($"{WrittenEvents.Entries:N0} entries, counter and {WrittenEvents.Jets} lists of 0 to 7 floats, tiles of {Tile}, 1 thread, {rounds} rounds, processor time");
        foreach (var codec in (string[])["none", "lz4:4", "zstd:5", "zlib:6", "lzma:5"])
        {
            if (!Compression.TryParse(codec, out var compression)) throw new ArgumentException(codec);
            var path = Path.Combine(folder, "read.root");
            events.WriteTree(path, compression, 2);
            using var file = RootFile.Open(path);
            var tree = file.GetTree("Events");
            string[] columns = ["nJet", .. Enumerable.Range(0, WrittenEvents.Jets).Select(i => $"Jet_{i}")];
            using var context = new DecodeContext();
            var bare = new BasketLoop(columns.Select(tree.GetBranch));
            var repetitions = codec[..2] is "lz" or "zl" && codec != "lz4:4" ? 1 : 5;
            if (bare.Run(context) != Read(tree, columns, context)) throw new InvalidOperationException("the loops read different numbers of bytes");
            var results = new Measurement(10, rounds)
                .Add("reader", () => Repeat(repetitions, () => Read(tree, columns, context)))
                .Add("bare loop", () => Repeat(repetitions, () => bare.Run(context)))
                .Run();
            var bytes = bare.Run(context);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {codec,-7} {bytes / 1e6,5:F0} MB of values, reader {repetitions * bytes / results[0].Cpu / 1e6,6:F0} MB/s, {results[1].CpuRatio,5:P0} of a bare loop's speed"));
        }
    }

    private static void Repeat(int times, Func<long> work)
    {
        for (var i = 0; i < times; i++) work();
    }

    /// <summary>Reads the columns, whose first is the counter of the others, cluster by cluster in tiles, as the event loop does.</summary>
    private static long Read(Tree tree, string[] columns, DecodeContext context)
    {
        var readers = columns.Select(column => new BranchReader(tree.GetBranch(column), context)).ToArray();
        using var prefetch = new BasketPrefetch();
        var (counts, values, bytes) = (new int[Tile], new byte[4 * 8 * Tile], 0L);
        var boundaries = tree.ClusterBoundaries([.. readers.Select(reader => reader.Branch)]);
        for (var i = 1; i < boundaries.Count; i++)
        {
            prefetch.Load(readers, boundaries[i - 1], boundaries[i]);
            for (var first = boundaries[i - 1]; first < boundaries[i]; first += Tile)
            {
                var entries = (int)Math.Min(Tile, boundaries[i] - first);
                readers[0].ReadValues(first, entries, MemoryMarshal.AsBytes(counts.AsSpan(0, entries)));
                var total = 0;
                foreach (var count in counts.AsSpan(0, entries)) total += count;
                foreach (var reader in readers.AsSpan(1)) reader.ReadValues(first, entries, values.AsSpan(0, 4 * total));
                bytes += (4L * entries) + (4L * total * (readers.Length - 1));
            }
        }
        foreach (var reader in readers) reader.Dispose();
        return bytes;
    }

    private static void Metadata(string data, string folder, int rounds)
    {
        var wide = Path.Combine(folder, "wide.root");
        WriteWide(wide, 15_000);
        foreach (var path in (string[])[Path.Combine(data, "root", "NanoAODv5_sample.root"), Path.Combine(data, "root", "nano_dy.root"), wide])
        {
            var branches = 0;
            var result = new Measurement(30, rounds).Add("open", () => branches = Open(path)).Run()[0];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"opening {Path.GetFileName(path)} with its tree of {branches} branches: {1e3 * result.Wall:F2} ms"));
        }
        var sample = Path.Combine(data, "root", "NanoAODv5_sample.root");
        var (columns, values) = (0, 0L);
        var all = new Measurement(10, rounds).Add("all columns", () => (columns, values) = ReadAll(sample)).Run()[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"opening {Path.GetFileName(sample)} and reading all {columns} columns, {values / 1e6:F1} MB: {1e3 * all.Wall:F1} ms wall, {1e3 * all.Cpu:F1} ms processor"));
        Console.WriteLine($"requests for one column: {Requests(sample)}");
    }

    private static int Open(string path)
    {
        using var file = RootFile.Open(path);
        return file.GetTree("Events").Branches.Count;
    }

    private static (int Columns, long Bytes) ReadAll(string path)
    {
        using var file = RootFile.Open(path);
        using var context = new DecodeContext();
        var tree = file.GetTree("Events");
        var bytes = 0L;
        using var prefetch = new BasketPrefetch();
        var readers = tree.Branches.Select(branch => new BranchReader(branch, context)).ToArray();
        prefetch.Load(readers, 0, tree.Entries);
        var values = new byte[1 << 16];
        foreach (var reader in readers)
        {
            var size = reader.ValueBytes(0, (int)tree.Entries);
            if (values.Length < size) values = new byte[2 * size];
            reader.ReadValues(0, (int)tree.Entries, values.AsSpan(0, size));
            bytes += size;
        }
        foreach (var reader in readers) reader.Dispose();
        return (readers.Length, bytes);
    }

    private static long Requests(string path)
    {
        using var file = RootFile.Open(path);
        using var context = new DecodeContext();
        var tree = file.GetTree("Events");
        using var reader = new BranchReader(tree.GetBranch("Jet_pt"), context);
        reader.ReadValues(0, (int)tree.Entries, new byte[reader.ValueBytes(0, (int)tree.Entries)]);
        return file.Counters.Requests;
    }

    private static void WriteWide(string path, int branches)
    {
        using var file = RootFileWriter.Create(path, new RootWriteOptions());
        var tree = file.Tree("Events", new TreeOptions());
        foreach (var column in Enumerable.Range(0, branches).Select(i => tree.Column<float>($"Collection_quantity{i}", title: "A quantity of the collection, for physics")).ToArray())
            column.Append([1, 2, 3]);
        tree.Fill(3);
        file.Complete();
    }
}
