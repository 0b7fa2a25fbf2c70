using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Vectors;

/// <summary>A direction in a detector.</summary>
/// <param name="Eta">Pseudorapidity.</param>
/// <param name="Phi">Azimuth in radians.</param>
public readonly record struct Direction(double Eta, double Phi)
{
    /// <summary>φ − φ of the other, brought into [−π, π).</summary>
    public double DeltaPhi(Direction other) => Angles.DeltaPhi(Phi, other.Phi);

    /// <summary>Distance in the plane of η and φ: √(Δη² + Δφ²).</summary>
    public double DeltaR(Direction other) => Math.Sqrt(Angles.DeltaR2(Eta, Phi, other.Eta, other.Phi));
}
