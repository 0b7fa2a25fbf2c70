using System.Runtime.Intrinsics;
using Ristretto.Columns.Vectors;

namespace Ristretto.Columns.Kernels;

/// <summary>Boosts and rotations of many four-momenta, four at a time: sums, products, quotients and roots in the order of the definitions,
/// <see cref="LorentzVector.Boost(double, double, double)"/> and <see cref="Rotation"/>, and so to the same bits.</summary>
internal static class Boosts
{
    /// <summary>Each vector after a boost by its own velocity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A velocity is not below 1.</exception>
    internal static void Apply(
        ReadOnlySpan<double> px, ReadOnlySpan<double> py, ReadOnlySpan<double> pz, ReadOnlySpan<double> e,
        ReadOnlySpan<double> betaX, ReadOnlySpan<double> betaY, ReadOnlySpan<double> betaZ, Span<double> x, Span<double> y, Span<double> z, Span<double> t)
    {
        var one = Vector256<double>.One;
        var i = 0;
        for (; i <= x.Length - 4; i += 4)
        {
            var (bx, by, bz) = (Four.Load(betaX, i), Four.Load(betaY, i), Four.Load(betaZ, i));
            var (ax, ay, az, at) = (Four.Load(px, i), Four.Load(py, i), Four.Load(pz, i), Four.Load(e, i));
            var beta2 = bx * bx + by * by + bz * bz;
            if (!Vector256.LessThanAll(beta2, one)) break;                       // the definition says what is wrong
            var gamma = one / Vector256.Sqrt(one - beta2);
            var along = bx * ax + by * ay + bz * az;
            var factor = gamma * gamma / (one + gamma) * along + gamma * at;
            (ax + factor * bx).CopyTo(x[i..]);
            (ay + factor * by).CopyTo(y[i..]);
            (az + factor * bz).CopyTo(z[i..]);
            (gamma * (at + along)).CopyTo(t[i..]);
        }
        for (; i < x.Length; i++)
        {
            var boosted = new LorentzVector(px[i], py[i], pz[i], e[i]).Boost(betaX[i], betaY[i], betaZ[i]);
            (x[i], y[i], z[i], t[i]) = (boosted.Px, boosted.Py, boosted.Pz, boosted.E);
        }
    }

    /// <summary>One component of each vector after a rotation: its product with a row of the matrix.</summary>
    internal static void Rotate(in ThreeVector row, ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, Span<double> result)
    {
        var i = 0;
        for (; i <= result.Length - 4; i += 4) (Four.Load(x, i) * row.X + Four.Load(y, i) * row.Y + Four.Load(z, i) * row.Z).CopyTo(result[i..]);
        for (; i < result.Length; i++) result[i] = x[i] * row.X + y[i] * row.Y + z[i] * row.Z;
    }
}
