using System.Runtime.Intrinsics;

namespace Ristretto.Columns.Vectors;

// Coordinates that make up a component: what is not needed is passed over.

/// <summary>pT cos φ of (pT, φ).</summary>
internal readonly struct XOfPtPhi : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        return px * Vector256.Cos(py);
    }
}

/// <summary>pT sin φ of (pT, φ).</summary>
internal readonly struct YOfPtPhi : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        return px * Vector256.Sin(py);
    }
}

/// <summary>pT sinh η of (px, py, η).</summary>
internal readonly struct ZOfEta : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        var exp = Vector256.Exp(pz);
        return PtQuantity.Of(px, py, pz, e) * (exp - Vector256<double>.One / exp) * 0.5;
    }
}

/// <summary>pT / tan θ of (px, py, θ).</summary>
internal readonly struct ZOfTheta : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        var (sin, cos) = Vector256.SinCos(pz);
        return PtQuantity.Of(px, py, pz, e) * (cos / sin);
    }
}

/// <summary>√(p² + m|m|), not below 0, of (px, py, pz, m).</summary>
internal readonly struct EnergyOfMass : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        return Vector256.Sqrt(Vector256.Max(Vector256<double>.Zero, px * px + py * py + pz * pz + e * Vector256.Abs(e)));
    }
}
