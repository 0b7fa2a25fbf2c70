using Ristretto.Columns.Arrays;
using Ristretto.Columns.Combinatorics;
using Ristretto.Events.Graphs;
using Ristretto.Histograms;

namespace Ristretto.Analyses.Adl.Queries;

/// <summary>Missing transverse momentum of events with a pair of muons of opposite charge that may come from a Z boson.</summary>
public sealed class Query5() : AdlQuery("Q5", Histogram.Regular("MET_pt", 100, 0, 200).Label("p_{T}^{miss} [GeV]"))
{
    /// <inheritdoc/>
    public override void Columns(AdlBatch ev)
    {
        var two = ev.Muon.Count >= 2;
        Histograms[0].Fill(ev.MET.Pt[two][HasPair(ev.Muon[two])]);
    }

    /// <inheritdoc/>
    public override void Graph(GraphNode<AdlBatch> events) => events
        .Filter("two muons", ev => ev.Muon.Count >= 2)
        .Filter("Z boson", ev => HasPair(ev.Muon))
        .Fill(Histograms[0], ev => ev.MET.Pt);

    /// <inheritdoc/>
    public override void Loop(AdlBatch ev)
    {
        var met = Histograms[0].Filler();
        foreach (var e in ev)
            if (HasPair(e)) met.Fill(e.MET.Pt);
    }

    private static Mask HasPair(Muons muons)
    {
        var pairs = muons.Lists.Pairs();
        pairs = pairs[muons.Charge[pairs.First] != muons.Charge[pairs.Second]];
        var p4 = muons.P4;
        var mass = (p4[pairs.First] + p4[pairs.Second]).Mass;
        return (mass > 60 & mass < 120).Any();
    }

    private static bool HasPair(AdlEvent e)
    {
        for (var i = 0; i < e.Muon.Count; i++)
            for (var j = i + 1; j < e.Muon.Count; j++)
                if (e.Muon[i].Charge != e.Muon[j].Charge && (e.Muon[i].P4 + e.Muon[j].P4).Mass is > 60 and < 120) return true;
        return false;
    }
}
