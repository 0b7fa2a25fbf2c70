using System.Runtime.CompilerServices;

namespace Ristretto.Columns.Vectors;

/// <summary>A four-momentum in GeV, in Cartesian components and double precision. The metric is + for the energy.</summary>
/// <remarks>Public fields on purpose: nested loops over objects run on them at the speed of plain doubles.</remarks>
public readonly partial record struct LorentzVector
{
    /// <summary>Momentum along x.</summary>
    public readonly double Px;

    /// <summary>Momentum along y.</summary>
    public readonly double Py;

    /// <summary>Momentum along z, the beam.</summary>
    public readonly double Pz;

    /// <summary>Energy.</summary>
    public readonly double E;

    /// <summary>A four-momentum from its components.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LorentzVector(double px, double py, double pz, double e) => (Px, Py, Pz, E) = (px, py, pz, e);

    /// <summary>A four-momentum from transverse momentum, pseudorapidity, azimuth and mass.</summary>
    /// <remarks>px = pT cos φ, py = pT sin φ, pz = pT sinh η, E² = p² + m|m|, not below 0: a negative mass stands for a negative m², as NanoAOD stores it.</remarks>
    public static LorentzVector FromPtEtaPhiM(double pt, double eta, double phi, double mass)
    {
        var px = pt * Math.Cos(phi);
        var py = pt * Math.Sin(phi);
        var pz = pt * Math.Sinh(eta);
        var e2 = px * px + py * py + pz * pz + mass * Math.Abs(mass);
        return new LorentzVector(px, py, pz, Math.Sqrt(Math.Max(0, e2)));
    }

    /// <summary>The sum, component by component.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LorentzVector operator +(in LorentzVector left, in LorentzVector right) =>
        new(left.Px + right.Px, left.Py + right.Py, left.Pz + right.Pz, left.E + right.E);

    /// <summary>The difference, component by component.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LorentzVector operator -(in LorentzVector left, in LorentzVector right) =>
        new(left.Px - right.Px, left.Py - right.Py, left.Pz - right.Pz, left.E - right.E);

    /// <summary>Every component times a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LorentzVector operator *(in LorentzVector vector, double factor) =>
        new(vector.Px * factor, vector.Py * factor, vector.Pz * factor, vector.E * factor);

    /// <summary>Every component times a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LorentzVector operator *(double factor, in LorentzVector vector) => vector * factor;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"(px {Px}, py {Py}, pz {Pz}, E {E})");
}
