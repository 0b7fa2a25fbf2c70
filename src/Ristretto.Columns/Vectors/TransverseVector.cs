using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Vectors;

/// <summary>A momentum in the plane across the beam, such as the missing one; in GeV.</summary>
/// <param name="Px">Momentum along x.</param>
/// <param name="Py">Momentum along y.</param>
public readonly record struct TransverseVector(double Px, double Py)
{
    /// <summary>A vector from its length and its azimuth in radians.</summary>
    public static TransverseVector FromPtPhi(double pt, double phi) => new(pt * Math.Cos(phi), pt * Math.Sin(phi));

    /// <summary>Length, √(px² + py²).</summary>
    public double Pt => Math.Sqrt(Px * Px + Py * Py);

    /// <summary>Azimuth in radians, in [−π, π]; 0 for the zero vector.</summary>
    public double Phi => Math.Atan2(Py, Px);

    /// <summary>The vector in space with this momentum along z.</summary>
    public ThreeVector WithPz(double pz) => new(Px, Py, pz);

    /// <summary>The vector in space with this pseudorapidity: pz = pT sinh η.</summary>
    public ThreeVector WithEta(double eta) => new(Px, Py, Pt * Math.Sinh(eta));

    /// <summary>The vector in space with this polar angle in radians: pz = pT / tan θ.</summary>
    public ThreeVector WithTheta(double theta) => new(Px, Py, Pt / Math.Tan(theta));

    /// <summary>px px′ + py py′.</summary>
    public double Dot(in TransverseVector other) => Px * other.Px + Py * other.Py;

    /// <summary>φ − φ of the other, brought into [−π, π).</summary>
    public double DeltaPhi(in TransverseVector other) => Angles.DeltaPhi(Phi, other.Phi);

    /// <summary>Transverse mass of two massless particles, √(2 pT pT′ (1 − cos Δφ)): the W from its lepton and the missing momentum.</summary>
    public double TransverseMass(in TransverseVector other) => Math.Sqrt(Math.Max(0, 2 * (Pt * other.Pt - Dot(other))));

    /// <summary>The direction as a vector of length 1; NaN for the zero vector.</summary>
    public TransverseVector Unit() => this / Pt;

    /// <summary>The vector turned by an angle in radians, counter-clockwise.</summary>
    public TransverseVector Rotate(double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return new TransverseVector(cos * Px - sin * Py, sin * Px + cos * Py);
    }

    /// <summary>Whether both components differ by at most <paramref name="absolute"/> + <paramref name="relative"/> times that of the other.</summary>
    public bool IsCloseTo(in TransverseVector other, double relative = 1e-5, double absolute = 1e-8) =>
        Closeness.Of(Px, other.Px, relative, absolute) && Closeness.Of(Py, other.Py, relative, absolute);

    /// <summary>The sum, component by component.</summary>
    public static TransverseVector operator +(in TransverseVector left, in TransverseVector right) => new(left.Px + right.Px, left.Py + right.Py);

    /// <summary>The difference, component by component.</summary>
    public static TransverseVector operator -(in TransverseVector left, in TransverseVector right) => new(left.Px - right.Px, left.Py - right.Py);

    /// <summary>The vector of the opposite direction.</summary>
    public static TransverseVector operator -(in TransverseVector vector) => new(-vector.Px, -vector.Py);

    /// <summary>Every component times a number; a negative one turns the vector by π.</summary>
    public static TransverseVector operator *(in TransverseVector vector, double factor) => new(vector.Px * factor, vector.Py * factor);

    /// <summary>Every component times a number; a negative one turns the vector by π.</summary>
    public static TransverseVector operator *(double factor, in TransverseVector vector) => vector * factor;

    /// <summary>Every component over a number.</summary>
    public static TransverseVector operator /(in TransverseVector vector, double divisor) => new(vector.Px / divisor, vector.Py / divisor);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"(px {Px}, py {Py})");
}
