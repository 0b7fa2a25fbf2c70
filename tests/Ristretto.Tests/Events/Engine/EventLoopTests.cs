using System.Text.Json;
using Ristretto.Bytes.Errors;
using Ristretto.Events.Engine;
using Ristretto.Events.Selections;
using Ristretto.Histograms;
using Ristretto.Tests.Shared;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Tests.Events.Engine;

public class EventLoopTests
{
    private static string Input => SharedData.Path("adl", "adl-100k.root");

    [Fact]
    public void Run_BenchmarkQueries1To4_GiveTheReferenceHistograms()
    {
        var queries = new Queries();
        EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Input)], queries)]);
        using var expected = JsonDocument.Parse(File.ReadAllBytes(SharedData.Path("adl", "adl-100k.json")));
        for (var i = 0; i < 4; i++) Assert.Equal(Counts(expected.RootElement, $"Q{i + 1}"), queries.Histograms[i].Values.ToArray());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(2, 4096)]
    [InlineData(4, int.MaxValue)]
    [InlineData(3, 1000)]
    public void Run_AnyThreadsAndTiles_GiveTheSameBits(int threads, int tile)
    {
        var (reference, other) = (new Weighted(), new Weighted());
        EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Input)], reference)], new RunOptions { Threads = 1, MaxEvents = 30_000 });
        EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Input)], other)], new RunOptions { Threads = threads, TileSize = tile, MaxEvents = 30_000 });
        Assert.Equal(reference.Pt.Values.ToArray(), other.Pt.Values.ToArray());
        Assert.Equal(reference.Pt.Variances.ToArray(), other.Pt.Variances.ToArray());
        Assert.Equal(reference.Cutflow["all"], other.Cutflow["all"]);
        Assert.Equal(30_000, other.Cutflow["all"][0].Count);
    }

    [Fact]
    public void Run_MisspeltColumn_IsRefusedBeforeTheFirstEventWithTheNearestNames()
    {
        var analysis = new Misspelling();
        var error = Assert.Throws<SchemaException>(() => EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Input)], analysis)]));
        Assert.StartsWith($"{Input}: Events has no branch Jet_ptt; nearest: Jet_pt,", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, analysis.EventsSeen);
    }

    [Fact]
    public void Run_MissingCollection_IsNamedByItsColumnAndVersionAlone()
    {
        var error = Assert.Throws<SchemaException>(() => EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Input)], new WantsSubJets())]));
        Assert.StartsWith($"{Input}: Events has no branch SubJet_pt (a column of NanoAOD v12); nearest: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nSubJet", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
            EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Input)], new Queries())], new RunOptions { Cancellation = source.Token }));
    }

    [Fact]
    public void Run_TooLittleMemory_SaysHowMuchIsNeeded()
    {
        var error = Assert.Throws<ConfigurationException>(() =>
            EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Input)], new Queries())], new RunOptions { Memory = 1 << 20 }));
        Assert.Matches(@"^--memory: 1 MiB is too little: one event at a time on one thread needs at least \d+ MiB$", error.Message);
    }

    [Fact]
    public void Run_WithoutALimit_AllowsForWhatTheProcessAlreadyHolds()
    {
        var plan = RunPlan.Make([new DatasetRun<AdlBatch>("adl", [new InputFile(Input)], new Queries())], new RunOptions());
        var alone = MemoryPlan.Make(plan, new RunOptions());

        var held = GC.AllocateUninitializedArray<long>(1 << 28);       // 2 GiB by the collector's count, never touched
        var beside = MemoryPlan.Make(plan, new RunOptions());

        Assert.Equal((alone.Threads, alone.TileSize, alone.ReadAhead), (beside.Threads, beside.TileSize, beside.ReadAhead));
        Assert.InRange(beside.Needed, RunOptions.DefaultMemory, long.MaxValue);
        GC.KeepAlive(held);
    }

    [Fact]
    public void Run_SeveralThreadsFail_ReportTheFirstFailureInTheOrderOfTheEvents()
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(Input)], new Failing())], new RunOptions { Threads = 1 }));
        Assert.Equal("entry 0", error.Message);
    }

    [Fact]
    public void Run_FileReplacedAfterPlanning_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("ristretto-replaced-");
        try
        {
            var path = Path.Combine(folder.FullName, "events.root");
            File.Copy(Input, path);
            DatasetRun<AdlBatch>[] runs = [new DatasetRun<AdlBatch>("adl", [new InputFile(path)], new Queries())];
            var plan = RunPlan.Make(runs, new RunOptions());
            File.Copy(SharedData.Path("samples", "data_UL18_A.root"), path, overwrite: true);
            var error = Assert.Throws<RootFormatException>(() => EventLoop.Run(runs, plan, new RunOptions()));
            Assert.StartsWith($"{path}: the file was replaced while it was being read (its UUID was {plan.Files[0].Uuid}, now it is ", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double[] Counts(JsonElement root, string query)
    {
        var element = root.TryGetProperty("queries", out var queries) ? queries.GetProperty(query) : root.GetProperty(query);
        if (element.ValueKind == JsonValueKind.Array) element = element[0];
        if (element.TryGetProperty("histograms", out var histograms)) element = histograms[0];
        return [.. element.GetProperty("counts").EnumerateArray().Select(count => count.GetDouble())];
    }

    private sealed class Queries : IAnalysis<AdlBatch>
    {
        internal Histogram[] Histograms { get; } =
        [
            Histogram.Regular("MET", 100, 0, 200), Histogram.Regular("jets", 100, 15, 60),
            Histogram.Regular("central jets", 100, 15, 60), Histogram.Regular("MET with jets", 100, 0, 200),
        ];

        public void Process(AdlBatch ev)
        {
            var jets = ev.Jets;
            Histograms[0].Fill(ev.MetPt);
            Histograms[1].Fill(jets.Pt);
            Histograms[2].Fill(jets[Abs(jets.Eta) < 1].Pt);
            Histograms[3].Fill(ev.MetPt[jets[jets.Pt > 40].Count >= 2]);
        }
    }

    private sealed class Weighted : IAnalysis<AdlBatch>
    {
        internal Histogram Pt { get; } = Histogram.Regular("pt", 60, 0, 300);

        internal Cutflow Cutflow { get; } = new();

        public void Process(AdlBatch ev)
        {
            var weight = ev.MetPt * 0.1 + 1 / 3.0;                       // sums of these depend on the order
            Cutflow.Start(ev, weight).Count("all").Require("MET", ev.MetPt > 20);
            Pt.Fill(ev.Jets.Pt, weight);
        }
    }

    private sealed class Misspelling : IAnalysis<AdlBatch>
    {
        internal int EventsSeen { get; private set; }

        public void Process(AdlBatch ev)
        {
            EventsSeen += ev.Length;
            _ = ev.Misspelt;
        }
    }

    private sealed class WantsSubJets : IAnalysis<AdlBatch>
    {
        public void Process(AdlBatch ev) => _ = ev.SubJets;
    }

    private sealed class Failing : IAnalysis<AdlBatch>
    {
        public void Process(AdlBatch ev)
        {
            if (ev.Length > 0) throw new InvalidOperationException($"entry {ev.FirstEntry}");
        }
    }
}
