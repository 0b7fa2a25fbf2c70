using Ristretto.Columns.Vectors;

namespace Ristretto.Analyses.HH4b;

/// <summary>A four-vector in the coordinates that are plotted.</summary>
public readonly struct Kinematics(in LorentzVector p)
{
    /// <summary>Transverse and longitudinal momentum, mass and energy in GeV; pseudorapidity; azimuth in radians.</summary>
    public readonly double Pt = p.Pt, Eta = p.Eta, Phi = p.Phi, Mass = p.Mass, Pz = p.Pz, Energy = p.E;
}

/// <summary>A dijet as it is plotted.</summary>
public readonly struct PlottedDijet(in Candidates jets, in Dijet dijet)
{
    /// <summary>The sum of the jets.</summary>
    public readonly Kinematics P4 = new(dijet.P4);

    /// <summary>ΔR, Δφ, scalar pT sum in GeV.</summary>
    public readonly double DeltaR = dijet.DeltaR, St = dijet.St, DeltaPhi = Angles.DeltaPhi(jets[dijet.Lead].Phi, jets[dijet.Subl].Phi);

    /// <summary>The jets, the harder first.</summary>
    public readonly AnalysisJet Lead = jets[dijet.Lead], Subl = jets[dijet.Subl];
}

/// <summary>A pairing as it is plotted.</summary>
public readonly struct PlottedPairing
{
    /// <summary>The pairing.</summary>
    public readonly Pairing Pairing;

    /// <summary>ΔR, Δφ and Δη of leading minus subleading dijet.</summary>
    public readonly double DeltaR, DeltaPhi, DeltaEta;

    /// <summary>The dijets.</summary>
    public readonly PlottedDijet Lead, Subl;

    /// <summary>A pairing of these candidates.</summary>
    public PlottedPairing(in Candidates jets, in Pairing pairing)
    {
        Pairing = pairing;
        Lead = new PlottedDijet(jets, pairing.Lead);
        Subl = new PlottedDijet(jets, pairing.Subl);
        DeltaEta = Lead.P4.Eta - Subl.P4.Eta;
        DeltaPhi = Angles.DeltaPhi(Lead.P4.Phi, Subl.P4.Phi);
        DeltaR = Math.Sqrt(DeltaEta * DeltaEta + DeltaPhi * DeltaPhi);
    }
}

/// <summary>A muon or electron as it is plotted.</summary>
public struct AnalysisLepton
{
    /// <summary>Its kinematics.</summary>
    public Kinematics P4;

    /// <summary>Electric charge.</summary>
    public int Charge;

    /// <summary>Relative isolation in a cone of 0.3.</summary>
    public float Isolation;
}
