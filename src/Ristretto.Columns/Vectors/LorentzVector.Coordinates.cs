namespace Ristretto.Columns.Vectors;

public readonly partial record struct LorentzVector
{
    /// <summary>A four-momentum from transverse momentum, pseudorapidity, azimuth and energy.</summary>
    public static LorentzVector FromPtEtaPhiE(double pt, double eta, double phi, double e) => ThreeVector.FromPtEtaPhi(pt, eta, phi).WithEnergy(e);

    /// <summary>A four-momentum from its momentum and mass: E² = p² + m|m|, not below 0.</summary>
    public static LorentzVector FromPxPyPzM(double px, double py, double pz, double mass) => new ThreeVector(px, py, pz).WithMass(mass);

    /// <summary>The momentum.</summary>
    public ThreeVector Momentum => new(Px, Py, Pz);

    /// <summary>The momentum across the beam.</summary>
    public TransverseVector Transverse => new(Px, Py);

    /// <summary>The velocity in units of c, p / E.</summary>
    public ThreeVector Velocity => Momentum / E;

    /// <summary>The four-velocity, the vector over its signed mass.</summary>
    public LorentzVector FourVelocity => this / SignedMass;

    /// <summary>Every component over a number.</summary>
    public static LorentzVector operator /(in LorentzVector vector, double divisor) =>
        new(vector.Px / divisor, vector.Py / divisor, vector.Pz / divisor, vector.E / divisor);

    /// <summary>Every component negative, the energy too.</summary>
    public static LorentzVector operator -(in LorentzVector vector) => new(-vector.Px, -vector.Py, -vector.Pz, -vector.E);
}
