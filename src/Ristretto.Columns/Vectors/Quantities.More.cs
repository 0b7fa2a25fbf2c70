using System.Runtime.Intrinsics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Vectors;

// What a four-momentum has besides the coordinates of collider physics; definitions in LorentzVector.Quantities.cs.

/// <summary>√(px² + py² + pz²).</summary>
internal readonly struct PQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        return Vector256.Sqrt(px * px + py * py + pz * pz);
    }
}

/// <summary>atan2(pT, pz).</summary>
internal readonly struct ThetaQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        return InverseFunctions.Atan2(PtQuantity.Of(px, py, pz, e), pz);
    }
}

/// <summary>pz / p, 1 without momentum.</summary>
internal readonly struct CosThetaQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        var p = PQuantity.Of(px, py, pz, e);
        return Vector256.ConditionalSelect(Vector256.Equals(p, Vector256<double>.Zero), Vector256<double>.One, pz / p);
    }
}

/// <summary>E² − p².</summary>
internal readonly struct MassSquaredQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        return e * e - (px * px + py * py + pz * pz);
    }
}

/// <summary>√|E² − p²| with the sign of E² − p².</summary>
internal readonly struct SignedMassQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        var squared = MassSquaredQuantity.Of(px, py, pz, e);
        return Vector256.CopySign(Vector256.Sqrt(Vector256.Abs(squared)), squared);
    }
}

/// <summary>√(E² − pz²), 0 where that is negative.</summary>
internal readonly struct TransverseMassQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        var squared = e * e - pz * pz;
        return Vector256.Sqrt(Vector256.ConditionalSelect(Vector256.LessThan(squared, Vector256<double>.Zero), Vector256<double>.Zero, squared));
    }
}

/// <summary>E sin θ, 0 without momentum.</summary>
internal readonly struct TransverseEnergyQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        var p = PQuantity.Of(px, py, pz, e);
        return Vector256.ConditionalSelect(Vector256.Equals(p, Vector256<double>.Zero), Vector256<double>.Zero, e * (PtQuantity.Of(px, py, pz, e) / p));
    }
}

/// <summary>p / E.</summary>
internal readonly struct BetaQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        return PQuantity.Of(px, py, pz, e) / e;
    }
}

/// <summary>E over the signed mass.</summary>
internal readonly struct GammaQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        return e / SignedMassQuantity.Of(px, py, pz, e);
    }
}
