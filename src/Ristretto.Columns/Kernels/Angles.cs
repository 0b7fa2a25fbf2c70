using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= result.Length - 4; i += 4)
            {
                if (!TryDeltaPhi(Four.Load(phi1, i), Four.Load(phi2, i), out var difference)) Each(phi1[i..], phi2[i..], result.Slice(i, 4));
                else difference.CopyTo(result[i..]);
            }
        }
        Each(phi1[i..], phi2[i..], result[i..]);

        static void Each(ReadOnlySpan<T> phi1, ReadOnlySpan<T> phi2, Span<double> result)
        {
            for (var i = 0; i < result.Length; i++) result[i] = DeltaPhi(double.CreateTruncating(phi1[i]), double.CreateTruncating(phi2[i]));
        }
    }

    internal static void DeltaR<T>(ReadOnlySpan<T> eta1, ReadOnlySpan<T> phi1, ReadOnlySpan<T> eta2, ReadOnlySpan<T> phi2, Span<double> result)
        where T : unmanaged, INumber<T>
    {
        RequireSame(eta1.Length, phi1.Length);
        RequireSame(eta1.Length, eta2.Length);
        DeltaPhi(phi1, phi2, result);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= result.Length - 4; i += 4)
            {
                var eta = Four.Load(eta1, i) - Four.Load(eta2, i);
                var phi = Vector256.Create<double>(result[i..]);
                Vector256.Sqrt(eta * eta + phi * phi).CopyTo(result[i..]);
            }
        }
        for (; i < result.Length; i++)
        {
            var eta = double.CreateTruncating(eta1[i]) - double.CreateTruncating(eta2[i]);
            result[i] = Math.Sqrt(eta * eta + result[i] * result[i]);
        }
    }

    /// <summary>Four differences at once, to the same bits; false where one of them needs the remainder.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryDeltaPhi(Vector256<double> a, Vector256<double> b, out Vector256<double> difference)
    {
        var (pi, turn) = (Vector256.Create(Math.PI), Vector256.Create(TwoPi));
        var shifted = a - b + pi;
        var moved = Vector256.ConditionalSelect(Vector256.LessThan(shifted, Vector256<double>.Zero), shifted + turn,
            Vector256.ConditionalSelect(Vector256.LessThan(shifted, turn), shifted, shifted - turn));
        difference = moved - pi;
        return Vector256.GreaterThanOrEqualAll(shifted, -turn) && Vector256.LessThanAll(shifted, turn + turn);
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
