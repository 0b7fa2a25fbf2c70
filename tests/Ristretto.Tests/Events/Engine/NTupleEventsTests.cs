using System.Text.Json;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Tables;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using Ristretto.Tests.Shared;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Tests.Events.Engine;

/// <summary>NanoAOD stored as RNTuple is read as if it were a tree.</summary>
public class NTupleEventsTests
{
    private static string Adl => SharedData.Path("adl", "adl-100k.rntuple.root");

    [Fact]
    public void Run_BenchmarkQueries1To4_GiveTheReferenceHistograms()
    {
        var queries = new Queries();
        var report = EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Adl)], queries)]);
        using var expected = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("adl", "adl-100k.json")));
        for (var i = 0; i < 4; i++)
        {
            var query = expected.RootElement.GetProperty("queries").GetProperty($"Q{i + 1}").GetProperty("histograms")[0];
            Assert.Equal(query.GetProperty("counts").EnumerateArray().Select(count => count.GetDouble()), queries.Histograms[i].Values.ToArray());
        }
        Assert.Equal(100_000, report.Events);
        Assert.Contains("Jet_pt", report.Columns.Select(column => column.Branch));
    }

    [Fact]
    public void Run_NanoAodOfBothKinds_GivesTheSame()
    {
        var (tree, ntuple) = (Totals(SharedData.Path("root", "nano_dy.root")), Totals(SharedData.Path("root", "nano_dy_rntuple.root")));
        Assert.Equal(tree, ntuple);
        Assert.Equal((188, 18, 40), (tree[0], tree[2], tree[3]));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("zlib")]
    [InlineData("lzma")]
    [InlineData("lz4")]
    [InlineData("zstd")]
    public void Run_EachCodec_SumsAreTheReferences(string codec)
    {
        var (jets, met) = (Histogram.Regular("pt", 1, 0, 1e9), Histogram.Regular("met", 1, 0, 1e9));
        Nano.Open(SharedData.Path("root-written", $"rn_nano_{codec}.root")).Run(events =>
        {
            jets.Fill(events.Jet.Pt);
            met.Fill(events.MET.Pt);
        });
        Assert.Equal((3535, 700), (jets.Entries, met.Entries));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 4096)]
    [InlineData(3, 1000)]
    public void Run_AnyThreadsAndTiles_GiveTheSameBits(int threads, int tile)
    {
        var (reference, other) = (new Queries(), new Queries());
        EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Adl)], reference)], new RunOptions { Threads = 1, MaxEvents = 30_000 });
        EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Adl)], other)], new RunOptions { Threads = threads, TileSize = tile, MaxEvents = 30_000 });
        for (var i = 0; i < 4; i++) Assert.Equal(reference.Histograms[i].Values.ToArray(), other.Histograms[i].Values.ToArray());
    }

    [Fact]
    public void Run_MisspeltColumn_IsRefusedWithTheNearestNames()
    {
        var error = Assert.Throws<SchemaException>(() => EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Adl)], new Misspelling())]));
        Assert.StartsWith($"{Adl}: Events has no field Jet_ptt; nearest: Jet_pt", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_CollectionWithoutProjectedFields_HaveNanoAodNames()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "rn_types.root"));
        var table = EventTable.Open(file, "ntpl");
        Assert.True(table.Has("tracks_q") && table.Has("ntracks") && table.Has("hit_x"));
        using var context = new DecodeContext();
        using var reader = table.OpenReader(context);
        var counts = new int[120];
        reader["ntracks"].ReadValues(0, 120, System.Runtime.InteropServices.MemoryMarshal.AsBytes(counts.AsSpan()));
        Assert.Equal(116, counts.Sum());
        Assert.True(reader["tracks_q"].IsCountedBy(reader["ntracks"]));
        Assert.Equal((2, 2, 1), (table.Get("tracks_p").Levels, table.Get("tracks.hits.x").Levels, table.Get("a23").Levels));
        foreach (var name in (string[])["vvv", "av"])
            Assert.EndsWith("per event, where numbers, lists of numbers or lists of these are expected", Assert.Throws<SchemaException>(() => table.Get(name)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Branches_OfAnNTuple_AreItsFields() =>
        Assert.Contains("nJet", new Dataset("d", [new DatasetFile(Adl, "Events")], new DatasetMetadata { Year = "2018", IsMc = true, Process = "p" }).Branches());

    private static double[] Totals(string file)
    {
        var histograms = Enumerable.Range(0, 6).Select(i => Histogram.Regular($"h{i}", 400, -200, 600)).ToArray();
        Nano.Open(file).Run(events =>
        {
            histograms[0].Fill(events.Jet.Pt);
            histograms[1].Fill(events.Jet.Eta);
            histograms[2].Fill(events.Muon.Pt);
            histograms[3].Fill(events.MET.Pt);
            histograms[4].Fill(events.Electron.Phi);
            histograms[5].Fill(events.Jet[Abs(events.Jet.Eta) < 2.4].Pt);
        });
        return [.. histograms.Select(histogram => histogram.Entries), .. histograms.SelectMany(histogram => histogram.Values.ToArray())];
    }

    private sealed class Misspelling : IAnalysis<AdlBatch>
    {
        public void Process(AdlBatch events) => _ = events.Misspelt;
    }

    private sealed class Queries : IAnalysis<AdlBatch>
    {
        internal Histogram[] Histograms { get; } =
            [Histogram.Regular("Q1", 100, 0, 200), Histogram.Regular("Q2", 100, 15, 60), Histogram.Regular("Q3", 100, 15, 60), Histogram.Regular("Q4", 100, 0, 200)];

        public void Process(AdlBatch events)
        {
            var jets = events.Jets;
            Histograms[0].Fill(events.MetPt);
            Histograms[1].Fill(jets.Pt);
            Histograms[2].Fill(jets[Abs(jets.Eta) < 1].Pt);
            Histograms[3].Fill(events.MetPt[jets[jets.Pt > 40].Count >= 2]);
        }
    }
}
