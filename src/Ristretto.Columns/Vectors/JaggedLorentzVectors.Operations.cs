using System.Numerics;
using Ristretto.Columns.Arrays;
using Ristretto.Columns.Combinatorics;

namespace Ristretto.Columns.Vectors;

public readonly partial struct JaggedLorentzVectors
{
    /// <summary>Momentum.</summary>
    public JaggedColumn<double> P => new(Lists, Flat.P.Buffer);

    /// <summary>Polar angle in radians.</summary>
    public JaggedColumn<double> Theta => new(Lists, Flat.Theta.Buffer);

    /// <summary>Cosine of the polar angle; 1 without momentum.</summary>
    public JaggedColumn<double> CosTheta => new(Lists, Flat.CosTheta.Buffer);

    /// <summary>Rapidity.</summary>
    public JaggedColumn<double> Rapidity => new(Lists, Flat.Rapidity.Buffer);

    /// <summary>E² − p².</summary>
    public JaggedColumn<double> MassSquared => new(Lists, Flat.MassSquared.Buffer);

    /// <summary>Invariant mass, negative for space-like vectors; see <see cref="LorentzVector.SignedMass"/>.</summary>
    public JaggedColumn<double> SignedMass => new(Lists, Flat.SignedMass.Buffer);

    /// <summary>Transverse mass of each vector, √(E² − pz²).</summary>
    public JaggedColumn<double> TransverseMass => new(Lists, Flat.TransverseMass.Buffer);

    /// <summary>Transverse energy, E sin θ.</summary>
    public JaggedColumn<double> TransverseEnergy => new(Lists, Flat.TransverseEnergy.Buffer);

    /// <summary>Velocity in units of c, p / E.</summary>
    public JaggedColumn<double> Beta => new(Lists, Flat.Beta.Buffer);

    /// <summary>Lorentz factor, E over the signed mass.</summary>
    public JaggedColumn<double> Gamma => new(Lists, Flat.Gamma.Buffer);

    /// <summary>Where the vectors point to; matches them with other collections.</summary>
    public Directions<double> Directions => new(Eta, Phi);

    /// <summary>Vectors from transverse momentum, pseudorapidity, azimuth and energy.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedLorentzVectors FromPtEtaPhiE<T>(JaggedColumn<T> pt, JaggedColumn<T> eta, JaggedColumn<T> phi, JaggedColumn<T> e)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        pt.Lists.RequireSame(eta.Lists, "pt", "eta");
        pt.Lists.RequireSame(phi.Lists, "pt", "phi");
        pt.Lists.RequireSame(e.Lists, "pt", "energy");
        return new JaggedLorentzVectors(pt.Lists, LorentzVectorColumn.FromPtEtaPhiE(pt.Flat, eta.Flat, phi.Flat, e.Flat));
    }

    /// <summary>A vector per object, computed flat, in lists.</summary>
    /// <exception cref="ArgumentException">The lists hold another number of vectors.</exception>
    public static JaggedLorentzVectors Of(LorentzVectorColumn flat, in Lists lists)
    {
        if (flat.Length != lists.Total) throw new ArgumentException($"{flat.Length} vectors do not fill lists of {lists.Total}");
        return new JaggedLorentzVectors(lists, flat);
    }

    /// <summary>Per event these vectors and then the others: electrons and muons make leptons; shape <c>[events][objects + other objects]</c>.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public JaggedLorentzVectors JoinedWith(JaggedLorentzVectors other) => Of(Px.JoinedWith(other.Px), Py.JoinedWith(other.Py), Pz.JoinedWith(other.Pz), E.JoinedWith(other.E));

    /// <summary>The mean of each list, component by component; NaN for an empty list.</summary>
    public LorentzVectorColumn Mean() => new(Px.Mean(), Py.Mean(), Pz.Mean(), E.Mean());

    /// <summary>φ − other φ brought into [−π, π), vector by vector.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public JaggedColumn<double> DeltaPhi(JaggedLorentzVectors other) => ColumnMath.DeltaPhi(Phi, other.Phi);

    /// <summary>φ − φ of the event's vector brought into [−π, π).</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public JaggedColumn<double> DeltaPhi(LorentzVectorColumn other) => ColumnMath.DeltaPhi(Phi, other.Phi);

    /// <summary>√(Δη² + Δφ²), vector by vector.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public JaggedColumn<double> DeltaR(JaggedLorentzVectors other) => ColumnMath.DeltaR(Eta, Phi, other.Eta, other.Phi);

    /// <summary>√(Δη² + Δφ²) to the event's vector.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public JaggedColumn<double> DeltaR(LorentzVectorColumn other) => DeltaR(other.RepeatFor(Lists));

    /// <summary>The angle between both momenta in radians, in [0, π], vector by vector.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public JaggedColumn<double> Angle(JaggedLorentzVectors other)
    {
        Lists.RequireSame(other.Lists, "vectors", "other vectors");
        return new JaggedColumn<double>(Lists, Flat.Angle(other.Flat).Buffer);
    }

    /// <summary>E E′ − p · p′, vector by vector.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public JaggedColumn<double> Dot(JaggedLorentzVectors other)
    {
        Lists.RequireSame(other.Lists, "vectors", "other vectors");
        return new JaggedColumn<double>(Lists, Flat.Dot(other.Flat).Buffer);
    }

    /// <summary>Transverse mass of each vector with the event's missing momentum, both taken as massless.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public JaggedColumn<double> TransverseMassWith(TransverseVectorColumn other) => new(Lists, Flat.TransverseMassWith(other.RepeatFor(Lists)).Buffer);

    /// <summary>Each vector as seen by an observer who moves with the event's vector in <paramref name="frame"/>.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A frame is not time-like.</exception>
    public JaggedLorentzVectors BoostToRestFrameOf(LorentzVectorColumn frame) => BoostToRestFrameOf(frame.RepeatFor(Lists));

    /// <summary>Each vector as seen by an observer who moves with the vector at the same place of <paramref name="frame"/>.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A frame is not time-like.</exception>
    public JaggedLorentzVectors BoostToRestFrameOf(JaggedLorentzVectors frame)
    {
        Lists.RequireSame(frame.Lists, "vectors", "frames");
        return new JaggedLorentzVectors(Lists, Flat.BoostToRestFrameOf(frame.Flat));
    }

    /// <summary>The pair of one of these vectors and one of the others with the smallest figure, the first of equals; NaN never wins. Shape <c>[events][0 or 1]</c>.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public Pairs BestPair(JaggedLorentzVectors others, Func<LorentzVector, LorentzVector, double> figure)
    {
        var (flat, otherFlat) = (Flat, others.Flat);
        return Lists.BestPair(others.Lists, (i, j) => figure(flat[i], otherFlat[j]));
    }

    /// <summary>The difference, element by element.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedLorentzVectors operator -(JaggedLorentzVectors left, JaggedLorentzVectors right)
    {
        left.Lists.RequireSame(right.Lists, "vectors", "other vectors");
        return new JaggedLorentzVectors(left.Lists, left.Flat - right.Flat);
    }

    /// <summary>Each vector times its number, a scale factor of its energy.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedLorentzVectors operator *(JaggedLorentzVectors vectors, JaggedColumn<double> factor)
    {
        vectors.Lists.RequireSame(factor.Lists, "vectors", "factors");
        return new JaggedLorentzVectors(vectors.Lists, vectors.Flat * factor.Flat);
    }

    /// <summary>Every vector turned; energies stay.</summary>
    public static JaggedLorentzVectors operator *(in Rotation rotation, JaggedLorentzVectors vectors) => new(vectors.Lists, rotation * vectors.Flat);
}
