using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Vectors;

public readonly partial record struct LorentzVector
{
    /// <summary>φ − other φ brought into [−π, π).</summary>
    public double DeltaPhi(in LorentzVector other) => Angles.DeltaPhi(Phi, other.Phi);

    /// <summary>η − other η.</summary>
    public double DeltaEta(in LorentzVector other) => Eta - other.Eta;

    /// <summary>√(Δη² + Δφ²).</summary>
    public double DeltaR(in LorentzVector other) => Math.Sqrt(Angles.DeltaR2(Eta, Phi, other.Eta, other.Phi));

    /// <summary>√(Δy² + Δφ²), with rapidities in place of pseudorapidities.</summary>
    public double DeltaRapidityPhi(in LorentzVector other) => Math.Sqrt(Angles.DeltaR2(Rapidity, Phi, other.Rapidity, other.Phi));

    /// <summary>The angle between both momenta in radians, in [0, π].</summary>
    public double Angle(in LorentzVector other) => Momentum.Angle(other.Momentum);

    /// <summary>E E′ − p · p′.</summary>
    public double Dot(in LorentzVector other) => E * other.E - (Px * other.Px + Py * other.Py + Pz * other.Pz);

    /// <summary>Transverse mass of this and another particle, both taken as massless, √(2 pT pT′ (1 − cos Δφ)): lepton and missing momentum.</summary>
    public double TransverseMassWith(in TransverseVector other) => Transverse.TransverseMass(other);

    /// <summary>Whether E² − p² &gt; tolerance.</summary>
    public bool IsTimelike(double tolerance = 0) => MassSquared > Math.Abs(tolerance);

    /// <summary>Whether E² − p² &lt; −tolerance.</summary>
    public bool IsSpacelike(double tolerance = 0) => MassSquared < -Math.Abs(tolerance);

    /// <summary>Whether |E² − p²| &lt; tolerance.</summary>
    public bool IsLightlike(double tolerance = 1e-5) => Math.Abs(MassSquared) < Math.Abs(tolerance);

    /// <summary>Whether all components differ by at most <paramref name="absolute"/> + <paramref name="relative"/> times that of the other.</summary>
    public bool IsCloseTo(in LorentzVector other, double relative = 1e-5, double absolute = 1e-8) =>
        Momentum.IsCloseTo(other.Momentum, relative, absolute) && Closeness.Of(E, other.E, relative, absolute);
}
