namespace Ristretto.Analyses.HH4b;

/// <summary>Picks the jets of one event that play a role.</summary>
/// <remarks>Equal scores and equal transverse momenta are ordered by the position in the file, so that nothing is left to chance.</remarks>
public static class JetSelection
{
    /// <summary>The four selected jets with the highest score, with b-jet regression, the hardest first.</summary>
    /// <param name="jets">The loosely selected jets of the event, at least four of them selected.</param>
    /// <param name="candidates">Receives the candidates.</param>
    /// <param name="taken">Receives which of the jets they are.</param>
    public static void Candidates(ReadOnlySpan<AnalysisJet> jets, Span<AnalysisJet> candidates, Span<bool> taken)
    {
        taken[..jets.Length].Clear();
        for (var n = 0; n < 4; n++)
        {
            var best = -1;
            for (var i = 0; i < jets.Length; i++)
                if (jets[i].IsSelected && !taken[i] && (best < 0 || jets[i].Score > jets[best].Score)) best = i;
            taken[best] = true;
            var candidate = jets[best].Scaled(jets[best].Regression);
            var at = n;
            for (; at > 0 && candidates[at - 1].Pt < candidate.Pt; at--) candidates[at] = candidates[at - 1];
            candidates[at] = candidate;
        }
    }

    /// <summary>Mass and |Δη| of the two hardest jets that are no candidates; −1 when there are fewer than two.</summary>
    public static (double Mass, double DeltaEta) VbfPair(ReadOnlySpan<AnalysisJet> jets, ReadOnlySpan<bool> taken)
    {
        var (first, second) = (-1, -1);
        for (var i = 0; i < jets.Length; i++)
        {
            if (taken[i]) continue;
            if (first < 0 || jets[i].Pt > jets[first].Pt) (first, second) = (i, first);
            else if (second < 0 || jets[i].Pt > jets[second].Pt) second = i;
        }
        return second < 0 ? (-1, -1) : ((jets[first].P4 + jets[second].P4).Mass, Math.Abs(jets[first].Eta - jets[second].Eta));
    }

    /// <summary>The best top-quark candidate of the selected jets, tagged ones with b-jet regression.</summary>
    public static TopCandidate Top(ReadOnlySpan<AnalysisJet> jets)
    {
        Span<AnalysisJet> sorted = stackalloc AnalysisJet[jets.Length];
        var count = 0;
        foreach (ref readonly var jet in jets)
        {
            if (!jet.IsSelected) continue;
            var at = count++;
            for (; at > 0 && sorted[at - 1].Score < jet.Score; at--) sorted[at] = sorted[at - 1];
            sorted[at] = jet.IsTagged ? jet.Scaled(jet.Regression) : jet;
        }
        return TopCandidate.Best(sorted[..count]);
    }
}
