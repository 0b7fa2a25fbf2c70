using System.Runtime.Intrinsics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Vectors;

/// <summary>A number that is computed from a four-momentum: the definition is the property of <see cref="LorentzVector"/>, the vector form
/// computes four at a time, within four units of the last place.</summary>
internal interface IQuantity
{
    static abstract Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e);
}

internal readonly struct PtQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e) => Vector256.Sqrt(px * px + py * py);
}

internal readonly struct EtaQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        var pt = PtQuantity.Of(px, py, pz, e);
        var result = InverseFunctions.Asinh(pz / pt);
        if (!Vector256.EqualsAny(pt, Vector256<double>.Zero)) return result;
        for (var lane = 0; lane < 4; lane++)
            if (pt[lane] == 0) result = result.WithElement(lane, new LorentzVector(px[lane], py[lane], pz[lane], e[lane]).Eta);
        return result;
    }
}

internal readonly struct PhiQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e) => InverseFunctions.Atan2(py, px);
}

internal readonly struct MassQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e)
    {
        var squared = e * e - (px * px + py * py + pz * pz);
        return Vector256.Sqrt(Vector256.ConditionalSelect(Vector256.LessThan(squared, Vector256<double>.Zero), Vector256<double>.Zero, squared));
    }
}

internal readonly struct RapidityQuantity : IQuantity
{
    public static Vector256<double> Of(Vector256<double> px, Vector256<double> py, Vector256<double> pz, Vector256<double> e) => Vector256.Log((e + pz) / (e - pz)) * 0.5;
}
