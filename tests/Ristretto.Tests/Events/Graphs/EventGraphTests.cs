using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using Ristretto.Tests.Shared;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Tests.Events.Graphs;

public sealed class EventGraphTests
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_HH4b_UL18.root");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_FiltersAndWeights_GiveWhatOneFunctionGives(int threads)
    {
        var graph = Nano.Open(s_file).Graph();
        var weighted = graph.Weigh(ev => ev.GenWeight.To<double>());
        var central = weighted.Define(ev => ev.Jet[ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4]);
        var four = weighted.Filter("four jets", ev => central.Of(ev).Count >= 4);
        var hard = four.Filter("hard", ev => ev.MET.Pt > 30).Weigh(ev => ev.MET.Pt.To<double>());
        var met = hard.Histogram("MET", 50, 0, 200, ev => ev.MET.Pt);
        var pt = four.Histogram("pt", 50, 0, 400, ev => central.Of(ev).Pt);
        var both = hard.Fill(Histogram.Regular("pt", 20, 0, 400).And(Axes.Eta), ev => central.Of(ev).Pt, ev => central.Of(ev).Eta);
        var (count, taken, statistics) = (hard.Count(), hard.Take(ev => ev.Event), hard.Statistics(ev => ev.MET.Pt.To<double>()));
        var looped = Histogram.Regular("MET", 50, 0, 200);
        hard.Foreach(ev =>
        {
            foreach (var e in ev) looped.Fill(e.MET.Pt, (double)e.GenWeight * e.MET.Pt);
        });

        graph.Run(new RunOptions { Threads = threads });

        var expected = new Expected();
        Nano.Open(s_file).Run(expected.Process, new RunOptions { Threads = 1 });
        Assert.True(expected.Met.Entries > 100);
        Assert.Equal(expected.Met.Values.ToArray(), met.Values.ToArray());
        Assert.Equal(expected.Met.Variances.ToArray(), met.Variances.ToArray());
        Assert.Equal(expected.Met.Values.ToArray(), looped.Values.ToArray());
        Assert.Equal(expected.Pt.Values.ToArray(), pt.Values.ToArray());
        Assert.Equal(expected.Both.Values.ToArray(), both.Values.ToArray());
        Assert.Equal(expected.Events, taken.Value);
        Assert.Equal((expected.Events.Count, expected.Events.Count), (count.Value, statistics.Value.Count));
        Assert.Equal(expected.Mets.Average(), statistics.Value.Mean, 1e-9);
        Assert.Equal((expected.Mets.Min(), expected.Mets.Max()), (statistics.Value.Min, statistics.Value.Max));
        var mean = expected.Mets.Average();
        Assert.Equal(Math.Sqrt(expected.Mets.Sum(value => (value - mean) * (value - mean)) / (expected.Mets.Count - 1)), statistics.Value.StandardDeviation, 1e-9);
        var report = graph.Report["all"];
        Assert.Equal([("all", 5000), ("four jets", expected.FourJets), ("hard", expected.Events.Count)], report.Select(row => (row.Cut, (int)row.Count)));
        Assert.Equal(expected.SumOfWeights, report[1].SumW, 1e-9);
    }

    [Fact]
    public void Definitions_AreMadeOncePerBatchAndOnlyWhereTheyAreAskedFor()
    {
        var (made, unused, events) = (0, 0, 0L);
        var graph = Nano.Open(s_file).Graph();
        var ht = graph.Define(ev =>
        {
            made++;
            events += ev.Length;
            return ev.Jet.Pt.Sum();
        });
        var four = graph.Filter(ev => ht.Of(ev) > 200);
        graph.Filter(ev =>
        {
            unused++;
            return ev.All();
        });
        four.Histogram("HT", 10, 0, 1000, ev => ht.Of(ev));
        four.Histogram("HT", 10, 0, 1000, ev => ht.Of(ev) * 2);

        graph.Run(new RunOptions { Threads = 1 });

        Assert.Equal(5000, events);
        Assert.InRange(made, 2, 20);                                 // batches, and once over no events
        Assert.Equal(0, unused);
    }

    [Fact]
    public void Functions_BehindAFilter_SeeItsEventsAlone()
    {
        var smallest = int.MaxValue;
        var graph = Nano.Open(s_file).Graph();
        graph.Filter("many", ev => ev.Jet.Count >= 6).Foreach(ev =>
        {
            foreach (var e in ev) smallest = Math.Min(smallest, e.Jet.Count);
        });

        graph.Run(new RunOptions { Threads = 1 });

        Assert.Equal(6, smallest);
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        var graph = Nano.Open(s_file).Graph();
        var behind = graph.Filter("two", ev => ev.Jet.Count >= 2).Define(ev => ev.Jet.Pt.Sum());
        var count = graph.Count();

        Assert.Equal("the graph has a filter \"two\" already", Assert.Throws<ArgumentException>(() => graph.Filter("two", ev => ev.All())).Message);
        Assert.Throws<ArgumentException>(() => graph.Filter("all", ev => ev.All()));
        Assert.Equal("the graph has not run; call Run first", Assert.Throws<InvalidOperationException>(() => count.Value).Message);
        Assert.StartsWith("these events were not given by the graph", Assert.Throws<ArgumentException>(() => behind.Of(new NanoBatch())).Message, StringComparison.Ordinal);
        graph.Foreach(ev => behind.Of(ev));
        Assert.Contains("behind the filter \"two\"", Assert.Throws<ArgumentException>(() => graph.Run()).Message, StringComparison.Ordinal);
        Assert.Equal("the graph has run; make a new one", Assert.Throws<InvalidOperationException>(() => graph.Run()).Message);
        Assert.Throws<InvalidOperationException>(() => graph.Count());
    }

    [Fact]
    public void Column_ThatTheFileLacks_IsRefusedBeforeTheFirstEvent()
    {
        var graph = Nano.Open(Path.Combine(Path.GetDirectoryName(s_file)!, "demo_data_UL18.root")).Graph();
        graph.Filter("none", ev => ev.All(false)).Histogram("x", 1, 0, 1, ev => ev.GenWeight);

        Assert.Contains("no branch genWeight", Assert.Throws<Ristretto.Bytes.Errors.SchemaException>(() => graph.Run()).Message, StringComparison.Ordinal);
    }

    private static class Axes
    {
        internal static readonly Ristretto.Histograms.Axes.Axis Eta = Ristretto.Histograms.Axes.Axis.Regular("eta", 10, -3, 3);
    }

    /// <summary>The same without a graph.</summary>
    private sealed class Expected
    {
        internal Histogram Met { get; } = Histogram.Regular("MET", 50, 0, 200);
        internal Histogram Pt { get; } = Histogram.Regular("pt", 50, 0, 400);
        internal Histogram Both { get; } = Histogram.Regular("pt", 20, 0, 400).And(Axes.Eta);
        internal List<ulong> Events { get; } = [];
        internal List<double> Mets { get; } = [];
        internal int FourJets { get; private set; }
        internal double SumOfWeights { get; private set; }

        internal void Process(NanoBatch ev)
        {
            foreach (var e in ev)
            {
                List<(float Pt, float Eta)> jets = [];
                foreach (var jet in e.Jet)
                    if (jet.Pt > 40 && Math.Abs(jet.Eta) < 2.4) jets.Add((jet.Pt, jet.Eta));
                if (jets.Count < 4) continue;
                FourJets++;
                SumOfWeights += e.GenWeight;
                foreach (var (pt, _) in jets) Pt.Fill(pt, e.GenWeight);
                if (!(e.MET.Pt > 30)) continue;
                Events.Add(e.Event);
                Mets.Add(e.MET.Pt);
                Met.Fill(e.MET.Pt, (double)e.GenWeight * e.MET.Pt);
                foreach (var (pt, eta) in jets) Both.Fill((pt, eta), (double)e.GenWeight * e.MET.Pt);
            }
        }
    }
}
