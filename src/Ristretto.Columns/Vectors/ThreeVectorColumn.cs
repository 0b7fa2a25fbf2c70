using Ristretto.Columns.Arrays;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Vectors;

/// <summary>One vector in space per event, shape <c>[events]</c>: momenta, velocities, distances; stored as three columns of doubles.</summary>
/// <remarks>Vectors of objects are flat, <c>jets.P4.Flat.Momentum</c>, and what is computed of them goes back into lists with
/// <c>.Unflatten(jets.Lists)</c>.</remarks>
public readonly struct ThreeVectorColumn
{
    /// <summary>Vectors from their components.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public ThreeVectorColumn(Column<double> x, Column<double> y, Column<double> z)
    {
        if (x.Length != y.Length || x.Length != z.Length) throw new ArgumentException($"the components have {x.Length}, {y.Length} and {z.Length} values");
        (X, Y, Z) = (x, y, z);
    }

    /// <summary>Component along x.</summary>
    public Column<double> X { get; }

    /// <summary>Component along y.</summary>
    public Column<double> Y { get; }

    /// <summary>Component along z, the beam.</summary>
    public Column<double> Z { get; }

    /// <summary>Number of events.</summary>
    public int Length => X.Length;

    /// <summary>Length of each vector.</summary>
    public Column<double> R => InSpace.Map<PQuantity>();

    /// <summary>Length across the beam.</summary>
    public Column<double> Rho => InSpace.Map<PtQuantity>();

    /// <summary>Azimuth in radians.</summary>
    public Column<double> Phi => InSpace.Map<PhiQuantity>();

    /// <summary>Polar angle in radians.</summary>
    public Column<double> Theta => InSpace.Map<ThetaQuantity>();

    /// <summary>Cosine of the polar angle.</summary>
    public Column<double> CosTheta => InSpace.Map<CosThetaQuantity>();

    /// <summary>Pseudorapidity.</summary>
    public Column<double> Eta => InSpace.Map<EtaQuantity>();

    /// <summary>The parts across the beam.</summary>
    public TransverseVectorColumn Transverse => new(X, Y);

    /// <summary>The vector of one event.</summary>
    public ThreeVector this[int index] => new(X[index], Y[index], Z[index]);

    /// <summary>The vectors of the events for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public ThreeVectorColumn this[Mask mask] => this[mask.ToIndex(Length)];

    /// <summary>The vectors of the given events in the given order.</summary>
    public ThreeVectorColumn this[EventIndex index] => new(X[index], Y[index], Z[index]);

    /// <summary>The four-momenta with these masses; see <see cref="ThreeVector.WithMass"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public LorentzVectorColumn WithMass(Column<double> mass) => new(X, Y, Z, new LorentzVectorColumn(X, Y, Z, mass).Map<EnergyOfMass>());

    /// <summary>The four-momenta with these energies.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public LorentzVectorColumn WithEnergy(Column<double> energy) => new(X, Y, Z, energy);

    /// <summary>x x′ + y y′ + z z′.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> Dot(ThreeVectorColumn other) => InSpace.Map<SpaceDotQuantity>(other.InSpace);

    /// <summary>The vectors across both, right-handed.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public ThreeVectorColumn Cross(ThreeVectorColumn other) =>
        new(Y * other.Z - Z * other.Y, Z * other.X - X * other.Z, X * other.Y - Y * other.X);

    /// <summary>The angle between both in radians, in [0, π].</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> Angle(ThreeVectorColumn other) => InSpace.Map<AngleQuantity>(other.InSpace);

    /// <summary>The directions as vectors of length 1; NaN for the zero vector.</summary>
    public ThreeVectorColumn Unit()
    {
        var length = R;
        return new ThreeVectorColumn(X / length, Y / length, Z / length);
    }

    /// <summary>The sum, event by event.</summary>
    public static ThreeVectorColumn operator +(ThreeVectorColumn left, ThreeVectorColumn right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);

    /// <summary>The difference, event by event.</summary>
    public static ThreeVectorColumn operator -(ThreeVectorColumn left, ThreeVectorColumn right) => new(left.X - right.X, left.Y - right.Y, left.Z - right.Z);

    /// <summary>The vectors of the opposite directions.</summary>
    public static ThreeVectorColumn operator -(ThreeVectorColumn vectors) => new(-vectors.X, -vectors.Y, -vectors.Z);

    /// <summary>Each vector times the number of its event.</summary>
    public static ThreeVectorColumn operator *(ThreeVectorColumn vectors, Column<double> factor) => new(vectors.X * factor, vectors.Y * factor, vectors.Z * factor);

    /// <summary>Each vector times a number.</summary>
    public static ThreeVectorColumn operator *(ThreeVectorColumn vectors, double factor) => new(vectors.X * factor, vectors.Y * factor, vectors.Z * factor);

    /// <summary>Every vector turned.</summary>
    public static ThreeVectorColumn operator *(in Rotation rotation, ThreeVectorColumn vectors)
    {
        var (x, y, z) = rotation.Rows;
        return new ThreeVectorColumn(vectors.Along(x), vectors.Along(y), vectors.Along(z));
    }

    /// <summary>The vectors for kernels that want four components and look at three.</summary>
    internal LorentzVectorColumn InSpace => new(X, Y, Z, Z);

    private Column<double> Along(in ThreeVector row)
    {
        var result = ColumnBuffer<double>.Allocate(X.Workspace, Length);
        Boosts.Rotate(row, X.AsSpan(), Y.AsSpan(), Z.AsSpan(), result.Span);
        return new Column<double>(result);
    }
}
