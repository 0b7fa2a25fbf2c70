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

    /// <summary>The best candidate of at least three jets.</summary>
    /// <param name="jets">Jets by falling b-tagging score.</param>
    public static TopCandidate Best(ReadOnlySpan<AnalysisJet> jets)
    {
        var best = (B: -1, J: -1, L: -1);
        var smallest = double.PositiveInfinity;
        for (var b = 0; b < Math.Min(3, jets.Length); b++)
            for (var j = 2; j < jets.Length; j++)
                for (var l = 2; l < jets.Length; l++)
                {
                    if (b == j || b == l || j == l || jets[b].Score < jets[j].Score || jets[j].Score < jets[l].Score) continue;
                    var w = jets[j].P4 + jets[l].P4;
                    var mass = w.Mass;
                    var xW = (mass - WMass) / (0.10 * mass);
                    var mbW = (jets[b].P4 + w * (WMass / mass)).Mass;
                    var xbW = (mbW - TopMass) / (0.05 * mbW);
                    var distance = xW * xW + xbW * xbW;
                    if (distance >= smallest) continue;
                    smallest = distance;
                    best = (b, j, l);
                }
        return new TopCandidate(jets[best.B], jets[best.J], jets[best.L]);
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
