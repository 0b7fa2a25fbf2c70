using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.HH4b;

/// <summary>Picks the jets of one event that play a role.</summary>
/// <remarks>Equal scores and equal transverse momenta are ordered by the position in the file, so that nothing is left to chance.</remarks>
public static class JetSelection
{
    /// <summary>The four selected jets with the highest score, with b-jet regression, the hardest first.</summary>
    /// <param name="jets">The loosely selected jets of the event, at least four of them selected; the candidates among them are marked.</param>
    /// <param name="candidates">Receives the candidates.</param>
    public static void Candidates(Span<AnalysisJet> jets, Span<AnalysisJet> candidates)
    {
        Span<int> best = stackalloc int[4];
        var count = 0;
        for (var i = 0; i < jets.Length; i++)
        {
            if (!jets[i].IsSelected || (count == 4 && !(jets[i].Score > jets[best[3]].Score))) continue;
            var at = count < 4 ? count++ : 3;
            for (; at > 0 && jets[best[at - 1]].Score < jets[i].Score; at--) best[at] = best[at - 1];
            best[at] = i;
        }
        for (var n = 0; n < 4; n++)
        {
            ref var jet = ref jets[best[n]];
            jet.IsCandidate = true;
            var pt = jet.Pt * jet.Regression;
            var at = n;
            for (; at > 0 && candidates[at - 1].Pt < pt; at--) candidates[at] = candidates[at - 1];
            candidates[at] = jet;
            candidates[at].Regress();
        }
        AnalysisJet.ComputeP4(candidates);
    }

    /// <summary>The two hardest jets that are no candidates; −1 where there are fewer.</summary>
    public static (int First, int Second) HardestOthers(ReadOnlySpan<AnalysisJet> jets)
    {
        var (first, second) = (-1, -1);
        for (var i = 0; i < jets.Length; i++)
        {
            if (jets[i].IsCandidate) continue;
            if (first < 0 || jets[i].Pt > jets[first].Pt) (first, second) = (i, first);
            else if (second < 0 || jets[i].Pt > jets[second].Pt) second = i;
        }
        return (first, second);
    }

    /// <summary>Mass of two jets in GeV.</summary>
    public static double Mass(in AnalysisJet a, in AnalysisJet b) =>
        (LorentzVector.FromPtEtaPhiM(a.Pt, a.Eta, a.Phi, a.Mass) + LorentzVector.FromPtEtaPhiM(b.Pt, b.Eta, b.Phi, b.Mass)).Mass;

    /// <summary>The selected jets, tagged ones with b-jet regression, with their four-vectors.</summary>
    public static Span<AnalysisJet> Selected(ReadOnlySpan<AnalysisJet> jets, Span<AnalysisJet> selected)
    {
        var count = 0;
        foreach (ref readonly var jet in jets)
        {
            if (!jet.IsSelected) continue;
            selected[count] = jet;
            if (jet.IsTagged) selected[count].Regress();
            count++;
        }
        AnalysisJet.ComputeP4(selected[..count]);
        return selected[..count];
    }
}
