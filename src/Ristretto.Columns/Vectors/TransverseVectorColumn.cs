using System.Numerics;
using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Vectors;

/// <summary>One momentum across the beam per event, shape <c>[events]</c>, such as the missing one; stored as two columns of doubles.</summary>
public readonly struct TransverseVectorColumn
{
    /// <summary>Vectors from their components.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public TransverseVectorColumn(Column<double> px, Column<double> py)
    {
        if (px.Length != py.Length) throw new ArgumentException($"the components have {px.Length} and {py.Length} values");
        (Px, Py) = (px, py);
    }

    /// <summary>Momentum along x.</summary>
    public Column<double> Px { get; }

    /// <summary>Momentum along y.</summary>
    public Column<double> Py { get; }

    /// <summary>Number of events.</summary>
    public int Length => Px.Length;

    /// <summary>Length of each vector.</summary>
    public Column<double> Pt => InPlane.Map<PtQuantity>();

    /// <summary>Azimuth in radians.</summary>
    public Column<double> Phi => InPlane.Map<PhiQuantity>();

    /// <summary>The vector of one event.</summary>
    public TransverseVector this[int index] => new(Px[index], Py[index]);

    /// <summary>The vectors of the events for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public TransverseVectorColumn this[Mask mask] => this[mask.ToIndex(Length)];

    /// <summary>The vectors of the given events in the given order.</summary>
    public TransverseVectorColumn this[EventIndex index] => new(Px[index], Py[index]);

    /// <summary>Vectors from their lengths and azimuths in radians: <c>FromPtPhi(ev.MET.Pt, ev.MET.Phi)</c>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static TransverseVectorColumn FromPtPhi<T>(Column<T> pt, Column<T> phi) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var coordinates = new TransverseVectorColumn(pt.To<double>(), phi.To<double>()).InPlane;
        return new TransverseVectorColumn(coordinates.Map<XOfPtPhi>(), coordinates.Map<YOfPtPhi>());
    }

    /// <summary>The vectors in space with these momenta along z.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public ThreeVectorColumn WithPz(Column<double> pz) => new(Px, Py, pz);

    /// <summary>The vectors in space with these pseudorapidities.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public ThreeVectorColumn WithEta(Column<double> eta) => new(Px, Py, new ThreeVectorColumn(Px, Py, eta).InSpace.Map<ZOfEta>());

    /// <summary>The vectors in space with these polar angles in radians.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public ThreeVectorColumn WithTheta(Column<double> theta) => new(Px, Py, new ThreeVectorColumn(Px, Py, theta).InSpace.Map<ZOfTheta>());

    /// <summary>px px′ + py py′.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> Dot(TransverseVectorColumn other) => InPlane.Map<TransverseDotQuantity>(other.InPlane);

    /// <summary>φ − φ of the other, brought into [−π, π).</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> DeltaPhi(TransverseVectorColumn other) => ColumnMath.DeltaPhi(Phi, other.Phi);

    /// <summary>Transverse mass of two massless particles each; see <see cref="TransverseVector.TransverseMass"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> TransverseMass(TransverseVectorColumn other) => InPlane.Map<TransverseMassPairQuantity>(other.InPlane);

    /// <summary>Each event's vector once for every element of that event's list, flat: shape <c>[objects]</c>.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public TransverseVectorColumn RepeatFor(in Lists lists) => new(Px.RepeatFor(lists).Flat, Py.RepeatFor(lists).Flat);

    /// <summary>The sum, event by event.</summary>
    public static TransverseVectorColumn operator +(TransverseVectorColumn left, TransverseVectorColumn right) => new(left.Px + right.Px, left.Py + right.Py);

    /// <summary>The difference, event by event.</summary>
    public static TransverseVectorColumn operator -(TransverseVectorColumn left, TransverseVectorColumn right) => new(left.Px - right.Px, left.Py - right.Py);

    /// <summary>The vectors of the opposite directions.</summary>
    public static TransverseVectorColumn operator -(TransverseVectorColumn vectors) => new(-vectors.Px, -vectors.Py);

    /// <summary>Each vector times the number of its event.</summary>
    public static TransverseVectorColumn operator *(TransverseVectorColumn vectors, Column<double> factor) => new(vectors.Px * factor, vectors.Py * factor);

    /// <summary>Each vector times a number.</summary>
    public static TransverseVectorColumn operator *(TransverseVectorColumn vectors, double factor) => new(vectors.Px * factor, vectors.Py * factor);

    /// <summary>The vectors for kernels that want four components and look at two.</summary>
    private LorentzVectorColumn InPlane => new(Px, Py, Py, Py);
}
