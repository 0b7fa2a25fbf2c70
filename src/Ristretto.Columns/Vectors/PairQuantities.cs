using System.Runtime.Intrinsics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Vectors;

/// <summary>A number that is computed from two four-momenta, four pairs at a time.</summary>
internal interface IPairQuantity
{
    static abstract Vector256<double> Of(
        Vector256<double> px1, Vector256<double> py1, Vector256<double> pz1, Vector256<double> e1,
        Vector256<double> px2, Vector256<double> py2, Vector256<double> pz2, Vector256<double> e2);
}

/// <summary>E E′ − p · p′.</summary>
internal readonly struct DotQuantity : IPairQuantity
{
    public static Vector256<double> Of(
        Vector256<double> px1, Vector256<double> py1, Vector256<double> pz1, Vector256<double> e1,
        Vector256<double> px2, Vector256<double> py2, Vector256<double> pz2, Vector256<double> e2)
    {
        return e1 * e2 - (px1 * px2 + py1 * py2 + pz1 * pz2);
    }
}

/// <summary>p · p′.</summary>
internal readonly struct SpaceDotQuantity : IPairQuantity
{
    public static Vector256<double> Of(
        Vector256<double> px1, Vector256<double> py1, Vector256<double> pz1, Vector256<double> e1,
        Vector256<double> px2, Vector256<double> py2, Vector256<double> pz2, Vector256<double> e2)
    {
        return px1 * px2 + py1 * py2 + pz1 * pz2;
    }
}

/// <summary>atan2(|p × p′|, p · p′).</summary>
internal readonly struct AngleQuantity : IPairQuantity
{
    public static Vector256<double> Of(
        Vector256<double> px1, Vector256<double> py1, Vector256<double> pz1, Vector256<double> e1,
        Vector256<double> px2, Vector256<double> py2, Vector256<double> pz2, Vector256<double> e2)
    {
        var (x, y, z) = (py1 * pz2 - pz1 * py2, pz1 * px2 - px1 * pz2, px1 * py2 - py1 * px2);
        return InverseFunctions.Atan2(PQuantity.Of(x, y, z, e1), SpaceDotQuantity.Of(px1, py1, pz1, e1, px2, py2, pz2, e2));
    }
}

/// <summary>√(2 (pT pT′ − px px′ − py py′)), not below 0.</summary>
internal readonly struct TransverseMassPairQuantity : IPairQuantity
{
    public static Vector256<double> Of(
        Vector256<double> px1, Vector256<double> py1, Vector256<double> pz1, Vector256<double> e1,
        Vector256<double> px2, Vector256<double> py2, Vector256<double> pz2, Vector256<double> e2)
    {
        var squared = Vector256.Create(2.0) * (PtQuantity.Of(px1, py1, pz1, e1) * PtQuantity.Of(px2, py2, pz2, e2) - (px1 * px2 + py1 * py2));
        return Vector256.Sqrt(Vector256.Max(Vector256<double>.Zero, squared));
    }
}

/// <summary>px px′ + py py′.</summary>
internal readonly struct TransverseDotQuantity : IPairQuantity
{
    public static Vector256<double> Of(
        Vector256<double> px1, Vector256<double> py1, Vector256<double> pz1, Vector256<double> e1,
        Vector256<double> px2, Vector256<double> py2, Vector256<double> pz2, Vector256<double> e2)
    {
        return px1 * px2 + py1 * py2;
    }
}
