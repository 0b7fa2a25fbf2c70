using Ristretto.Columns.Combinatorics;
using Ristretto.Histograms;

namespace Ristretto.Analyses.Adl.Queries;

/// <summary>Missing transverse momentum of events with a pair of muons of opposite charge that may come from a Z boson.</summary>
public sealed class Query5() : AdlQuery("Q5", Histogram.Regular("MET_pt", 100, 0, 200).Label("p_{T}^{miss} [GeV]"))
{
    /// <inheritdoc/>
    public override void Columns(AdlBatch ev)
    {
        var muons = ev.Muon;
        var pairs = muons.Lists.Pairs();
        pairs = pairs[muons.Charge[pairs.First] != muons.Charge[pairs.Second]];
        var mass = (muons.P4[pairs.First] + muons.P4[pairs.Second]).Mass;
        Histograms[0].Fill(ev.MET.Pt[(mass > 60 & mass < 120).Any()]);
    }

    /// <inheritdoc/>
    public override void Loop(AdlBatch ev)
    {
        foreach (var e in ev)
            if (HasPair(e)) Histograms[0].Fill(e.MET.Pt);
    }

    private static bool HasPair(AdlEvent e)
    {
        for (var i = 0; i < e.Muon.Count; i++)
            for (var j = i + 1; j < e.Muon.Count; j++)
                if (e.Muon[i].Charge != e.Muon[j].Charge && (e.Muon[i].P4 + e.Muon[j].P4).Mass is > 60 and < 120) return true;
        return false;
    }
}
