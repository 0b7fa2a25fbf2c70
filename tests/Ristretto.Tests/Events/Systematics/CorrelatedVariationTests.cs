using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;
using Ristretto.Histograms;
using Ristretto.Histograms.Growing;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Systematics;

/// <summary>A source of uncertainty that changes objects and weights is one variation of both, in everything that is filled; against loops with shifted numbers.</summary>
public sealed class CorrelatedVariationTests
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_HH4b_UL18.root");

    private static readonly (Variation? Variation, float Scale, double Factor)[] s_cases =
        [(null, 1, 1), (new("JES", "up"), 1.05f, 1.5), (new("JES", "down"), 0.95f, 0.5), (new("SF", "up"), 1, 2), (new("SF", "down"), 1, 0.25)];

    [Theory]
    [InlineData(1, 2048)]
    [InlineData(3, 300)]
    public void Fill_InColumns_GivesWhatALoopGives(int threads, int tile)
    {
        var (ht, regions) = (Histogram.Regular("HT", 40, 0, 800), Histogram.Regular("HT2", 40, 0, 800).By("MET", "low", "high"));
        var (profile, growing) = (Profile.Regular("HT in MET", 10, 0, 200), GrowingHistogram.Of("growing", GrowingAxis.Category("sample"), GrowingAxis.Regular("HT", 10, 200, 300)));
        Nano.Open(s_file).Run(ev =>
        {
            var events = ev.Vary("JES", e => e.Jet.Shifted(pt: e.Jet.Pt * 1.05f), e => e.Jet.Shifted(pt: e.Jet.Pt * 0.95f));
            var weights = Weights(ev);
            var sums = events.Select(e => e.Jet.Pt.Sum());
            var given = events.Select(_ => weights);
            ht.Fill(sums, given);
            regions.Fill(sums, given, events.Select(e => new Categories("MET", ("low", e.MET.Pt < 60), ("high", !(e.MET.Pt < 60)))));
            var met = ev.MET.Pt.To<double>();
            profile.Fill(sums.Select(sum => (met, sum.To<double>(), weights)));
            growing.Fill(sums.Select(sum => (sum, weights)), "HH");
        }, new RunOptions { Threads = threads, TileSize = tile });

        foreach (var (variation, scale, factor) in s_cases)
        {
            var (wanted, low, mean) = Loop(scale, factor);
            Assert.Equal(wanted.Values.ToArray(), (variation is { } v ? ht.Under(v) : ht).Values.ToArray());
            Assert.Equal(low.Values.ToArray(), (variation is { } w ? regions.Under(w) : regions)["low"].Values.ToArray());
            var seen = variation is { } u ? profile.Under(u) : profile;
            Assert.Equal(mean.SumsOfWeights, seen.SumsOfWeights, (a, b) => Math.Abs(a - b) <= 1e-9 * Math.Abs(a));
            Assert.Equal(mean.Values, seen.Values, (a, b) => Math.Abs(a - b) <= 1e-9 * Math.Abs(a));
            var grown = (variation is { } g ? growing.Under(g) : growing).ToHistogram();
            Assert.Equal(wanted.Sum(), grown.Sum(), 1e-6);
        }
        Assert.Equal(4, ht.Variations.Count);
        Assert.Equal("HT in MET_JESUp", profile.Under(new("JES", "up")).Name);
        Assert.Contains("it has: JES:down, JES:up, SF:down, SF:up", Assert.Throws<ArgumentException>(() => profile.Under(new("JER", "up"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Fill_InAGraph_GivesWhatALoopGives(int threads)
    {
        var graph = Nano.Open(s_file).Graph();
        var node = graph.Vary("JES", ev => ev.Jet.Shifted(pt: ev.Jet.Pt * 1.05f), ev => ev.Jet.Shifted(pt: ev.Jet.Pt * 0.95f))
            .Weigh("JES", Phi, ev => Phi(ev) * 1.5, ev => Phi(ev) * 0.5).Weigh("SF", ev => ev.GenWeight.To<double>(), ev => ev.GenWeight.To<double>() * 2, ev => ev.GenWeight.To<double>() * 0.25);
        var ht = node.Histogram("HT", 40, 0, 800, ev => ev.Jet.Pt.Sum());
        var profile = node.Fill(Profile.Regular("HT in MET", 10, 0, 200), ev => ev.MET.Pt.To<double>(), ev => ev.Jet.Pt.Sum().To<double>());
        graph.Run(new RunOptions { Threads = threads });

        foreach (var (variation, scale, factor) in s_cases)
        {
            var (wanted, _, mean) = Loop(scale, factor);
            Assert.Equal(wanted.Values.ToArray(), (variation is { } v ? ht.Under(v) : ht).Values.ToArray());
            Assert.Equal(mean.Values, (variation is { } u ? profile.Under(u) : profile).Values, (a, b) => Math.Abs(a - b) <= 1e-9 * Math.Abs(a));
        }
        Assert.Equal(4, ht.Variations.Count);
    }

    private static Column<double> Phi(NanoBatch ev) => ev.MET.Phi.To<double>();

    private static Weights Weights(NanoBatch ev)
    {
        var generator = ev.GenWeight.To<double>();
        return new Weights(ev).Add("JES", Phi(ev), Phi(ev) * 1.5, Phi(ev) * 0.5).Add("SF", generator, generator * 2, generator * 0.25);
    }

    private static (Histogram All, Histogram Low, Profile Mean) Loop(float scale, double factor)
    {
        var (all, low, mean) = (Histogram.Regular("HT", 40, 0, 800), Histogram.Regular("HT", 40, 0, 800), Profile.Regular("HT in MET", 10, 0, 200));
        Nano.Open(s_file).Run(ev =>
        {
            var sums = (ev.Jet.Pt * scale).Sum();
            foreach (var e in ev)
            {
                // Multiplied in the order of the weights.
                var weight = factor is 1.5 or 0.5 ? (double)e.MET.Phi * factor * e.GenWeight : (double)e.MET.Phi * (e.GenWeight * factor);
                all.FillRow(0, weight, sums[e.Index]);
                if (e.MET.Pt < 60) low.FillRow(0, weight, sums[e.Index]);
                mean.Fill(e.MET.Pt, sums[e.Index], weight);
            }
        }, new RunOptions { Threads = 1 });
        return (all, low, mean);
    }
}
