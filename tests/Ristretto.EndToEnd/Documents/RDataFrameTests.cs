using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.EndToEnd.Cli;
using Ristretto.Events.Batches;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.Graphs;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Tests.Shared;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.EndToEnd.Documents;

/// <summary>The examples of docs/rdataframe.md.</summary>
public sealed class RDataFrameTests : IDisposable
{
    private static readonly string s_signal = Path.Combine(CliRun.Samples, "demo_HH4b_UL18.root");
    private static readonly string s_top = Path.Combine(CliRun.Samples, "demo_TTToSemiLeptonic_UL18.root");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Chain_OfFilterAndDefine_FillsInOneRun()
    {
        var path = s_signal;

        var graph = Nano.Open(path).Graph();
        var good = graph.Define(ev => ev.Jet[ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4]);
        var four = graph.Filter("four jets", ev => good.Of(ev).Count >= 4);
        var ht = four.Weigh(ev => ev.GenWeight.To<double>()).Histogram("HT", 50, 0, 1000, ev => good.Of(ev).Pt.Sum());
        var summary = four.Statistics(ev => good.Of(ev).Pt.Sum());      // Count, Sum, Mean, Min, Max, StandardDeviation
        var count = four.Count();
        var met = four.Take(ev => ev.MET.Pt);
        graph.Run();

        Assert.Equal(3033, count.Value);
        Assert.Equal(3033, ht.Entries);
        Assert.Equal(3033, met.Value.Count);
        Assert.Equal(3033, graph.Report["all"][^1].Count);
        Assert.Equal(summary.Value.Sum / summary.Value.Count, summary.Value.Mean);
    }

    [Fact]
    public void TwoVariables_AndAProfile_AreFilled()
    {
        var graph = Nano.Open(s_signal).Graph();

        var number = graph.Histogram("events", 20, 0, 1000, ev => ev.Jet.Pt.Sum());
        var sum = graph.Book(Histogram.Regular("sum of MET", 20, 0, 1000), (histogram, ev) => histogram.Fill(ev.Jet.Pt.Sum(), ev.MET.Pt.To<double>()));
        var plane = graph.Fill(Histogram.Regular("HT", 20, 0, 1000).And(Axis.Regular("MET", 20, 0, 200)), ev => ev.Jet.Pt.Sum(), ev => ev.MET.Pt);
        var profile = graph.Book(Profile.Regular("HT", 20, 0, 1000), (profile, ev) => profile.Fill(ev.Jet.Pt.Sum().AsSpan(), ev.MET.Pt.To<double>().AsSpan(), []));
        graph.Run();

        Assert.Equal(5000, plane.Entries);
        Assert.InRange(profile.Values[10], 10, 200);
        Assert.Equal(sum.Values[10] / number.Values[10], profile.Values[10], 1e-9);
    }

    [Fact]
    public void Aggregate_WithAnAccumulatorOfItsOwn_IsMergedInOrder()
    {
        var graph = Nano.Open(s_signal).Graph();

        var hardest = graph.Book(new LaneLocal<HardestJet>(new HardestJet()), (result, ev) =>
        {
            var lane = result.Value;        // that of this thread
            foreach (var e in ev)
                foreach (var jet in e.Jet) lane.Add(jet.Pt, e.Event);
        });
        graph.Run();
        var (pt, number) = (hardest.Main.Pt, hardest.Main.Event);

        var expected = Nano.Open(s_signal).Graph();
        var largest = expected.Statistics(ev => ev.Jet.Pt.Max(0).To<double>());
        expected.Run();
        Assert.Equal(largest.Value.Max, pt);
        Assert.NotEqual(0u, number);
    }

    [Fact]
    public void Vary_OfTheJets_GivesEveryResultForEachVariation()
    {
        var graph = Nano.Open(s_signal).Graph();

        var four = graph
            .Vary("JES", up: ev => ev.Jet.Shifted(pt: ev.Jet.Pt * 1.02f), down: ev => ev.Jet.Shifted(pt: ev.Jet.Pt * 0.98f))
            .Filter("four jets", ev => (ev.Jet.Pt > 40).CountTrue() >= 4);
        var ht = four.Histogram("HT", 50, 0, 1000, ev => ev.Jet.Pt.Sum());
        var count = four.Count();
        graph.Run();
        var lines = ht.Variations.Select(entry => $"{entry.Variation}: {entry.Histogram.Entries} events, {count.Under(entry.Variation)}");

        Assert.Equal(2, lines.Count());
        Assert.All(ht.Variations, entry => Assert.Equal(count.Under(entry.Variation), entry.Histogram.Entries));
    }

    [Fact]
    public void ColumnsThatAFileLacks_HaveADefault()
    {
        var files = Nano.Open([s_signal, CliRun.Sample]);

        var graph = files.Graph();
        var weight = graph.Define(ev => ev.Has("genWeight") ? ev.GenWeight.To<double>() : new Weights(ev).Total);      // DefaultValueFor
        var simulated = graph.Filter("simulated", ev => ev.All(ev.Has("genWeight")));                                   // FilterAvailable
        var (all, some) = (graph.Statistics(ev => weight.Of(ev)), simulated.Count());
        graph.Run();

        Assert.Equal((21500, 5000), (all.Value.Count, some.Value));
    }

    [Fact]
    public void EntryAndFile_AreKnown()
    {
        var graph = Nano.Open([s_signal, s_top]).Graph();

        var hard = graph.Filter(ev => ev.MET.Pt > 100);
        var entries = hard.Take(ev => graph.Entry.Of(ev));             // in the file
        var positions = hard.Take(ev => graph.Position.Of(ev));        // rdfentry_
        graph.Run(new RunOptions { Threads = 2 });

        Assert.Equal(entries.Value, positions.Value.Select(position => position % 5000));
        Assert.Contains(positions.Value, position => position >= 5000);
    }

    [Fact]
    public void Samples_HaveTheirScale()
    {
        var fileset = Path.Combine(CliRun.Samples, "fileset.json");

        var graph = new EventGraph<NanoBatch>();
        var scale = graph.DefinePerSample(sample => sample.Metadata!.Normalisation);
        var met = graph.Weigh(ev => ev.GenWeight.To<double>() * scale.Of(ev)).Histogram("MET", 50, 0, 200, ev => ev.MET.Pt);
        var sets = Fileset.Open(fileset).Datasets.Where(set => set.Metadata.IsMc);
        EventLoop.Run([.. sets.Select(set => new DatasetRun<NanoBatch>(set.Name, [.. set.Files.Select(file => new InputFile(file.Path))], graph) { Metadata = set.Metadata })]);

        double Expected(Dataset set)
        {
            var sum = Nano.Open(set.Files.Select(file => file.Path)).Graph();
            var weights = sum.Statistics(ev => ev.GenWeight.To<double>());
            sum.Run();
            return weights.Value.Sum * set.Metadata.Normalisation;
        }

        var expected = sets.Sum(Expected);
        Assert.Equal(expected, met.Sum(), 1e-9 * expected);
    }

    [Fact]
    public void Ranges_AreOfWhatArrives()
    {
        var graph = Nano.Open(s_signal).Graph();

        var hard = graph.Filter("MET", ev => ev.MET.Pt > 30);
        var few = hard.Range(100);                                      // the first hundred of them
        var some = graph.Range(1000, 4000, 10).Take(ev => ev.Event);    // every tenth of those from 1000 on
        var count = few.Count();
        graph.Run();

        Assert.Equal((100, 300), (count.Value, some.Value.Count));
    }

    [Fact]
    public void Friends_AreEventsOfTheirOwn()
    {
        string Write(string name, Func<EventGraph<NanoBatch>, GraphNode<NanoBatch>> which)
        {
            var writing = Nano.Open(s_signal).Graph();
            var snapshot = which(writing).Snapshot(_folder[name], columns => columns.Keep("run", "luminosityBlock", "event", "Jet_pt").Add("score", ev => ev.MET.Pt.To<double>() / 100));
            writing.Run();
            return snapshot.Path;
        }

        var scoreFile = Write("scores.root", writing => writing);
        string[] jetFiles = [Write("jets1.root", writing => writing.Range(3000, 5000)), Write("jets2.root", writing => writing.Range(2000))];
        var graph = Nano.Open(s_signal).Graph();

        var scores = graph.Friend(EventFiles.Open<NamedColumns>(scoreFile, "Events"));                    // entry by entry
        var calibrated = graph.Friend(Nano.Open(jetFiles), FriendIndex.Event with { AllowsUnmatched = true });      // by run, luminosityBlock, event
        var tagged = graph.Filter(ev => scores.Of(ev).Numbers<double>("score") > 0.5 & calibrated.IsMatched(ev));
        var pt = tagged.Histogram("pt", 50, 0, 400, ev => calibrated.Of(ev).Jet.Pt);
        var report = graph.Run();
        var without = report.Friends[1].Unmatched;

        Assert.Equal(1000, without);
        var again = Nano.Open(s_signal).Graph();
        var same = again.Filter(ev => ev.MET.Pt > 50 & (again.Position.Of(ev) < 2000 | again.Position.Of(ev) >= 3000)).Histogram("pt", 50, 0, 400, ev => ev.Jet.Pt);
        again.Run();
        Assert.Equal(same.Values.ToArray(), pt.Values.ToArray());
    }

    [Fact]
    public void SeveralGraphs_RunTogether()
    {
        var (signalFile, topFile) = (s_signal, s_top);

        var (signal, top) = (new EventGraph<NanoBatch>(), new EventGraph<NanoBatch>());
        var met = signal.Histogram("MET", 50, 0, 200, ev => ev.MET.Pt);
        var muons = top.Filter("a muon", ev => ev.Muon.Count >= 1).Count();
        EventLoop.Run([new DatasetRun<NanoBatch>("HH4b", [new InputFile(signalFile)], signal), new DatasetRun<NanoBatch>("tt", [new InputFile(topFile)], top)]);

        Assert.Equal(5000, met.Entries);
        Assert.InRange(muons.Value, 1, 4999);
    }

    [Fact]
    public void SnapshotAndRange_KeepTheFirst()
    {
        var output = _folder["few.root"];
        var graph = Nano.Open(s_signal).Graph();

        var file = graph.Filter("MET", ev => ev.MET.Pt > 30)
            .Snapshot(output, columns => columns.Keep("event", "MET_pt", "Jet_*").Add("HT", ev => ev.Jet.Pt.Sum()));
        var report = graph.Run(new RunOptions { MaxEvents = 1000 });      // of all events

        Assert.Equal(1000, report.Events);
        Assert.InRange(file.Events, 1, 999);
    }

    /// <summary>The hardest jet, and the number of its event.</summary>
    private sealed class HardestJet : IMergeable<HardestJet>
    {
        internal float Pt { get; private set; }

        internal ulong Event { get; private set; }

        public HardestJet CreateEmpty() => new();

        public void Merge(HardestJet other) => Add(other.Pt, other.Event);

        public void Clear() => (Pt, Event) = (0, 0);

        internal void Add(float pt, ulong number)
        {
            if (pt > Pt) (Pt, Event) = (pt, number);
        }
    }
}
