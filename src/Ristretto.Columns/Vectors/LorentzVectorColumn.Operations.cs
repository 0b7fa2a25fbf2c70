using System.Numerics;
using Ristretto.Columns.Arrays;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Vectors;

public readonly partial struct LorentzVectorColumn
{
    /// <summary>Momentum.</summary>
    public Column<double> P => Map<PQuantity>();

    /// <summary>Polar angle in radians.</summary>
    public Column<double> Theta => Map<ThetaQuantity>();

    /// <summary>Cosine of the polar angle; 1 without momentum.</summary>
    public Column<double> CosTheta => Map<CosThetaQuantity>();

    /// <summary>E² − p².</summary>
    public Column<double> MassSquared => Map<MassSquaredQuantity>();

    /// <summary>Invariant mass, negative for space-like vectors; see <see cref="LorentzVector.SignedMass"/>.</summary>
    public Column<double> SignedMass => Map<SignedMassQuantity>();

    /// <summary>Transverse mass of each vector, √(E² − pz²).</summary>
    public Column<double> TransverseMass => Map<TransverseMassQuantity>();

    /// <summary>Transverse energy, E sin θ.</summary>
    public Column<double> TransverseEnergy => Map<TransverseEnergyQuantity>();

    /// <summary>Velocity in units of c, p / E.</summary>
    public Column<double> Beta => Map<BetaQuantity>();

    /// <summary>Lorentz factor, E over the signed mass.</summary>
    public Column<double> Gamma => Map<GammaQuantity>();

    /// <summary>The momenta.</summary>
    public ThreeVectorColumn Momentum => new(Px, Py, Pz);

    /// <summary>The momenta across the beam.</summary>
    public TransverseVectorColumn Transverse => new(Px, Py);

    /// <summary>The velocities in units of c, p / E.</summary>
    public ThreeVectorColumn Velocity => new(Px / E, Py / E, Pz / E);

    /// <summary>Vectors from transverse momentum, pseudorapidity, azimuth and energy.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static LorentzVectorColumn FromPtEtaPhiE<T>(Column<T> pt, Column<T> eta, Column<T> phi, Column<T> e) where T : unmanaged, IFloatingPointIeee754<T> =>
        FromPtEtaPhiM(pt, eta, phi, pt).Momentum.WithEnergy(e.To<double>());

    /// <summary>Vectors from momentum and mass; see <see cref="ThreeVector.WithMass"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static LorentzVectorColumn FromPxPyPzM<T>(Column<T> px, Column<T> py, Column<T> pz, Column<T> mass) where T : unmanaged, IFloatingPointIeee754<T> =>
        new ThreeVectorColumn(px.To<double>(), py.To<double>(), pz.To<double>()).WithMass(mass.To<double>());

    /// <summary>φ − other φ brought into [−π, π).</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> DeltaPhi(LorentzVectorColumn other) => ColumnMath.DeltaPhi(Phi, other.Phi);

    /// <summary>η − other η.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> DeltaEta(LorentzVectorColumn other) => Eta - other.Eta;

    /// <summary>√(Δη² + Δφ²).</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> DeltaR(LorentzVectorColumn other) => ColumnMath.DeltaR(Eta, Phi, other.Eta, other.Phi);

    /// <summary>√(Δy² + Δφ²), with rapidities in place of pseudorapidities.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> DeltaRapidityPhi(LorentzVectorColumn other) => ColumnMath.DeltaR(Rapidity, Phi, other.Rapidity, other.Phi);

    /// <summary>The angle between both momenta in radians, in [0, π].</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> Angle(LorentzVectorColumn other) => Map<AngleQuantity>(other);

    /// <summary>E E′ − p · p′.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> Dot(LorentzVectorColumn other) => Map<DotQuantity>(other);

    /// <summary>Transverse mass with another particle each, all taken as massless: leptons and missing momenta.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<double> TransverseMassWith(TransverseVectorColumn other) => Transverse.TransverseMass(other);

    /// <summary>Each event's vector once for every element of that event's list.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public JaggedLorentzVectors RepeatFor(in Lists lists) =>
        new(lists, new(Px.RepeatFor(lists).Flat, Py.RepeatFor(lists).Flat, Pz.RepeatFor(lists).Flat, E.RepeatFor(lists).Flat));

    /// <summary>Each vector after a boost by the velocity of the same event, in units of c.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A velocity is not below 1.</exception>
    public LorentzVectorColumn Boost(ThreeVectorColumn velocity)
    {
        if (velocity.Length != Length) throw new ArgumentException($"cannot boost {Length} vectors by {velocity.Length} velocities");
        var workspace = Px.Workspace ?? velocity.X.Workspace;
        var px = ColumnBuffer<double>.Allocate(workspace, Length);
        var py = ColumnBuffer<double>.Allocate(workspace, Length);
        var pz = ColumnBuffer<double>.Allocate(workspace, Length);
        var e = ColumnBuffer<double>.Allocate(workspace, Length);
        Boosts.Apply(Px.AsSpan(), Py.AsSpan(), Pz.AsSpan(), E.AsSpan(), velocity.X.AsSpan(), velocity.Y.AsSpan(), velocity.Z.AsSpan(), px.Span, py.Span, pz.Span, e.Span);
        return new LorentzVectorColumn(new(px), new(py), new(pz), new(e));
    }

    /// <summary>Each vector as seen by an observer who moves with the vector of the same event in <paramref name="frame"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A frame is not time-like.</exception>
    public LorentzVectorColumn BoostToRestFrameOf(LorentzVectorColumn frame) => Boost(-frame.Velocity);

    /// <summary>Each vector after a boost by the velocity of the vector of the same event in <paramref name="frame"/>.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A frame is not time-like.</exception>
    public LorentzVectorColumn BoostFromRestFrameOf(LorentzVectorColumn frame) => Boost(frame.Velocity);

    /// <summary>Every vector turned; energies stay.</summary>
    public static LorentzVectorColumn operator *(in Rotation rotation, LorentzVectorColumn vectors) => (rotation * vectors.Momentum).WithEnergy(vectors.E);

    /// <summary>Each vector times a number.</summary>
    public static LorentzVectorColumn operator *(LorentzVectorColumn vectors, double factor) =>
        new(vectors.Px * factor, vectors.Py * factor, vectors.Pz * factor, vectors.E * factor);

    /// <summary>Every component negative, the energy too.</summary>
    public static LorentzVectorColumn operator -(LorentzVectorColumn vectors) => new(-vectors.Px, -vectors.Py, -vectors.Pz, -vectors.E);

    internal Column<double> Map<TQuantity>(LorentzVectorColumn other) where TQuantity : IPairQuantity
    {
        if (other.Length != Length) throw new ArgumentException($"cannot combine {Length} vectors with {other.Length}");
        var result = ColumnBuffer<double>.Allocate(Px.Workspace ?? other.Px.Workspace, Length);
        FourMomenta.Map<TQuantity>(
            Px.AsSpan(), Py.AsSpan(), Pz.AsSpan(), E.AsSpan(), other.Px.AsSpan(), other.Py.AsSpan(), other.Pz.AsSpan(), other.E.AsSpan(), result.Span);
        return new Column<double>(result);
    }
}
