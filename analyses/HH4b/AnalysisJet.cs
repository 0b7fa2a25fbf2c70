using System.Runtime.CompilerServices;
using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.HH4b;

/// <summary>A jet of the analysis, in double precision.</summary>
public struct AnalysisJet
{
    /// <summary>Four-vector.</summary>
    public LorentzVector P4;

    /// <summary>Transverse momentum and mass in GeV, pseudorapidity, azimuth in radians.</summary>
    public double Pt, Mass, Eta, Phi;

    /// <summary>b-tagging score.</summary>
    public float Score;

    /// <summary>Factor of the b-jet energy regression.</summary>
    public float Regression;

    /// <summary>Pile-up identification, 0 to 7; 10 where there is none.</summary>
    public int PuId;

    /// <summary>Jet identification bits.</summary>
    public int JetId;

    /// <summary>Whether it passes the tight selection, not only the loose one.</summary>
    public bool IsSelected;

    /// <summary>Whether it is selected and b-tagged.</summary>
    public bool IsTagged;

    /// <summary>The jet with pt, mass and energy multiplied by a factor.</summary>
    public readonly AnalysisJet Scaled(double factor)
    {
        var scaled = this;
        scaled.P4 = P4 * factor;
        scaled.Pt = Pt * factor;
        scaled.Mass = Mass * factor;
        return scaled;
    }

    /// <summary>ΔR to another jet.</summary>
    public readonly double DeltaR(in AnalysisJet other)
    {
        var (deta, dphi) = (Eta - other.Eta, Angles.DeltaPhi(Phi, other.Phi));
        return Math.Sqrt(deta * deta + dphi * dphi);
    }
}

/// <summary>The four candidate jets, the hardest first.</summary>
[InlineArray(4)]
public struct Candidates
{
    private AnalysisJet _first;
}
