using System.Numerics;
using System.Runtime.CompilerServices;

namespace Ristretto.Columns.Kernels;

/// <summary>Differences of directions in the plane of η and φ, always in double precision.</summary>
internal static class Angles
{
    private const double TwoPi = 2 * Math.PI;

    /// <summary><c>((a − b + π) mod 2π) − π</c> with the mod that is never negative. In [−π, π), but for rounding: just below −π it gives +π.</summary>
    /// <remarks>For differences up to 3π one addition does what the remainder does, to the same bits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double DeltaPhi(double a, double b)
    {
        var shifted = a - b + Math.PI;
        if (shifted is >= 0 and < TwoPi) return shifted - Math.PI;
        if (shifted is >= -TwoPi and < 0) return shifted + TwoPi - Math.PI;
        if (shifted is >= TwoPi and < 2 * TwoPi) return shifted - TwoPi - Math.PI;
        return FarDeltaPhi(shifted);
    }

    /// <summary>Δη² + Δφ².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double DeltaR2(double eta1, double phi1, double eta2, double phi2)
    {
        var eta = eta1 - eta2;
        var phi = DeltaPhi(phi1, phi2);
        return eta * eta + phi * phi;
    }

    internal static void DeltaPhi<T>(ReadOnlySpan<T> phi1, ReadOnlySpan<T> phi2, Span<double> result) where T : unmanaged, INumber<T>
    {
        RequireSame(phi1.Length, phi2.Length);
        for (var i = 0; i < result.Length; i++) result[i] = DeltaPhi(double.CreateTruncating(phi1[i]), double.CreateTruncating(phi2[i]));
    }

    internal static void DeltaR<T>(ReadOnlySpan<T> eta1, ReadOnlySpan<T> phi1, ReadOnlySpan<T> eta2, ReadOnlySpan<T> phi2, Span<double> result)
        where T : unmanaged, INumber<T>
    {
        RequireSame(eta1.Length, phi1.Length);
        RequireSame(eta1.Length, eta2.Length);
        RequireSame(eta1.Length, phi2.Length);
        for (var i = 0; i < result.Length; i++)
            result[i] = Math.Sqrt(DeltaR2(double.CreateTruncating(eta1[i]), double.CreateTruncating(phi1[i]),
                double.CreateTruncating(eta2[i]), double.CreateTruncating(phi2[i])));
    }

    private static double FarDeltaPhi(double shifted)
    {
        var remainder = shifted % TwoPi;
        return (remainder < 0 ? remainder + TwoPi : remainder) - Math.PI;
    }

    private static void RequireSame(int left, int right)
    {
        if (left != right) throw new ArgumentException($"cannot combine {left} values with {right}");
    }
}
