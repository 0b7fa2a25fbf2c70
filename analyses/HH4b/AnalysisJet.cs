using System.Runtime.CompilerServices;
using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.HH4b;

/// <summary>A jet of the analysis, in double precision.</summary>
public struct AnalysisJet
{
    /// <summary>Four-vector, once it was asked for.</summary>
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

    /// <summary>Whether it is one of the four candidates.</summary>
    public bool IsCandidate;

    /// <summary>Multiplies pt and mass by the b-jet regression.</summary>
    public void Regress()
    {
        Pt *= Regression;
        Mass *= Regression;
    }

    /// <summary>ΔR to another jet.</summary>
    public readonly double DeltaR(in AnalysisJet other) => Angles.DeltaR(Eta, Phi, other.Eta, other.Phi);

    /// <summary>Computes the four-vectors of jets.</summary>
    public static void ComputeP4(Span<AnalysisJet> jets)
    {
        Span<double> values = stackalloc double[4 * jets.Length];
        Span<LorentzVector> vectors = stackalloc LorentzVector[jets.Length];
        var n = jets.Length;
        for (var i = 0; i < n; i++) (values[i], values[n + i], values[2 * n + i], values[3 * n + i]) = (jets[i].Pt, jets[i].Eta, jets[i].Phi, jets[i].Mass);
        LorentzVector.FromPtEtaPhiM(values[..n], values.Slice(n, n), values.Slice(2 * n, n), values.Slice(3 * n, n), vectors);
        for (var i = 0; i < n; i++) jets[i].P4 = vectors[i];
    }
}

/// <summary>The four candidate jets, the hardest first.</summary>
[InlineArray(4)]
public struct Candidates
{
    private AnalysisJet _first;
}
