using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;
using Ristretto.Histograms;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Systematics;

public sealed class VariedEventsTests
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_HH4b_UL18.root");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Fill_VariationsOfJetsAndWeights_GiveWhatALoopWithShiftedNumbersGives(int threads)
    {
        var (ht, pt) = (Histogram.Regular("HT", 40, 0, 800), Histogram.Regular("pt", 40, 0, 400));

        Nano.Open(s_file).Run(ev => Process(ev, ht, pt), new RunOptions { Threads = threads });

        foreach (var (variation, scale, weight) in ((Variation?, float, double)[])[(null, 1, 1), (new("JES", "up"), 1.05f, 1), (new("JES", "down"), 0.95f, 1), (new("SF", "up"), 1, 1.5), (new("SF", "down"), 1, 0.5)])
        {
            var (wantedHt, wantedPt) = Loop(scale, weight, met: variation is { Source: "JES", Tag: "up" } ? 1.1f : 1);
            var (seenHt, seenPt) = variation is { } v ? (ht.Under(v), pt.Under(v)) : (ht, pt);
            Assert.True(wantedHt.Entries > 100);
            Assert.Equal(wantedHt.Values.ToArray(), seenHt.Values.ToArray());
            Assert.Equal(wantedHt.Variances.ToArray(), seenHt.Variances.ToArray());
            Assert.Equal(wantedPt.Values.ToArray(), seenPt.Values.ToArray());
        }
        Assert.Equal(["JES:down", "JES:up", "SF:down", "SF:up"], ht.Variations.Select(entry => entry.Variation.ToString()));
        Assert.Equal("HT_JESUp", ht.Under(new("JES", "up")).Name);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Cutflow_OfVariedEvents_CountsEachKeptVariationLikeALoop(int threads)
    {
        var cutflow = new Cutflow("soft", "hard").KeepVariations("JES", "S*");

        Nano.Open(s_file).Run(ev =>
        {
            var events = ev.Vary("JES", e => e.Jet.Shifted(pt: e.Jet.Pt * 1.05f), e => e.Jet.Shifted(pt: e.Jet.Pt * 0.95f)).Vary("Other", e => e.Jet.Shifted(pt: e.Jet.Pt * 2), e => e.Jet.Shifted(pt: e.Jet.Pt * 2));
            var weight = ev.MET.Phi.To<double>();
            var weights = new Weights(ev).Add("SF", weight, weight * 2, weight * 0.5);
            var four = events.Select(e => (e.Jet.Pt > 40).CountTrue() >= 4);
            cutflow.Start(events, weights)
                .Require("angle", ev.MET.Phi > 0)
                .Split(("soft", !(ev.MET.Pt > 30)), ("hard", ev.MET.Pt > 30))
                .Require("four jets", four)
                .Branch("central", ev.MET.Phi < 1, branch => branch.Note("three jets", events.Select(e => (e.Jet.Pt > 60).CountTrue() >= 3)))
                .PassingOnly()
                .Count("passing");
        }, new RunOptions { Threads = threads });

        Assert.Equal(["JES:down", "JES:up", "SF:down", "SF:up"], cutflow.Variations.Select(entry => entry.Variation.ToString()));
        foreach (var (variation, scale, factor) in ((Variation?, float, double)[])[(null, 1, 1), (new("JES", "up"), 1.05f, 1), (new("JES", "down"), 0.95f, 1), (new("SF", "up"), 1, 2)])
        {
            var expected = new Dictionary<(string, string), (long Count, double Sum)>();
            Nano.Open(s_file).Run(ev =>
            {
                foreach (var e in ev)
                {
                    if (!(e.MET.Phi > 0)) continue;
                    var (four, three) = (0, 0);
                    foreach (var jet in e.Jet) (four, three) = (four + (jet.Pt * scale > 40 ? 1 : 0), three + (jet.Pt * scale > 60 ? 1 : 0));
                    string[] cuts = ["angle", .. four >= 4 ? new[] { "four jets", "passing" } : [], .. four >= 4 && e.MET.Phi < 1 ? new[] { "central" } : [], .. four >= 4 && e.MET.Phi < 1 && three >= 3 ? new[] { "three jets" } : []];
                    foreach (var cut in cuts)
                    {
                        foreach (var category in cut == "angle" ? new[] { "soft", "hard" } : [e.MET.Pt > 30 ? "hard" : "soft"])
                        {
                            var before = expected.GetValueOrDefault((category, cut));
                            expected[(category, cut)] = (before.Count + 1, before.Sum + (double)e.MET.Phi * factor);
                        }
                    }
                }
            }, new RunOptions { Threads = 1 });
            var seen = variation is { } v ? cutflow.Under(v) : cutflow;
            foreach (var category in seen.Categories)
            {
                Assert.Equal(["angle", "four jets", "central", "three jets", "passing"], seen[category].Select(row => row.Cut));
                Assert.All(seen[category], row => Assert.Equal(expected[(category, row.Cut)], (row.Count, row.SumW)));
            }
            if (variation is { Source: "JES" }) Assert.NotEqual(cutflow["hard"][1].Count, seen["hard"][1].Count);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Weights_WithNaN_FillNaNAndAreReportedWithCountAndFirstEvent(int threads)
    {
        var (sum, entries) = (Histogram.Regular("MET", 4, 0, 400), new List<long>());
        Nano.Open(s_file).Run(ev =>
        {
            for (var i = 0; i < ev.Length; i++)
                if (ev.MET.Pt[i] > 60) entries.Add(ev.FirstEntry + i);
        }, new RunOptions { Threads = 1 });

        var report = Nano.Open(s_file).Run(ev =>
        {
            var log = ColumnMath.Log(60 - ev.MET.Pt.To<double>());
            var weights = new Weights(ev).Add("generator", ev.GenWeight).Add("odd", log, log, ev.MET.Pt.To<double>());
            sum.Fill(ev.MET.Pt, weights);
        }, new RunOptions { Threads = threads, TileSize = 700 });

        Assert.Equal([new NaNWeight("odd", entries.Count, s_file, entries[0]), new NaNWeight("odd:up", entries.Count, s_file, entries[0])], report.NaNWeights);
        Assert.True(double.IsNaN(sum.Values[2]));
        var graph = Nano.Open(s_file).Graph();
        graph.Filter(ev => ev.MET.Pt > 20).Vary("JES", ev => ev.MET.Shifted(pt: ev.MET.Pt * 2), ev => ev.MET.Shifted(pt: ev.MET.Pt))
            .Weigh("odd", ev => ColumnMath.Log(60 - ev.MET.Pt.To<double>()), ev => ev.MET.Pt.To<double>(), ev => ev.MET.Pt.To<double>()).Histogram("MET", 4, 0, 400, ev => ev.MET.Pt);
        Assert.Equal([new NaNWeight("odd", entries.Count, s_file, entries[0])], graph.Run(new RunOptions { Threads = threads }).NaNWeights);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_WeightVariationThatChangesNothing_IsReported(int threads)
    {
        var report = Nano.Open(s_file).Run(ev =>
        {
            var one = ev.MET.Pt.To<double>() * 0 + 1;
            var rare = ColumnMath.Where(ev.MET.Pt > 250, 1.1, one);      // a few events only
            Histogram.Regular("MET", 4, 0, 400).Fill(ev.MET.Pt, new Weights(ev).Add("rare", one, rare, one).Add("idle", one, one, one * 1));
        }, new RunOptions { Threads = threads, TileSize = 100 });

        Assert.Equal(["idle:down", "idle:up", "rare:down"], report.IdleWeights.Select(variation => variation.ToString()));
        Assert.Equal(report.IdleWeights, report.Ineffective);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_HistogramsWithoutEntries_AreNamed(int threads)
    {
        var (met, none, varied, other) = (Histogram.Regular("MET", 4, 0, 400), Histogram.Regular("none", 4, 0, 400), Histogram.Regular("varied", 4, 0, 400), Histogram.Regular("other", 4, 0, 400));

        var report = Nano.Open(s_file).Run(ev =>
        {
            var weights = new Weights(ev).Add("w", ev.GenWeight.To<double>(), ev.GenWeight.To<double>() * 2, ev.GenWeight.To<double>());
            met.Fill(ev.MET.Pt, weights);
            none.Fill(ev.MET.Pt[ev.MET.Pt < 0]);
            varied.Fill(ev.MET.Pt[ev.MET.Pt < 0], weights[ev.MET.Pt < 0]);
        }, new RunOptions { Threads = threads });
        var graph = Nano.Open(s_file).Graph();
        graph.Filter("some", ev => ev.MET.Pt > 0).Histogram("filled", 4, 0, 400, ev => ev.MET.Pt);
        graph.Filter("impossible", ev => ev.MET.Pt < 0).Histogram("booked", 4, 0, 400, ev => ev.MET.Pt);

        Assert.Equal(["none", "varied"], report.Unfilled);
        Assert.Equal(["booked"], graph.Run(new RunOptions { Threads = threads }).Unfilled);
        Assert.Equal(0, other.Entries);      // of something else
    }

    [Fact]
    public void Cutflow_ThatKeepsNoVariations_CountsNone()
    {
        var cutflow = new Cutflow();

        Nano.Open(s_file).Run(ev => cutflow.Start(ev.Vary("JES", e => e.Jet.Shifted(pt: e.Jet.Pt * 2), e => e.Jet.Shifted(pt: e.Jet.Pt)), new Weights(ev)).Require("phi", ev.MET.Phi > 0));

        Assert.Empty(cutflow.Variations);
        Assert.Throws<InvalidOperationException>(() => cutflow.KeepVariations("JES"));
        Assert.Contains("KeepVariations", Assert.Throws<ArgumentException>(() => cutflow.Under(new("JES", "up"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shift_ByZero_GivesTheNominalBitForBit()
    {
        var mass = Histogram.Regular("mass", 100, 0, 2000);

        Nano.Open(s_file).Run(ev =>
        {
            var events = ev.Vary("nothing", e => e.Jet.Shifted(pt: e.Jet.Pt * 1f, mass: e.Jet.Mass * 1f), e => e.Jet.Shifted(pt: e.Jet.Pt + 0f));
            var weights = new Weights(ev).Add("gen", ev.GenWeight).Add("SF", ev.GenWeight.To<double>(), ev.GenWeight.To<double>(), ev.GenWeight.To<double>());
            mass.Fill(events.Select(e => e.Jet[e.Jet.Pt > 30].P4.Mass), events.Select(_ => weights));
        });

        Assert.Equal(4, mass.Variations.Count);
        Assert.All(mass.Variations, entry => Assert.Equal(mass.Values.ToArray(), entry.Histogram.Values.ToArray()));
        Assert.All(mass.Variations, entry => Assert.Equal(mass.Variances.ToArray(), entry.Histogram.Variances.ToArray()));
    }

    [Fact]
    public void Select_ComputesAgainOnlyWhatDependsOnTheShiftedColumns()
    {
        var (ofJets, ofMuons, ofObjects, batches) = (0, 0, 0, 0);

        Nano.Open(s_file).Run(ev =>
        {
            batches++;
            var events = ev.Vary("JES", e => e.Jet.Shifted(pt: e.Jet.Pt * 1.1f), e => e.Jet.Shifted(pt: e.Jet.Pt * 0.9f)).Vary("MES", e => e.Muon.Shifted(pt: e.Muon.Pt * 1.01f), e => e.Muon.Shifted(pt: e.Muon.Pt * 0.99f));
            var jets = events.Select(e => Counted(ref ofJets, e.Jet.Pt.Sum()));
            var muons = events.Select(e => Counted(ref ofMuons, (e.Muon.Pt.Max(), e.Muon.Count)));
            events.Select(e => Counted(ref ofObjects, e.Jet));
            var both = jets.Select(muons, (ht, muon) => ht + muon.Count.To<double>());
            Assert.Equal([true, true, false, false], jets.Variations.Select(jets.IsChangedBy));
            Assert.Equal([false, false, true, true], muons.Variations.Select(muons.IsChangedBy));
            Assert.Equal([true, true, true, true], both.Variations.Select(both.IsChangedBy));
        }, new RunOptions { Threads = 1 });

        Assert.Equal((3 * batches, 3 * batches, 5 * batches), (ofJets, ofMuons, ofObjects));

        static T Counted<T>(ref int calls, T value)
        {
            calls++;
            return value;
        }
    }

    [Theory]
    [InlineData(SystematicsMode.All, 4)]
    [InlineData(SystematicsMode.Weights, 2)]
    [InlineData(SystematicsMode.None, 0)]
    public void Mode_SaysWhichVariationsAreComputed_AndTheNominalIsTheSame(SystematicsMode mode, int variations)
    {
        var (ht, pt) = (Histogram.Regular("HT", 40, 0, 800), Histogram.Regular("pt", 40, 0, 400));

        Nano.Open(s_file).Run(ev => Process(ev, ht, pt), new RunOptions { Systematics = mode });

        Assert.Equal(variations, ht.Variations.Count);
        Assert.Equal(Loop(1, 1, 1).Ht.Values.ToArray(), ht.Values.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Report_SaysHowMuchEachVariationChanges_AndWhichChangesNothing(int threads)
    {
        var report = Nano.Open(s_file).Run(ev => ev
            .Vary("JES", e => e.Jet.Shifted(pt: e.Jet.Pt * 1.25f) + e.MET.Shifted(pt: e.MET.Pt), e => e.Jet.Shifted(pt: e.Jet.Pt * 0.75f))
            .Vary("nothing", e => e.Jet.Shifted(mass: e.Jet.Mass), e => e.Jet.Shifted(mass: e.Jet.Mass)), new RunOptions { Threads = threads });

        Assert.Equal(["JES:down Jet_pt", "JES:up Jet_pt", "JES:up MET_pt", "nothing:down Jet_mass", "nothing:up Jet_mass"], report.Shifts.Select(effect => $"{effect.Variation} {effect.Branch}"));
        var jets = 0L;
        Nano.Open(s_file).Run(ev => jets += ev.Jet.Lists.Total, new RunOptions { Threads = 1 });
        Assert.Equal((jets, jets), (report.Shifts[1].Values, report.Shifts[1].Changed));
        Assert.Equal(0.25, report.Shifts[1].RelativeShift, 1e-5);
        Assert.Equal((5000, 0, 0.0), (report.Shifts[2].Values, report.Shifts[2].Changed, report.Shifts[2].RelativeShift));
        Assert.Equal(["nothing:down", "nothing:up"], report.Ineffective.Select(variation => variation.ToString()));
    }

    [Fact]
    public void Histogram_KeepsTheVariationsItNames()
    {
        var (one, none) = (Histogram.Regular("HT", 40, 0, 800).KeepVariations("J*").Label("x"), Histogram.Regular("pt", 40, 0, 400).KeepVariations());

        Nano.Open(s_file).Run(ev => Process(ev, one, none));

        Assert.Equal(["JES:down", "JES:up"], one.Variations.Select(entry => entry.Variation.ToString()));
        Assert.Empty(none.Variations);
        Assert.Contains("has no variation SF:up; it has: JES:down, JES:up", Assert.Throws<ArgumentException>(() => one.Under(new("SF", "up"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        List<string> errors = [];

        Nano.Open(s_file).Run(ev =>
        {
            errors.Clear();
            ev.Vary("JES", _ => default, _ => default);
            errors.Add(Assert.Throws<ArgumentException>(() => ev.Vary("JES", _ => default, _ => default)).Message);
            errors.Add(Assert.Throws<ArgumentException>(() => ev.Jet[ev.Jet.Pt > 30].Shifted(pt: ev.Jet.Pt)).Message);
            errors.Add(Assert.Throws<ArgumentException>(() => ev.Jet.Shifted(pt: ev.Jet.Pt) + ev.Jet.Shifted(pt: ev.Jet.Pt)).Message);
            errors.Add(Assert.Throws<ArgumentException>(() => new Weights(ev).Add("SF", ev.GenWeight.To<double>(), ("a", ev.GenWeight.To<double>()), ("a", ev.GenWeight.To<double>()))).Message);
        }, new RunOptions { MaxEvents = 10, Threads = 1 });

        Assert.Equal(
            ["the events have a variation JES:up already", "Jet_pt is shifted for selected objects; shift all of them, and select afterwards", "two shifts replace Jet_pt", "the weight \"SF\" has two variations \"a\""],
            errors);
    }

    private static void Process(NanoBatch ev, Histogram ht, Histogram pt)
    {
        var events = ev.Vary("JES",
            up: e => e.Jet.Shifted(pt: e.Jet.Pt * 1.05f) + e.MET.Shifted(pt: e.MET.Pt * 1.1f),
            down: e => e.Jet.Shifted(pt: e.Jet.Pt * 0.95f));
        var gen = ev.GenWeight.To<double>();
        var weights = new Weights(ev).Add("gen", gen).Add("SF", gen * 0 + 1, gen * 0 + 1.5, gen * 0 + 0.5);
        var pass = events.Select(e => (e.Jet.Pt > 40).CountTrue() >= 4 & e.MET.Pt > 20);
        ht.Fill(events.Select(pass, (e, selected) => e.Jet.Pt.Sum()[selected]), pass.Select(selected => weights[selected]));
        pt.Fill(events.Select(pass, (e, selected) => e.Jet.Pt[selected]), pass.Select(selected => weights[selected]));
    }

    private static (Histogram Ht, Histogram Pt) Loop(float scale, double weight, float met)
    {
        var (ht, pt) = (Histogram.Regular("HT", 40, 0, 800), Histogram.Regular("pt", 40, 0, 400));
        Nano.Open(s_file).Run(ev =>
        {
            foreach (var e in ev)
            {
                var (count, sum) = (0, 0.0);
                foreach (var jet in e.Jet)
                {
                    count += jet.Pt * scale > 40 ? 1 : 0;
                    sum += jet.Pt * scale;
                }
                if (count < 4 || !(e.MET.Pt * met > 20)) continue;
                ht.Fill(sum, e.GenWeight * weight);
                foreach (var jet in e.Jet) pt.Fill(jet.Pt * scale, e.GenWeight * weight);
            }
        });
        return (ht, pt);
    }
}
