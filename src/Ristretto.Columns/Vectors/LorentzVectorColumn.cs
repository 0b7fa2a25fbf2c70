using System.Numerics;
using Ristretto.Columns.Arrays;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Vectors;

/// <summary>One four-momentum per event, shape <c>[events]</c>; stored as four columns of doubles.</summary>
/// <remarks>Computed four vectors at a time with the functions of the vector types, which differ from those of <see cref="LorentzVector"/> by
/// some units of the last place of the momentum.</remarks>
public readonly partial struct LorentzVectorColumn
{
    /// <summary>Vectors from their components.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public LorentzVectorColumn(Column<double> px, Column<double> py, Column<double> pz, Column<double> e)
    {
        if (px.Length != py.Length || px.Length != pz.Length || px.Length != e.Length)
            throw new ArgumentException($"the components have {px.Length}, {py.Length}, {pz.Length} and {e.Length} values");
        (Px, Py, Pz, E) = (px, py, pz, e);
    }

    /// <summary>Momentum along x.</summary>
    public Column<double> Px { get; }

    /// <summary>Momentum along y.</summary>
    public Column<double> Py { get; }

    /// <summary>Momentum along z.</summary>
    public Column<double> Pz { get; }

    /// <summary>Energy.</summary>
    public Column<double> E { get; }

    /// <summary>Number of events.</summary>
    public int Length => Px.Length;

    /// <summary>Transverse momentum.</summary>
    public Column<double> Pt => Map<PtQuantity>();

    /// <summary>Pseudorapidity.</summary>
    public Column<double> Eta => Map<EtaQuantity>();

    /// <summary>Azimuth in radians.</summary>
    public Column<double> Phi => Map<PhiQuantity>();

    /// <summary>Invariant mass; see <see cref="LorentzVector.Mass"/>.</summary>
    public Column<double> Mass => Map<MassQuantity>();

    /// <summary>Rapidity.</summary>
    public Column<double> Rapidity => Map<RapidityQuantity>();

    /// <summary>The vector of one event.</summary>
    public LorentzVector this[int index] => new(Px[index], Py[index], Pz[index], E[index]);

    /// <summary>The vectors of the events for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public LorentzVectorColumn this[Mask mask] => this[mask.ToIndex(Length)];

    /// <summary>The vectors of the given events in the given order.</summary>
    public LorentzVectorColumn this[EventIndex index] => new(Px[index], Py[index], Pz[index], E[index]);

    /// <summary>Vectors from transverse momentum, pseudorapidity, azimuth and mass; see <see cref="LorentzVector.FromPtEtaPhiM(double, double, double, double)"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static LorentzVectorColumn FromPtEtaPhiM<T>(Column<T> pt, Column<T> eta, Column<T> phi, Column<T> mass) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (pt.Length != eta.Length || pt.Length != phi.Length || pt.Length != mass.Length)
            throw new ArgumentException($"pt, eta, phi and mass have {pt.Length}, {eta.Length}, {phi.Length} and {mass.Length} values");
        var px = ColumnBuffer<double>.Allocate(pt.Workspace, pt.Length);
        var py = ColumnBuffer<double>.Allocate(pt.Workspace, pt.Length);
        var pz = ColumnBuffer<double>.Allocate(pt.Workspace, pt.Length);
        var e = ColumnBuffer<double>.Allocate(pt.Workspace, pt.Length);
        FourMomenta.FromPtEtaPhiM(pt.AsSpan(), eta.AsSpan(), phi.AsSpan(), mass.AsSpan(), px.Span, py.Span, pz.Span, e.Span);
        return new LorentzVectorColumn(new(px), new(py), new(pz), new(e));
    }

    /// <summary>The sum, event by event.</summary>
    public static LorentzVectorColumn operator +(LorentzVectorColumn left, LorentzVectorColumn right) =>
        new(left.Px + right.Px, left.Py + right.Py, left.Pz + right.Pz, left.E + right.E);

    /// <summary>The difference, event by event.</summary>
    public static LorentzVectorColumn operator -(LorentzVectorColumn left, LorentzVectorColumn right) =>
        new(left.Px - right.Px, left.Py - right.Py, left.Pz - right.Pz, left.E - right.E);

    /// <summary>Each vector times the number of its event.</summary>
    public static LorentzVectorColumn operator *(LorentzVectorColumn vectors, Column<double> factor) =>
        new(vectors.Px * factor, vectors.Py * factor, vectors.Pz * factor, vectors.E * factor);

    /// <summary>Invariant masses of the sums of two vectors, event by event: <c>(a + b).Mass</c> without the sums in between, to the same bits.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Column<double> InvariantMass(LorentzVectorColumn a, LorentzVectorColumn b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"cannot combine {a.Length} vectors with {b.Length}");
        var result = ColumnBuffer<double>.Allocate(a.Px.Workspace ?? b.Px.Workspace, a.Length);
        FourMomenta.InvariantMass(
            a.Px.AsSpan(), a.Py.AsSpan(), a.Pz.AsSpan(), a.E.AsSpan(), b.Px.AsSpan(), b.Py.AsSpan(), b.Pz.AsSpan(), b.E.AsSpan(), result.Span);
        return new Column<double>(result);
    }

    internal Column<double> Map<TQuantity>() where TQuantity : IQuantity
    {
        var result = ColumnBuffer<double>.Allocate(Px.Workspace, Length);
        FourMomenta.Map<TQuantity>(Px.AsSpan(), Py.AsSpan(), Pz.AsSpan(), E.AsSpan(), result.Span);
        return new Column<double>(result);
    }
}
