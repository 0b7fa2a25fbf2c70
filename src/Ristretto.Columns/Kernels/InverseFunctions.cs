using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Columns.Kernels;

/// <summary>Inverse functions that the vector types lack, four at a time. The definitions are those of <see cref="Math"/>, from which they
/// differ by at most four units of the last place. What a lane holds does not depend on the other lanes.</summary>
internal static class InverseFunctions
{
    /// <summary>Above, the square of a number overflows on the way to its arsinh.</summary>
    private const double LargestSquared = 1e150;

    /// <summary>Outside, quotients of coordinates lose digits.</summary>
    private const double Smallest = 1e-290, Largest = 1e290;

    /// <summary>arsinh x. Source: sign(x) log1p(|x| + x² / (1 + √(1 + x²))), and log1p u = log(w) u / (w − 1) with w = 1 + u as rounded.</summary>
    internal static Vector256<double> Asinh(Vector256<double> x)
    {
        var a = Vector256.Abs(x);
        var one = Vector256<double>.One;
        var square = a * a;
        var u = a + square / (one + Vector256.Sqrt(one + square));
        var w = one + u;
        var log = Vector256.ConditionalSelect(Vector256.Equals(w, one), u, Vector256.Log(w) * u / (w - one));
        var result = WithSignOf(log, x);
        var isGood = Vector256.LessThan(a, Vector256.Create(LargestSquared));
        if (!AllTrue(isGood))
            for (var lane = 0; lane < 4; lane++)
                if (double.IsNaN(a[lane]) || a[lane] >= LargestSquared) result = result.WithElement(lane, Math.Asinh(x[lane]));
        return result;
    }

    /// <summary>The angle of the point (x, y) in radians, in [−π, π]. Source: the rational approximation of the arc tangent in S. Moshier's
    /// Cephes library, between −tan π/8 and tan π/8.</summary>
    internal static Vector256<double> Atan2(Vector256<double> y, Vector256<double> x)
    {
        var (ax, ay) = (Vector256.Abs(x), Vector256.Abs(y));
        var (small, large) = (Vector256.Min(ax, ay), Vector256.Max(ax, ay));
        var t = small / large;
        var isSteep = Vector256.GreaterThan(t, Vector256.Create(0.414213562373095048802));
        var reduced = Vector256.ConditionalSelect(isSteep, (small - large) / (small + large), t);
        var z = reduced * reduced;
        var p = Polynomial(z, -8.750608600031904122785e-1, -1.615753718733365076637e1, -7.500855792314704667340e1, -1.228866684490136173410e2, -6.485021904942025371773e1);
        var q = Polynomial(z, 1, 2.485846490142306297962e1, 1.650270098316988542046e2, 4.328810604912902668951e2, 4.853903996359136964868e2, 1.945506571482613964425e2);
        var angle = reduced * (z * p / q) + reduced;
        angle += Vector256.ConditionalSelect(isSteep, Vector256.Create(Math.PI / 4), Vector256<double>.Zero);
        angle = Vector256.ConditionalSelect(Vector256.GreaterThan(ay, ax), Vector256.Create(Math.PI / 2) - angle, angle);
        angle = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<double>.Zero), Vector256.Create(Math.PI) - angle, angle);
        var result = WithSignOf(angle, y);
        var isGood = Vector256.GreaterThan(large, Vector256.Create(Smallest)) & Vector256.LessThan(large, Vector256.Create(Largest));
        if (!AllTrue(isGood))
            for (var lane = 0; lane < 4; lane++)
                if (!(large[lane] is > Smallest and < Largest)) result = result.WithElement(lane, Math.Atan2(y[lane], x[lane]));
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> WithSignOf(Vector256<double> size, Vector256<double> sign) =>
        Vector256.ConditionalSelect(Vector256.Create(-0.0), sign, size);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Polynomial(Vector256<double> x, params ReadOnlySpan<double> coefficients)
    {
        var sum = Vector256.Create(coefficients[0]);
        for (var i = 1; i < coefficients.Length; i++) sum = sum * x + Vector256.Create(coefficients[i]);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AllTrue(Vector256<double> lanes) => lanes.ExtractMostSignificantBits() == 0xF;
}
