using System.Runtime.Intrinsics;

namespace Ristretto.Columns.Vectors;

public readonly partial record struct LorentzVector
{
    /// <summary>Four-momenta from transverse momenta, pseudorapidities, azimuths and masses, four at a time.</summary>
    /// <param name="pt">Transverse momenta in GeV, shape <c>[objects]</c>.</param>
    /// <param name="eta">Pseudorapidities, shape <c>[objects]</c>.</param>
    /// <param name="phi">Azimuths in radians, shape <c>[objects]</c>.</param>
    /// <param name="mass">Masses in GeV, shape <c>[objects]</c>.</param>
    /// <param name="result">Receives the four-momenta, shape <c>[objects]</c>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>The definition is <see cref="FromPtEtaPhiM(double, double, double, double)"/>. Sine, cosine and exponential are those of the
    /// vector types, equal to the definition within some units of the last place of the momentum; where an object stands in the spans does not matter.</remarks>
    public static void FromPtEtaPhiM(ReadOnlySpan<double> pt, ReadOnlySpan<double> eta, ReadOnlySpan<double> phi, ReadOnlySpan<double> mass, Span<LorentzVector> result)
    {
        if (pt.Length != eta.Length || pt.Length != phi.Length || pt.Length != mass.Length || pt.Length > result.Length)
            throw new ArgumentException($"{pt.Length} pt, {eta.Length} eta, {phi.Length} phi and {mass.Length} masses for {result.Length} four-momenta");
        var i = 0;
        for (; i + 4 <= pt.Length; i += 4)
            Four(Vector256.Create(pt[i..]), Vector256.Create(eta[i..]), Vector256.Create(phi[i..]), Vector256.Create(mass[i..]), result.Slice(i, 4));
        if (i == pt.Length) return;
        Span<LorentzVector> last = stackalloc LorentzVector[4];
        Four(Padded(pt[i..]), Padded(eta[i..]), Padded(phi[i..]), Padded(mass[i..]), last);
        last[..(pt.Length - i)].CopyTo(result[i..]);
    }

    private static void Four(Vector256<double> pt, Vector256<double> eta, Vector256<double> phi, Vector256<double> mass, Span<LorentzVector> result)
    {
        var (sin, cos) = Vector256.SinCos(phi);
        var exp = Vector256.Exp(eta);
        var px = pt * cos;
        var py = pt * sin;
        var pz = pt * (exp - Vector256<double>.One / exp) * 0.5;
        var e = Vector256.Sqrt(Vector256.Max(Vector256<double>.Zero, px * px + py * py + pz * pz + mass * Vector256.Abs(mass)));
        for (var lane = 0; lane < 4; lane++) result[lane] = new LorentzVector(px[lane], py[lane], pz[lane], e[lane]);
    }

    private static Vector256<double> Padded(ReadOnlySpan<double> values) => Vector256.Create(
        values[0], values.Length > 1 ? values[1] : 0, values.Length > 2 ? values[2] : 0, 0);
}
