using Ristretto.Bytes.Errors;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.Graphs;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Systematics;
using Ristretto.Tests.Events.Engine;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Graphs;

/// <summary>Events by their number among those that arrive, against lists that a plain loop has made of the same files.</summary>
public sealed class RangeTests : IDisposable
{
    private const int Adl = 100_000;

    private static readonly string[] s_files = [.. new[] { "demo_TTToSemiLeptonic_UL18.root", "demo_HH4b_UL18.root" }.Select(name => Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", name))];

    private static readonly Lazy<IReadOnlyList<Row>> s_rows = new(Rows);

    private readonly AdlFiles _adl = new();

    public void Dispose() => _adl.Dispose();

    [Theory]
    [InlineData(1, 2048)]
    [InlineData(3, 100)]
    public void Range_OfAllEvents_TakesThemByTheirPlaceAndReadsNoOthers(int threads, int tile)
    {
        var graph = Nano.Open(s_files).Graph();
        var some = graph.Range(4321, 7001, 7).Take(ev => ev.Event);
        var behind = graph.Weigh(ev => ev.GenWeight.To<double>()).Range(6000, 8000).Filter("MET", ev => ev.MET.Pt > 30).Take(ev => ev.Event);

        var report = graph.Run(new RunOptions { Threads = threads, TileSize = tile });

        Assert.Equal(Slice(s_rows.Value, 4321, 7001, 7), some.Value);
        Assert.Equal(Slice(s_rows.Value, 6000, 8000, 1, row => row.Met > 30), behind.Value);
        Assert.Equal((8000 - 4321, 10_000 - 8000 + 4321), (report.Events, report.OmittedEvents));
        Assert.Equal(8000 - 4321, graph.Report["all"][0].Count);
    }

    [Theory]
    [InlineData(1, 2048)]
    [InlineData(3, 100)]
    public void Range_BehindAFilter_CountsWhatArrivesAndEndsTheRun(int threads, int tile)
    {
        var graph = Nano.Open(s_files).Graph();
        var met = graph.Filter("MET", ev => ev.MET.Pt > 30);
        var first = graph.Filter(ev => ev.MET.Pt > 60).Range(150).Take(ev => ev.Event);
        var some = met.Range(100, 2500, 3).Filter(ev => ev.Jet.Count >= 4).Range(10, 200).Take(ev => ev.Event);
        var top = graph.Range(1000, 1100).Take(ev => ev.Event);

        var report = graph.Run(new RunOptions { Threads = threads, TileSize = tile });

        Row[] arrived = [.. s_rows.Value.Where(row => row.Met > 30)], strided = [.. arrived.Where((_, i) => i is >= 100 and < 2500 && (i - 100) % 3 == 0)];
        Assert.Equal(Slice([.. s_rows.Value.Where(row => row.Met > 60)], 0, 150, 1), first.Value);
        Assert.Equal(Slice([.. strided.Where(row => row.Jets >= 4)], 10, 200, 1), some.Value);
        Assert.Equal(Slice(s_rows.Value, 1000, 1100, 1), top.Value);
        // The named filter counts all events.
        Assert.Equal((1, 10_000, 0, arrived.Length), (report.Threads, report.Events, report.OmittedEvents, (int)graph.Report["all"][1].Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Range_WhenAllAreDone_ReadsNothingMore(int threads)
    {
        var graph = Nano.Open(s_files).Graph();
        var first = graph.Filter(ev => ev.MET.Pt > 30).Range(20).Take(ev => ev.Event);
        var second = graph.Filter(ev => ev.MET.Pt > 60).Range(10, 60).Take(ev => ev.Event);
        var whole = Nano.Open(s_files).Graph();
        whole.Statistics(ev => (ev.MET.Pt * 1.0f).To<double>());
        whole.Take(ev => ev.Event);

        var report = graph.Run(new RunOptions { Threads = threads, TileSize = 50 });

        var last = Array.IndexOf([.. s_rows.Value], s_rows.Value.Where(row => row.Met > 60).ElementAt(59));
        Assert.Equal((20, 50), (first.Value.Count, second.Value.Count));
        Assert.Equal((last / 50 + 1) * 50, report.Events);
        Assert.Equal(10_000, report.Events + report.OmittedEvents);
        Assert.InRange(report.BytesRead, 1, whole.Run().BytesRead - 1);
    }

    [Fact]
    public void Range_UnderVariations_CountsWhatArrivesUnderEach()
    {
        var graph = Nano.Open(s_files).Graph();
        var taken = graph.Vary("MET", ev => ev.MET.Shifted(pt: ev.MET.Pt * 1.5f), ev => ev.MET.Shifted(pt: ev.MET.Pt * 0.5f))
            .Filter(ev => ev.MET.Pt > 30).Range(50, 900, 2).Take(ev => ev.Event);
        var before = graph.Range(5, 5000).Vary("again", ev => ev.MET.Shifted(pt: ev.MET.Pt * 2f), ev => ev.MET.Shifted(pt: ev.MET.Pt)).Filter(ev => ev.MET.Pt > 30).Take(ev => ev.Event);

        graph.Run(new RunOptions { Threads = 2, TileSize = 64 });

        Assert.Equal(Slice([.. s_rows.Value.Where(row => row.Met > 30)], 50, 900, 2), taken.Value);
        Assert.Equal(Slice([.. s_rows.Value.Where(row => row.Met * 1.5f > 30)], 50, 900, 2), taken.Under(new Variation("MET", "up")));
        Assert.Equal(Slice([.. s_rows.Value.Where(row => row.Met * 0.5f > 30)], 50, 900, 2), taken.Under(new Variation("MET", "down")));
        Assert.Equal(Slice(s_rows.Value, 5, 5000, 1, row => row.Met * 2f > 30), before.Under(new Variation("again", "up")));
    }

    [Fact]
    public void Range_WithFilesThatAreLostOrReadAgain_CountsTheOthersAlone()
    {
        var met = Mets();
        var graph = new EventGraph<AdlBatch>();
        var all = graph.Range(Adl / 2, 2 * Adl - 3, 1000).Take(ev => ev.MetPt);
        graph.Foreach(ev => _ = ev.Jets.Pt);
        var hard = graph.Filter(ev => ev.MetPt > 20).Range(30_000, 90_000, 500).Take(ev => ev.MetPt);
        var (again, failures) = (_adl.Whole("c.root"), 0);
        graph.Filter(ev => ev.MetPt > 20).Foreach(ev =>
        {
            if (ev.Path == again && ev.FirstEntry > 20_000 && failures++ < 2) throw new SourceException(again, "the line is down", isRetryable: true);
        });
        InputFile[] files = [new(_adl.Damaged("a.root")), new(_adl.Whole("b.root")), new(again), new(_adl.CutOff("d.root"))];

        var report = EventLoop.Run([new DatasetRun<AdlBatch>("adl", files, graph)], new RunOptions { Threads = 2, SkipBadFiles = true, RetryPause = TimeSpan.Zero });

        float[] twice = [.. met, .. met];
        Assert.Equal(2, report.LostFiles.Count);
        Assert.Equal(2, report.Retries.Count);
        Assert.Equal(twice.Where((_, i) => i is >= Adl / 2 and < 2 * Adl - 3 && (i - Adl / 2) % 1000 == 0), all.Value);
        Assert.Equal(twice.Where(value => value > 20).Where((_, i) => i is >= 30_000 and < 90_000 && (i - 30_000) % 500 == 0), hard.Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Range_OverLongFiles_IsTheSameForAnyNumberOfThreads(int threads)
    {
        var met = Mets();
        var graph = Open(_adl.Whole("a.root"), _adl.Whole("b.root"));
        var all = graph.Range(30_001, 170_000, 11).Take(ev => ev.MetPt);

        var report = graph.Run(new RunOptions { Threads = threads });

        Assert.Equal(((float[])[.. met, .. met]).Where((_, i) => i is >= 30_001 and < 170_000 && (i - 30_001) % 11 == 0), all.Value);
        Assert.Equal((threads, 139_999, 60_001), (report.Threads, (int)report.Events, (int)report.OmittedEvents));
    }

    [Fact]
    public void Range_OfChosenEvents_AndOfOneGraphForTwoDataSets_CountsThroughThem()
    {
        var rows = s_rows.Value;
        var chosen = Nano.Open(s_files).Graph();
        var second = chosen.Range(1, 3).Take(ev => ev.Event);
        chosen.Run(new RunOptions { Events = new EventList([rows[10].Key, rows[20].Key, rows[7000].Key, rows[8000].Key]) });
        Assert.Equal([rows[20].Key.Event, rows[7000].Key.Event], second.Value);

        var both = new EventGraph<NanoBatch>();
        var taken = both.Range(900, 1100).Take(ev => ev.Event);
        DatasetRun<NanoBatch>[] sets = [new("a", [new InputFile(s_files[0])], both), new("b", [new InputFile(s_files[1])], both)];
        EventLoop.Run(sets, new RunOptions { Threads = 2, MaxEvents = 1000 });
        Row[] top = [.. rows.Skip(5000)], signal = [.. rows.Take(5000)];
        Assert.Equal([.. top[900..1000].Select(row => row.Key.Event), .. signal[..100].Select(row => row.Key.Event)], taken.Value);
    }

    [Fact]
    public void Range_ThatMakesNoSense_IsRefused()
    {
        var graph = Nano.Open(s_files).Graph();

        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Range(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Range(5, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => graph.Range(0, 5, 0));
        var none = graph.Range(0).Count();
        var report = graph.Run();
        Assert.Equal((0, 0, 10_000), (none.Value, report.Events, report.OmittedEvents));
    }

    private static EventGraph<AdlBatch> Open(params string[] files) => EventFiles.Open<AdlBatch>(files, "Events").Graph();

    private static IEnumerable<ulong> Slice(IReadOnlyList<Row> rows, int begin, int end, int stride, Func<Row, bool>? filter = null)
    {
        for (var i = begin; i < Math.Min(end, rows.Count); i += stride)
            if (filter?.Invoke(rows[i]) ?? true) yield return rows[i].Key.Event;
    }

    // HH4b comes first in the natural order.
    private static List<Row> Rows()
    {
        List<Row> rows = [];
        foreach (var file in s_files.Order(StringComparer.Ordinal))
            Nano.Open(file).Run(ev =>
            {
                foreach (var e in ev) rows.Add(new Row(new EventKey(e.Run, e.LuminosityBlock, e.Event), e.MET.Pt, e.Jet.Count));
            }, new RunOptions { Threads = 1 });
        return rows;
    }

    private static float[] Mets()
    {
        List<float> values = [];
        EventFiles.Open<AdlBatch>(SharedData.Path("adl", "adl-100k.root"), "Events").Run(ev => values.AddRange(ev.MetPt.AsSpan()), new RunOptions { Threads = 1 });
        return [.. values];
    }

    private readonly record struct Row(EventKey Key, float Met, int Jets);
}
