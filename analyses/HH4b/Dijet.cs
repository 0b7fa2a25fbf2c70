using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.HH4b;

/// <summary>Two of the candidate jets, taken for the decay of one boson.</summary>
public struct Dijet
{
    /// <summary>Positions of the jets among the four candidates, the harder first.</summary>
    public int Lead, Subl;

    /// <summary>Sum of the four-vectors.</summary>
    public LorentzVector P4;

    /// <summary>Mass in GeV.</summary>
    public double Mass;

    /// <summary>Scalar sum of the transverse momenta in GeV.</summary>
    public double St;

    /// <summary>ΔR of the jets.</summary>
    public double DeltaR;

    /// <summary>The pair of two candidates, of which the first is the harder.</summary>
    public Dijet(ReadOnlySpan<AnalysisJet> jets, int lead, int subl)
    {
        ref readonly var a = ref jets[lead];
        ref readonly var b = ref jets[subl];
        (Lead, Subl) = (lead, subl);
        P4 = a.P4 + b.P4;
        Mass = P4.Mass;
        St = a.Pt + b.Pt;
        DeltaR = a.DeltaR(b);
    }
}
