using System.Numerics;
using System.Runtime.Intrinsics;
using Ristretto.Columns.Vectors;

namespace Ristretto.Columns.Kernels;

/// <summary>Four-momenta as spans of components, four at a time. The last ones go through the same instructions, so that a result does not
/// depend on where a vector stands.</summary>
internal static class FourMomenta
{
    /// <summary>Components from transverse momentum, pseudorapidity, azimuth and mass; the definition is
    /// <see cref="LorentzVector.FromPtEtaPhiM(double, double, double, double)"/>.</summary>
    internal static void FromPtEtaPhiM<T>(
        ReadOnlySpan<T> pt, ReadOnlySpan<T> eta, ReadOnlySpan<T> phi, ReadOnlySpan<T> mass, Span<double> px, Span<double> py, Span<double> pz, Span<double> e)
        where T : unmanaged, INumber<T>
    {
        var i = 0;
        for (; i <= px.Length - 4; i += 4)
            Convert(Four.Load(pt, i), Four.Load(eta, i), Four.Load(phi, i), Four.Load(mass, i), px[i..], py[i..], pz[i..], e[i..]);
        if (i == px.Length) return;
        Span<double> x = stackalloc double[4], y = stackalloc double[4], z = stackalloc double[4], t = stackalloc double[4];
        Convert(Four.LoadLast(pt[i..]), Four.LoadLast(eta[i..]), Four.LoadLast(phi[i..]), Four.LoadLast(mass[i..]), x, y, z, t);
        var left = px.Length - i;
        x[..left].CopyTo(px[i..]);
        y[..left].CopyTo(py[i..]);
        z[..left].CopyTo(pz[i..]);
        t[..left].CopyTo(e[i..]);
    }

    /// <summary>A quantity of each vector.</summary>
    internal static void Map<TQuantity>(ReadOnlySpan<double> px, ReadOnlySpan<double> py, ReadOnlySpan<double> pz, ReadOnlySpan<double> e, Span<double> result)
        where TQuantity : IQuantity
    {
        var i = 0;
        for (; i <= result.Length - 4; i += 4)
            TQuantity.Of(Four.Load(px, i), Four.Load(py, i), Four.Load(pz, i), Four.Load(e, i)).CopyTo(result[i..]);
        if (i == result.Length) return;
        var last = TQuantity.Of(Four.LoadLast(px[i..]), Four.LoadLast(py[i..]), Four.LoadLast(pz[i..]), Four.LoadLast(e[i..]));
        for (var lane = 0; i < result.Length; i++, lane++) result[i] = last[lane];
    }

    /// <summary>A quantity of each pair of vectors.</summary>
    internal static void Map<TQuantity>(
        ReadOnlySpan<double> px1, ReadOnlySpan<double> py1, ReadOnlySpan<double> pz1, ReadOnlySpan<double> e1,
        ReadOnlySpan<double> px2, ReadOnlySpan<double> py2, ReadOnlySpan<double> pz2, ReadOnlySpan<double> e2, Span<double> result)
        where TQuantity : IPairQuantity
    {
        var i = 0;
        for (; i <= result.Length - 4; i += 4)
        {
            TQuantity.Of(Four.Load(px1, i), Four.Load(py1, i), Four.Load(pz1, i), Four.Load(e1, i), Four.Load(px2, i), Four.Load(py2, i), Four.Load(pz2, i), Four.Load(e2, i))
                .CopyTo(result[i..]);
        }
        if (i == result.Length) return;
        var last = TQuantity.Of(
            Four.LoadLast(px1[i..]), Four.LoadLast(py1[i..]), Four.LoadLast(pz1[i..]), Four.LoadLast(e1[i..]),
            Four.LoadLast(px2[i..]), Four.LoadLast(py2[i..]), Four.LoadLast(pz2[i..]), Four.LoadLast(e2[i..]));
        for (var lane = 0; i < result.Length; i++, lane++) result[i] = last[lane];
    }

    /// <summary>Masses of the sums of two vectors each.</summary>
    internal static void InvariantMass(
        ReadOnlySpan<double> px1, ReadOnlySpan<double> py1, ReadOnlySpan<double> pz1, ReadOnlySpan<double> e1,
        ReadOnlySpan<double> px2, ReadOnlySpan<double> py2, ReadOnlySpan<double> pz2, ReadOnlySpan<double> e2, Span<double> result)
    {
        var i = 0;
        for (; i <= result.Length - 4; i += 4)
        {
            MassQuantity.Of(Four.Load(px1, i) + Four.Load(px2, i), Four.Load(py1, i) + Four.Load(py2, i), Four.Load(pz1, i) + Four.Load(pz2, i), Four.Load(e1, i) + Four.Load(e2, i))
                .CopyTo(result[i..]);
        }
        if (i == result.Length) return;
        var last = MassQuantity.Of(
            Four.LoadLast(px1[i..]) + Four.LoadLast(px2[i..]), Four.LoadLast(py1[i..]) + Four.LoadLast(py2[i..]),
            Four.LoadLast(pz1[i..]) + Four.LoadLast(pz2[i..]), Four.LoadLast(e1[i..]) + Four.LoadLast(e2[i..]));
        for (var lane = 0; i < result.Length; i++, lane++) result[i] = last[lane];
    }

    private static void Convert(
        Vector256<double> pt, Vector256<double> eta, Vector256<double> phi, Vector256<double> mass, Span<double> px, Span<double> py, Span<double> pz, Span<double> e)
    {
        var (sin, cos) = Vector256.SinCos(phi);
        var exp = Vector256.Exp(eta);
        var (x, y, z) = (pt * cos, pt * sin, pt * (exp - Vector256<double>.One / exp) * 0.5);
        x.CopyTo(px);
        y.CopyTo(py);
        z.CopyTo(pz);
        Vector256.Sqrt(Vector256.Max(Vector256<double>.Zero, x * x + y * y + z * z + mass * Vector256.Abs(mass))).CopyTo(e);
    }
}
