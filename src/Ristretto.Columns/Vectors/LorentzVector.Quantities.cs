namespace Ristretto.Columns.Vectors;

public readonly partial record struct LorentzVector
{
    /// <summary>Transverse momentum, √(px² + py²).</summary>
    public double Pt => Math.Sqrt(Px * Px + Py * Py);

    /// <summary>Momentum, √(px² + py² + pz²).</summary>
    public double P => Math.Sqrt(P2);

    /// <summary>Pseudorapidity, arsinh(pz / pT); without transverse momentum 0 or ±infinity by the sign of pz.</summary>
    public double Eta
    {
        get
        {
            var pt = Pt;
            if (pt > 0 || double.IsNaN(pt)) return Math.Asinh(Pz / pt);
            return Pz == 0 ? 0 : Math.CopySign(double.PositiveInfinity, Pz);
        }
    }

    /// <summary>Azimuth in radians, in [−π, π]; 0 without transverse momentum.</summary>
    public double Phi => Math.Atan2(Py, Px);

    /// <summary>E² − p²; negative for space-like vectors, as rounding may make massless ones.</summary>
    public double MassSquared => E * E - P2;

    /// <summary>Invariant mass, √(E² − p²), and 0 where that is negative; see <see cref="MassSquared"/> for its sign.</summary>
    public double Mass
    {
        get
        {
            var squared = MassSquared;
            return squared < 0 ? 0 : Math.Sqrt(squared);
        }
    }

    /// <summary>Transverse mass of the vector, √(E² − pz²), and 0 where that is negative.</summary>
    public double TransverseMass
    {
        get
        {
            var squared = E * E - Pz * Pz;
            return squared < 0 ? 0 : Math.Sqrt(squared);
        }
    }

    /// <summary>Rapidity, ½ ln((E + pz) / (E − pz)).</summary>
    public double Rapidity => 0.5 * Math.Log((E + Pz) / (E - Pz));

    /// <summary>Polar angle in radians, in [0, π]; 0 without momentum.</summary>
    public double Theta => Math.Atan2(Pt, Pz);

    /// <summary>Cosine of the polar angle; 1 without momentum.</summary>
    public double CosTheta => P == 0 ? 1 : Pz / P;

    /// <summary>Transverse energy, E sin θ; 0 without momentum.</summary>
    public double TransverseEnergy => P == 0 ? 0 : E * (Pt / P);

    /// <summary>Invariant mass with a sign: √|E² − p²|, negative for space-like vectors.</summary>
    public double SignedMass => Math.CopySign(Math.Sqrt(Math.Abs(MassSquared)), MassSquared);

    /// <summary>Velocity in units of c, p / E.</summary>
    public double Beta => P / E;

    /// <summary>Lorentz factor, E over <see cref="SignedMass"/>; infinite for massless vectors.</summary>
    public double Gamma => E / SignedMass;

    private double P2 => Px * Px + Py * Py + Pz * Pz;
}
