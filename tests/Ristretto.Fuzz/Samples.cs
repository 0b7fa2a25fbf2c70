using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;

namespace Ristretto.Fuzz;

/// <summary>Small files that the library's own writer makes, one for each codec: what is spliced into others, and a corpus where there is none.</summary>
internal static class Samples
{
    private const int Usual = 300;

    /// <summary>The codecs as <see cref="Compression.TryParse"/> takes them.</summary>
    internal static IReadOnlyList<string> Codecs { get; } = ["none", "zlib", "lz4", "zstd", "lzma"];

    private static readonly Lazy<IReadOnlyList<(string Name, byte[] Bytes)>> s_all = new(static () =>
        [.. Codecs.Select(static codec => ($"sample:{codec}", Of(codec, static file => { Tree(file, Usual); NTuple(file, Usual); Objects(file); })))]);

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<(string Name, byte[] Bytes)> All => s_all.Value;

    /// <summary>A file with some content.</summary>
    internal static byte[] Of(string codec, Action<RootFileWriter> write)
    {
        if (!Compression.TryParse(codec, out var compression)) throw new ArgumentException($"no codec {codec}", nameof(codec));
        var folder = Directory.CreateTempSubdirectory("ristretto-fuzz-");
        try
        {
            var path = Path.Combine(folder.FullName, "sample.root");
            using (var file = RootFileWriter.Create(path, new RootWriteOptions { Compression = compression, Threads = 1 }))
            {
                write(file);
                file.Complete();
            }
            return File.ReadAllBytes(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A tree with numbers, a fixed array, lists with a counter and strings, in two clusters.</summary>
    internal static void Tree(RootFileWriter file, int entries)
    {
        var tree = file.Tree("Events");
        var (number, real, matrix) = (tree.Column<int>("number"), tree.Column<double>("real"), tree.Column<short>("matrix", dimensions: [2, 3]));
        var counter = tree.Counter("nJet");
        var (pt, id, text) = (tree.Column<float>("Jet_pt", "nJet"), tree.Column<byte>("Jet_id", "nJet"), tree.Strings("text"));
        for (var part = 0; part < 2; part++)
        {
            int[] rows = [.. Enumerable.Range(part * entries / 2, (entries + part) / 2)];
            int[] lengths = [.. rows.Select(static row => row % 4)];
            number.Append([.. rows.Select(static row => row / 3)]);
            real.Append([.. rows.Select(static row => 0.5 * (row / 5))]);
            matrix.Append([.. rows.SelectMany(static row => Enumerable.Range(0, 6).Select(cell => (short)(row / 4 - cell)))]);
            counter.Append(lengths);
            pt.Append([.. rows.SelectMany(row => Enumerable.Range(0, row % 4).Select(jet => 20f + row / 8 - jet))]);
            id.Append([.. rows.SelectMany(row => Enumerable.Range(0, row % 4).Select(jet => (byte)jet))]);
            text.Append([.. rows.Select(static row => row % 7 == 0 ? "" : $"entry {row / 10}")]);
            tree.Fill(rows.Length);
        }
        tree.Complete();
    }

    /// <summary>An ntuple with numbers, an answer, a string, lists, lists of lists and a collection.</summary>
    internal static void NTuple(RootFileWriter file, int entries)
    {
        var tuple = file.NTuple("Tuple");
        var (number, real, flag, text) = (tuple.Field<int>("number"), tuple.Field<double>("real"), tuple.Field<bool>("flag"), tuple["text"].Strings());
        var vector = tuple["vector"].Vector();
        var item = vector.Item.Of<float>();
        var outer = tuple["nested"].Vector();
        var inner = outer.Item.Vector();
        var deep = inner.Item.Of<short>();
        var jets = tuple.Collection("Jet");
        var pt = jets.Field<float>("pt");
        int[] rows = [.. Enumerable.Range(0, entries)];
        int[] lengths = [.. rows.Select(static row => row % 3)];
        number.Append([.. rows.Select(static row => row / 3)]);
        real.Append([.. rows.Select(static row => 0.25 * (row / 6))]);
        flag.Append([.. rows.Select(static row => row % 5 == 0)]);
        text.Append([.. rows.Select(static row => row % 7 == 0 ? "" : $"entry {row / 10}")]);
        vector.Append(lengths);
        item.Append([.. rows.SelectMany(static row => Enumerable.Repeat(1f + row / 9, row % 3))]);
        outer.Append(lengths);
        inner.Append([.. rows.SelectMany(static row => Enumerable.Repeat(2, row % 3))]);
        deep.Append([.. rows.SelectMany(static row => Enumerable.Repeat((short)(row / 12), 2 * (row % 3)))]);
        jets.Append(lengths);
        pt.Append([.. rows.SelectMany(static row => Enumerable.Repeat(20f + row / 11, row % 3))]);
        tuple.Fill(entries);
        tuple.Complete();
    }

    /// <summary>A histogram and a text in a folder.</summary>
    internal static void Objects(RootFileWriter file)
    {
        const int bins = 60;
        file.Write("folder", new HistogramRecord
        {
            Class = "TH1D",
            Name = "h",
            Title = "a histogram",
            Axes = [new AxisRecord { Bins = bins, Low = 0, High = 1 }],
            Contents = [.. Enumerable.Range(0, bins + 2).Select(static bin => (double)(bin / 4))],
            SumW2 = [.. Enumerable.Range(0, bins + 2).Select(static bin => (double)(bin / 4))],
            Entries = 10,
        });
        file.WriteText("folder", "text", string.Concat(Enumerable.Repeat("a text that is long enough to be compressed; ", 12)));
    }
}
