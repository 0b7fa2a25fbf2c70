using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Systematics;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Tests.Shared;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Tests.Events.Graphs;

/// <summary>Variations in a graph, against loops that go over the events once for each variation.</summary>
public sealed class VariedGraphTests
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_HH4b_UL18.root");

    private static readonly Variation s_up = new("JES", Variation.Up), s_down = new("JES", Variation.Down), s_met = new("Unclustered", "up"), s_muon = new("Muon", "scale");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_FiltersWeightsAndHistograms_GiveForEachVariationWhatALoopOverShiftedEventsGives(int threads)
    {
        var calls = new int[2];
        var graph = Nano.Open(s_file).Graph();
        graph.Report.KeepVariations("JES", "pileup", "Unclustered");
        var varied = graph.Filter("angle", ev => Counted(ref calls[0], ev.MET.Phi > -3))
            .Vary("JES", ev => Scaled(ev, 1.02f), ev => Scaled(ev, 0.98f))
            .Vary("Muon", ("scale", ev => ev.Muon.Shifted(pt: ev.Muon.Pt * 1.5f)));
        var central = varied.Define(ev => ev.Jet[ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4]);
        var ht = varied.Define(ev => central.Of(ev).Pt.Sum());
        var forward = varied.Filter("eta", ev => Counted(ref calls[1], ev.Jet.Eta.Count >= 4));
        var four = forward.Filter("four jets", ev => central.Of(ev).Count >= 4)
            .Vary("Unclustered", ("up", ev => ev.MET.Shifted(pt: ev.MET.Pt * 1.5f)));
        var weighted = four.Weigh("generator", ev => ev.GenWeight.To<double>(), ev => ev.GenWeight.To<double>(), ev => ev.GenWeight.To<double>())
            .Weigh("pileup", ev => ev.MET.Phi.To<double>() + 4, ev => ev.MET.Phi.To<double>() + 5, ev => ev.MET.Phi.To<double>() + 3);
        var hard = weighted.Filter("hard", ev => ev.MET.Pt > 30);
        var met = hard.Histogram("MET", 50, 0, 200, ev => ev.MET.Pt);
        var sums = hard.Histogram("HT", 50, 0, 2000, ev => ht.Of(ev));
        var pt = hard.Histogram("pt", 50, 0, 400, ev => central.Of(ev).Pt);
        var phi = forward.Histogram("phi", 10, -3, 3, ev => ev.MET.Phi);
        var both = hard.Fill(Histogram.Regular("pt", 20, 0, 400).And(Axis.Regular("eta", 10, -2.5, 2.5)), ev => central.Of(ev).Pt, ev => central.Of(ev).Eta);
        var (count, taken) = (hard.Count(), hard.Take(ev => ht.Of(ev)));

        graph.Run(new RunOptions { Threads = threads });

        foreach (var variation in new Variation?[] { null, s_up, s_down, s_met, s_muon, new("pileup", "up"), new("pileup", "down"), new("generator", "up") })
        {
            var expected = Expected.Of(variation);
            Assert.Equal(expected.Met.Values.ToArray(), Of(met, variation).Values.ToArray());
            Assert.Equal(expected.Met.Variances.ToArray(), Of(met, variation).Variances.ToArray());
            Assert.Equal(expected.Ht.Values.ToArray(), Of(sums, variation).Values.ToArray());
            Assert.Equal(expected.Pt.Values.ToArray(), Of(pt, variation).Values.ToArray());
            Assert.Equal(expected.Both.Values.ToArray(), Of(both, variation).Values.ToArray());
            if (variation is { Source: "pileup" or "generator" }) continue;
            Assert.Equal(expected.Hts, variation is { } v ? taken.Under(v) : taken.Value);
            Assert.Equal(expected.Hts.Count, variation is { } w ? count.Under(w) : count.Value);
        }
        Assert.NotEqual(Of(met, s_up).Entries, met.Entries);
        Assert.NotEqual(Of(met, s_met).Entries, met.Entries);
        Assert.Equal([s_down, s_up, s_muon], phi.Variations.Select(entry => entry.Variation));
        Assert.All(phi.Variations, entry => Assert.Equal(phi.Values.ToArray(), entry.Histogram.Values.ToArray()));
        Assert.Equal(calls[0], calls[1]);      // both are asked once a batch: nothing they read is shifted
        Assert.Equal(
            [
                ("all", 5000), ("angle", Expected.Of(s_up).Triggered), ("eta", Expected.Of(s_up).WithJets),
                ("four jets", Expected.Of(s_up).FourJets), ("hard", Expected.Of(s_up).Hts.Count),
            ],
            graph.Report.Under(s_up)["all"].Select(row => (row.Cut, (int)row.Count)));
        Assert.Equal(Expected.Of(new("pileup", "up")).SumOfWeights, graph.Report.Under(new("pileup", "up"))["all"].Single(row => row.Cut == "hard").SumW, 1e-6);
        Assert.Equal(Expected.Of(s_met).SumOfWeights, graph.Report.Under(s_met)["all"].Single(row => row.Cut == "hard").SumW, 1e-6);
        Assert.Throws<ArgumentException>(() => graph.Report.Under(s_muon));
    }

    [Fact]
    public void Run_WithoutObjectVariations_HasThoseOfWeightsAlone()
    {
        var graph = Nano.Open(s_file).Graph();
        var met = graph.Vary("JES", ev => Scaled(ev, 1.02f), ev => Scaled(ev, 0.98f)).Weigh("pileup", ev => ev.MET.Phi.To<double>(), ev => ev.MET.Phi.To<double>(), ev => ev.MET.Phi.To<double>())
            .Histogram("MET", 50, 0, 200, ev => ev.MET.Pt);

        graph.Run(new RunOptions { Systematics = SystematicsMode.Weights });

        Assert.Equal(["pileup:down", "pileup:up"], met.Variations.Select(entry => entry.Variation.ToString()));
    }

    [Fact]
    public void Run_ReportsWhatVariationsChange()
    {
        var graph = Nano.Open(s_file).Graph();
        graph.Filter(ev => ev.MET.Pt > 30).Vary("JES", ev => Scaled(ev, 1.02f), ev => Scaled(ev, 1)).Count();

        var report = graph.Run();

        Assert.Equal([s_down], report.Ineffective);
        Assert.Contains(report.Shifts, effect => effect.Variation == s_up && effect.Branch == "Jet_pt" && Math.Abs(effect.RelativeShift - 0.02) < 1e-4);
    }

    [Fact]
    public void Vary_TwiceOrWithTwoWaysOfOneName_IsRefused()
    {
        var graph = Nano.Open(s_file).Graph();
        graph.Vary("JES", ev => Scaled(ev, 1), ev => Scaled(ev, 1));

        Assert.Throws<ArgumentException>(() => graph.Vary("JES", ev => Scaled(ev, 1), ev => Scaled(ev, 1)));
        Assert.Throws<ArgumentException>(() => graph.Vary("JER", ("up", ev => Scaled(ev, 1)), ("up", ev => Scaled(ev, 1))));
        Assert.Throws<ArgumentException>(() => graph.Book(0, ev => ev.Jet, (_, _) => { }));
    }

    private static ColumnShift Scaled(NanoBatch ev, float factor) => ev.Jet.Shifted(pt: ev.Jet.Pt * factor) + ev.MET.Shifted(pt: ev.MET.Pt * factor);

    private static Mask Counted(ref int calls, Mask mask)
    {
        Interlocked.Increment(ref calls);
        return mask;
    }

    private static Histogram Of(Histogram histogram, Variation? variation) => variation is { } given ? histogram.Under(given) : histogram;

    /// <summary>The same by a loop over events, for one variation.</summary>
    private sealed class Expected(Variation? variation)
    {
        internal Histogram Met { get; } = Histogram.Regular("MET", 50, 0, 200);

        internal Histogram Ht { get; } = Histogram.Regular("HT", 50, 0, 2000);

        internal Histogram Pt { get; } = Histogram.Regular("pt", 50, 0, 400);

        internal Histogram Both { get; } = Histogram.Regular("pt", 20, 0, 400).And(Axis.Regular("eta", 10, -2.5, 2.5));

        internal List<double> Hts { get; } = [];

        internal int Triggered { get; private set; }

        internal int WithJets { get; private set; }

        internal int FourJets { get; private set; }

        internal double SumOfWeights { get; private set; }

        internal static Expected Of(Variation? variation)
        {
            var expected = new Expected(variation);
            Nano.Open(s_file).Run(expected.Process, new RunOptions { Threads = 1 });
            return expected;
        }

        private void Process(NanoBatch ev)
        {
            var jets = variation == s_up ? 1.02f : variation == s_down ? 0.98f : 1;
            var missing = variation == s_met ? 1.5f : jets;
            var pileup = variation is { Source: "pileup", Tag: var tag } ? tag == "up" ? 5 : 3 : 4;
            foreach (var e in ev)
            {
                if (!(e.MET.Phi > -3)) continue;
                Triggered++;
                if (e.Jet.Count < 4) continue;
                WithJets++;
                var (count, sum) = (0, 0.0);
                foreach (var jet in e.Jet)
                {
                    if (!(jet.Pt * jets > 40) || !(Math.Abs(jet.Eta) < 2.4)) continue;
                    count++;
                    sum += jet.Pt * jets;
                }
                if (count < 4) continue;
                FourJets++;
                if (!(e.MET.Pt * missing > 30)) continue;
                var weight = e.GenWeight * (e.MET.Phi + (double)pileup);
                Hts.Add(sum);
                SumOfWeights += weight;
                Met.Fill(e.MET.Pt * missing, weight);
                Ht.Fill(sum, weight);
                foreach (var jet in e.Jet)
                {
                    if (!(jet.Pt * jets > 40) || !(Math.Abs(jet.Eta) < 2.4)) continue;
                    Pt.Fill(jet.Pt * jets, weight);
                    Both.Fill((jet.Pt * jets, jet.Eta), weight);
                }
            }
        }
    }
}
