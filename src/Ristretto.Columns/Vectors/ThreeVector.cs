namespace Ristretto.Columns.Vectors;

/// <summary>A vector in space: a momentum in GeV, a velocity in units of c, a distance. z is the beam.</summary>
/// <param name="X">Component along x.</param>
/// <param name="Y">Component along y.</param>
/// <param name="Z">Component along z.</param>
/// <remarks>The other coordinates come in steps: <c>TransverseVector.FromPtPhi(pt, phi).WithTheta(theta)</c>, and on to a four-momentum
/// <see cref="WithMass"/> or <see cref="WithEnergy"/>.</remarks>
public readonly partial record struct ThreeVector(double X, double Y, double Z)
{
    /// <summary>A vector from its transverse length, pseudorapidity and azimuth in radians.</summary>
    public static ThreeVector FromPtEtaPhi(double pt, double eta, double phi) => TransverseVector.FromPtPhi(pt, phi).WithEta(eta);

    /// <summary>Length, √(x² + y² + z²).</summary>
    public double R => Math.Sqrt(R2);

    /// <summary>Square of the length.</summary>
    public double R2 => X * X + Y * Y + Z * Z;

    /// <summary>Length across the beam, √(x² + y²).</summary>
    public double Rho => Math.Sqrt(X * X + Y * Y);

    /// <summary>Azimuth in radians, in [−π, π]; 0 along the beam.</summary>
    public double Phi => Math.Atan2(Y, X);

    /// <summary>Polar angle in radians, in [0, π]; 0 for the zero vector.</summary>
    public double Theta => Math.Atan2(Rho, Z);

    /// <summary>Cosine of the polar angle; 1 for the zero vector.</summary>
    public double CosTheta => R == 0 ? 1 : Z / R;

    /// <summary>Pseudorapidity, arsinh(z / ρ); along the beam ±infinity by the sign of z, 0 for the zero vector.</summary>
    public double Eta => new LorentzVector(X, Y, Z, 0).Eta;

    /// <summary>The part across the beam.</summary>
    public TransverseVector Transverse => new(X, Y);

    /// <summary>The direction as a vector of length 1; NaN for the zero vector.</summary>
    public ThreeVector Unit() => this / R;

    /// <summary>The four-momentum with this mass: E² = p² + m|m|, not below 0.</summary>
    public LorentzVector WithMass(double mass) => new(X, Y, Z, Math.Sqrt(Math.Max(0, R2 + mass * Math.Abs(mass))));

    /// <summary>The four-momentum with this energy.</summary>
    public LorentzVector WithEnergy(double energy) => new(X, Y, Z, energy);

    /// <summary>The sum, component by component.</summary>
    public static ThreeVector operator +(in ThreeVector left, in ThreeVector right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    /// <summary>The difference, component by component.</summary>
    public static ThreeVector operator -(in ThreeVector left, in ThreeVector right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    /// <summary>The vector of the opposite direction.</summary>
    public static ThreeVector operator -(in ThreeVector vector) => new(-vector.X, -vector.Y, -vector.Z);

    /// <summary>Every component times a number.</summary>
    public static ThreeVector operator *(in ThreeVector vector, double factor) => new(vector.X * factor, vector.Y * factor, vector.Z * factor);

    /// <summary>Every component times a number.</summary>
    public static ThreeVector operator *(double factor, in ThreeVector vector) => vector * factor;

    /// <summary>Every component over a number.</summary>
    public static ThreeVector operator /(in ThreeVector vector, double divisor) => new(vector.X / divisor, vector.Y / divisor, vector.Z / divisor);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"(x {X}, y {Y}, z {Z})");
}
