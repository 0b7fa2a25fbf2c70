using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Vectors;

public readonly partial record struct ThreeVector
{
    /// <summary>x x′ + y y′ + z z′.</summary>
    public double Dot(in ThreeVector other) => X * other.X + Y * other.Y + Z * other.Z;

    /// <summary>The vector across both, right-handed: (y z′ − z y′, z x′ − x z′, x y′ − y x′).</summary>
    public ThreeVector Cross(in ThreeVector other) => new(Y * other.Z - Z * other.Y, Z * other.X - X * other.Z, X * other.Y - Y * other.X);

    /// <summary>The angle between both in radians, in [0, π]; 0 with a zero vector.</summary>
    /// <remarks>atan2(|a × b|, a · b), which keeps its digits where the arc cosine of a · b / (|a| |b|) loses them: near 0 and π.</remarks>
    public double Angle(in ThreeVector other) => Math.Atan2(Cross(other).R, Dot(other));

    /// <summary>φ − φ of the other, brought into [−π, π).</summary>
    public double DeltaPhi(in ThreeVector other) => Angles.DeltaPhi(Phi, other.Phi);

    /// <summary>η − η of the other.</summary>
    public double DeltaEta(in ThreeVector other) => Eta - other.Eta;

    /// <summary>√(Δη² + Δφ²).</summary>
    public double DeltaR(in ThreeVector other) => Math.Sqrt(Angles.DeltaR2(Eta, Phi, other.Eta, other.Phi));

    /// <summary>Whether a · b &gt; (1 − tolerance) |a| |b|.</summary>
    public bool IsParallelTo(in ThreeVector other, double tolerance = 1e-5) => Dot(other) > (1 - Math.Abs(tolerance)) * R * other.R;

    /// <summary>Whether a · b &lt; −(1 − tolerance) |a| |b|.</summary>
    public bool IsAntiparallelTo(in ThreeVector other, double tolerance = 1e-5) => Dot(other) < -(1 - Math.Abs(tolerance)) * R * other.R;

    /// <summary>Whether |a · b| &lt; tolerance |a| |b|.</summary>
    public bool IsPerpendicularTo(in ThreeVector other, double tolerance = 1e-5) => Math.Abs(Dot(other)) < Math.Abs(tolerance) * R * other.R;

    /// <summary>Whether all components differ by at most <paramref name="absolute"/> + <paramref name="relative"/> times that of the other.</summary>
    public bool IsCloseTo(in ThreeVector other, double relative = 1e-5, double absolute = 1e-8) =>
        Closeness.Of(X, other.X, relative, absolute) && Closeness.Of(Y, other.Y, relative, absolute) && Closeness.Of(Z, other.Z, relative, absolute);
}
