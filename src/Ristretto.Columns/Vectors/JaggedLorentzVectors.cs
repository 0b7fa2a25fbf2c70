using System.Numerics;
using Ristretto.Columns.Arrays;
using Ristretto.Columns.Combinatorics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Vectors;

/// <summary>A list of four-momenta per event, shape <c>[events][objects]</c>; converted once to Cartesian components, so that sums in nested
/// loops cost additions only.</summary>
public readonly partial struct JaggedLorentzVectors
{
    internal JaggedLorentzVectors(Lists lists, LorentzVectorColumn flat) => (Lists, Flat) = (lists, flat);

    /// <summary>How the vectors are divided into lists.</summary>
    public Lists Lists { get; }

    /// <summary>The vectors of all lists one after the other, shape <c>[objects]</c>.</summary>
    public LorentzVectorColumn Flat { get; }

    /// <summary>Number of events.</summary>
    public int Length => Lists.Length;

    /// <summary>Length of each list.</summary>
    public Column<int> Count => Lists.Count;

    /// <summary>Momentum along x.</summary>
    public JaggedColumn<double> Px => new(Lists, Flat.Px.Buffer);

    /// <summary>Momentum along y.</summary>
    public JaggedColumn<double> Py => new(Lists, Flat.Py.Buffer);

    /// <summary>Momentum along z, the beam.</summary>
    public JaggedColumn<double> Pz => new(Lists, Flat.Pz.Buffer);

    /// <summary>Energy.</summary>
    public JaggedColumn<double> E => new(Lists, Flat.E.Buffer);

    /// <summary>Transverse momentum.</summary>
    public JaggedColumn<double> Pt => new(Lists, Flat.Pt.Buffer);

    /// <summary>Pseudorapidity.</summary>
    public JaggedColumn<double> Eta => new(Lists, Flat.Eta.Buffer);

    /// <summary>Azimuth in radians.</summary>
    public JaggedColumn<double> Phi => new(Lists, Flat.Phi.Buffer);

    /// <summary>Invariant mass; see <see cref="LorentzVector.Mass"/>.</summary>
    public JaggedColumn<double> Mass => new(Lists, Flat.Mass.Buffer);

    /// <summary>The vector at a position of one event's list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list has no such position.</exception>
    public LorentzVector this[int index, int position]
    {
        get
        {
            int start = Lists.Offsets[index], count = Lists.Offsets[index + 1] - start;
            if ((uint)position >= (uint)count)
                throw new ArgumentOutOfRangeException(nameof(position), $"position {position} in event {index}, whose list has {count} elements");
            return Flat[start + position];
        }
    }

    /// <summary>The vectors for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public JaggedLorentzVectors this[JaggedMask mask] => Of(Px[mask], Py[mask], Pz[mask], E[mask]);

    /// <summary>The lists of the events for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public JaggedLorentzVectors this[Mask mask] => this[mask.ToIndex(Length)];

    /// <summary>The lists of the given events in the given order.</summary>
    public JaggedLorentzVectors this[EventIndex index] => Of(Px[index], Py[index], Pz[index], E[index]);

    /// <summary>The vectors at the given positions of each event's list: <c>vectors[pairs.First] + vectors[pairs.Second]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position lies outside its list.</exception>
    public JaggedLorentzVectors this[LocalIndex index] => Of(Px[index], Py[index], Pz[index], E[index]);

    /// <summary>Vectors from transverse momentum, pseudorapidity, azimuth and mass; see <see cref="LorentzVector.FromPtEtaPhiM(double, double, double, double)"/>.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedLorentzVectors FromPtEtaPhiM<T>(JaggedColumn<T> pt, JaggedColumn<T> eta, JaggedColumn<T> phi, JaggedColumn<T> mass)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        pt.Lists.RequireSame(eta.Lists, "pt", "eta");
        pt.Lists.RequireSame(phi.Lists, "pt", "phi");
        pt.Lists.RequireSame(mass.Lists, "pt", "mass");
        return new JaggedLorentzVectors(pt.Lists, LorentzVectorColumn.FromPtEtaPhiM(pt.Flat, eta.Flat, phi.Flat, mass.Flat));
    }

    /// <summary>Vectors from the components of the momentum and the energy; views of these columns.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedLorentzVectors FromPxPyPzE(JaggedColumn<double> px, JaggedColumn<double> py, JaggedColumn<double> pz, JaggedColumn<double> e)
    {
        RequireSame(px, py, pz);
        px.Lists.RequireSame(e.Lists, "px", "e");
        return Of(px, py, pz, e);
    }

    /// <summary>Vectors from the components of the momentum and the mass; see <see cref="ThreeVector.WithMass"/>.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedLorentzVectors FromPxPyPzM(JaggedColumn<double> px, JaggedColumn<double> py, JaggedColumn<double> pz, JaggedColumn<double> mass)
    {
        RequireSame(px, py, pz);
        px.Lists.RequireSame(mass.Lists, "px", "mass");
        return new JaggedLorentzVectors(px.Lists, LorentzVectorColumn.FromPxPyPzM(px.Flat, py.Flat, pz.Flat, mass.Flat));
    }

    private static void RequireSame(JaggedColumn<double> px, JaggedColumn<double> py, JaggedColumn<double> pz)
    {
        px.Lists.RequireSame(py.Lists, "px", "py");
        px.Lists.RequireSame(pz.Lists, "px", "pz");
    }

    /// <summary>The sum, element by element.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public static JaggedLorentzVectors operator +(JaggedLorentzVectors left, JaggedLorentzVectors right)
    {
        left.Lists.RequireSame(right.Lists, "vectors", "other vectors");
        return new JaggedLorentzVectors(left.Lists, left.Flat + right.Flat);
    }

    /// <summary>The sum of each list, added up from the first vector to the last; the zero vector for an empty list.</summary>
    public LorentzVectorColumn Sum() => new(Px.Sum(), Py.Sum(), Pz.Sum(), E.Sum());

    /// <summary>The pair of each event with the smallest figure, the first of equals; NaN never wins. Shape <c>[events][0 or 1]</c>.</summary>
    public Pairs BestPair(Func<LorentzVector, LorentzVector, double> figure)
    {
        var flat = Flat;
        return Lists.BestPair((i, j) => figure(flat[i], flat[j]));
    }

    /// <summary>The triple of each event with the smallest figure, the first of equals; NaN never wins. Shape <c>[events][0 or 1]</c>.</summary>
    public Triples BestTriple(Func<LorentzVector, LorentzVector, LorentzVector, double> figure)
    {
        var flat = Flat;
        return Lists.BestTriple((i, j, k) => figure(flat[i], flat[j], flat[k]));
    }

    /// <summary>The triple of each event whose invariant mass is nearest to a given one in GeV, the first of equals; NaN never wins. Shape <c>[events][0 or 1]</c>.
    /// The same as <see cref="BestTriple"/> with <c>|m − mass|</c>, several triples at a time.</summary>
    public Triples TripleNearestMass(double mass)
    {
        var workspace = Lists.Workspace;
        var offsets = Lists.Offsets;
        var ends = ColumnBuffer<int>.Allocate(workspace, Lists.Length + 1);
        var (first, second, third) = (ColumnBuffer<int>.Allocate(workspace, Lists.Length), ColumnBuffer<int>.Allocate(workspace, Lists.Length), ColumnBuffer<int>.Allocate(workspace, Lists.Length));
        var search = new NearestMass(Flat.Px.AsSpan(), Flat.Py.AsSpan(), Flat.Pz.AsSpan(), Flat.E.AsSpan(), mass);
        var found = 0;
        ends.Span[0] = 0;
        for (var list = 0; list < Lists.Length; list++)
        {
            var start = offsets[list];
            if (search.TryFind(start, offsets[list + 1], out var best))
                (first.Span[found], second.Span[found], third.Span[found++]) = (best.First - start, best.Second - start, best.Third - start);
            ends.Span[list + 1] = found;
        }
        var divided = new Lists(ends);
        return new Triples(new(divided, first.First(found)), new(divided, second.First(found)), new(divided, third.First(found)));
    }

    private static JaggedLorentzVectors Of(JaggedColumn<double> px, JaggedColumn<double> py, JaggedColumn<double> pz, JaggedColumn<double> e) =>
        new(px.Lists, new(px.Flat, py.Flat, pz.Flat, e.Flat));
}
