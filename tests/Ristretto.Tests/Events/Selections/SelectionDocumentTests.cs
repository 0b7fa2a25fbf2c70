using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;
using Ristretto.Histograms;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Selections;

/// <summary>The code of docs/selections.md.</summary>
public sealed class SelectionDocumentTests
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_HH4b_UL18.root");

    [Fact]
    public void Examples_OfTheDocument_Work()
    {
        var cutflow = new Cutflow();
        var met = Histogram.Regular("MET", 40, 0, 200);
        Nano.Open(s_file).Run(ev =>
        {
            var cuts = new Cuts(ev)
                .Add("four jets", (ev.Jet.Pt > 40).CountTrue() >= 4)
                .Add("central", (ColumnMath.Abs(ev.Jet.Eta) < 2.4f).Any())
                .Add("MET", ev.MET.Pt < 100);
            cutflow.Start(ev, new Weights(ev).Add("generator", ev.GenWeight)).Count("initial").NMinusOne(cuts);
            met.Fill(ev.MET.Pt[cuts.AllBut("MET").Nominal]);
        });
        Assert.Equal(["initial", "N - four jets", "N - central", "N - MET", "N"], cutflow["all"].Select(row => row.Cut));
        Assert.Equal(cutflow["all"][3].Count, met.Entries);

        var yields = new Cutflow("two/low", "two/high", "many/low", "many/high");
        var ht = Histogram.Regular("HT", 40, 0, 1000).By("jets", "two", "many").By("MET", "low", "high");
        Nano.Open(s_file).Run(ev =>
        {
            var weights = new Weights(ev).Add("generator", ev.GenWeight);
            var categories = new Categories("jets", ("two", ev.Jet.Count == 2), ("many", ev.Jet.Count > 2))
                .By("MET", ("low", ev.MET.Pt < 50), ("high", !(ev.MET.Pt < 50)));
            yields.Start(ev, weights).Split(categories).Count("all");
            ht.Fill(ev.Jet.Pt.Sum(), weights, categories);
        });
        Assert.Equal(yields["many/high"][0].SumW, ht["many", "high"].Values.ToArray().Sum(), 1e-6);

        var statistics = new WeightStatistics();
        Nano.Open(s_file).Run(ev =>
        {
            var one = Column.Of<double>([.. Enumerable.Repeat(1.0, ev.Length)]);
            var weights = new Weights(ev)
                .Add("generator", ev.GenWeight)
                .Add("pileup", one, up: one * 1.03, down: one * 0.97)
                .Add("trigger", one, up: one * 1.1, MissingDirection.MirrorRatio);
            statistics.Add(weights);
            var withoutPileup = weights.Without("pileup").Total;
            var pileupUp = weights[new Variation("pileup", "up")];
            Assert.Equal(withoutPileup.ToArray(), weights.Total.ToArray());
            Assert.Equal(ev.Length, pileupUp.Length);
        });
        Assert.Equal(["generator", "pileup", "trigger", "total"], statistics.Rows.Select(row => row.Factor));
    }
}
