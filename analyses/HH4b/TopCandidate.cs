using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.HH4b;

/// <summary>The three jets that look most like a top quark that decays to b and a W.</summary>
public struct TopCandidate
{
    private const double WMass = 80.4;
    private const double TopMass = 173.0;

    /// <summary>The jets: of the b quark, and the harder-scored and the other of the W.</summary>
    public AnalysisJet B, J, L;

    /// <summary>Four-vectors of the top, the W, and the W scaled to its true mass.</summary>
    public LorentzVector T, W, ScaledW;

    /// <summary>Mass of the b jet and the scaled W, GeV.</summary>
    public double MbW;

    /// <summary>Deviations of the masses of W, top, and b with scaled W, in units of their resolution.</summary>
    public double XW, XT, XbW;

    /// <summary>Combined deviation of W and top.</summary>
    public readonly double XWt => Math.Sqrt(XW * XW + XT * XT);

    /// <summary>Combined deviation of W and b with scaled W; the smallest wins.</summary>
    public readonly double XWbW => Math.Sqrt(XW * XW + XbW * XbW);

    /// <summary>Distance from where true top quarks lie.</summary>
    public readonly double RWbW => Math.Sqrt((XbW - 0.25) * (XbW - 0.25) + (XW - 0.5) * (XW - 0.5));

    /// <summary>The best candidate of the selected jets, at least three of them.</summary>
    public static TopCandidate Best(ReadOnlySpan<AnalysisJet> selected)
    {
        Span<int> byScore = stackalloc int[selected.Length];
        for (var i = 0; i < selected.Length; i++)
        {
            var at = i;
            for (; at > 0 && selected[byScore[at - 1]].Score < selected[i].Score; at--) byScore[at] = byScore[at - 1];
            byScore[at] = i;
        }
        var best = (B: -1, J: -1, L: -1);
        var smallest = double.PositiveInfinity;
        for (var b = 0; b < Math.Min(3, byScore.Length); b++)
            for (var j = 2; j < byScore.Length; j++)
                for (var l = 2; l < byScore.Length; l++)
                {
                    if (b == j || b == l || j == l) continue;
                    ref readonly var jetB = ref selected[byScore[b]];
                    ref readonly var jetJ = ref selected[byScore[j]];
                    ref readonly var jetL = ref selected[byScore[l]];
                    if (jetB.Score < jetJ.Score || jetJ.Score < jetL.Score) continue;
                    var w = jetJ.P4 + jetL.P4;
                    var mass = w.Mass;
                    var xW = (mass - WMass) / (0.10 * mass);
                    var mbW = (jetB.P4 + w * (WMass / mass)).Mass;
                    var xbW = (mbW - TopMass) / (0.05 * mbW);
                    var distance = xW * xW + xbW * xbW;
                    if (distance >= smallest) continue;
                    smallest = distance;
                    best = (b, j, l);
                }
        return new TopCandidate(selected[byScore[best.B]], selected[byScore[best.J]], selected[byScore[best.L]]);
    }

    private TopCandidate(in AnalysisJet b, in AnalysisJet j, in AnalysisJet l)
    {
        (B, J, L) = (b, j, l);
        W = j.P4 + l.P4;
        var mass = W.Mass;
        ScaledW = W * (WMass / mass);
        T = b.P4 + W;
        MbW = (b.P4 + ScaledW).Mass;
        XW = (mass - WMass) / (0.10 * mass);
        XbW = (MbW - TopMass) / (0.05 * MbW);
        var top = T.Mass;
        XT = (top - TopMass) / (0.10 * top);
    }
}
