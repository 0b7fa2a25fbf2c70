using System.Numerics;
using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Combinatorics;

/// <summary>Where the objects of a collection point to: η and φ, shape <c>[events][objects]</c>. Matches them with other collections.</summary>
/// <remarks>ΔR is computed in double precision from float columns too, with Δφ wrapped into [−π, π); see <see cref="Matching"/>.</remarks>
public readonly struct Directions<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Directions from their coordinates.</summary>
    /// <exception cref="ArgumentException">The lists have other lengths.</exception>
    public Directions(JaggedColumn<T> eta, JaggedColumn<T> phi)
    {
        eta.Lists.RequireSame(phi.Lists, "eta", "phi");
        (Eta, Phi) = (eta, phi);
    }

    /// <summary>Pseudorapidity.</summary>
    public JaggedColumn<T> Eta { get; }

    /// <summary>Azimuth in radians.</summary>
    public JaggedColumn<T> Phi { get; }

    /// <summary>The directions of the objects for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public Directions<T> this[JaggedMask mask] => new(Eta[mask], Phi[mask]);

    /// <summary>Which of these objects have one of the others within ΔR &lt; <paramref name="radius"/>, shape of these objects; false without others,
    /// so that <c>jets[!jets.Directions.AnyWithin(0.4, leptons.Directions)]</c> cleans.</summary>
    /// <param name="radius">The distance.</param>
    /// <param name="others">The other collection; as many events.</param>
    /// <param name="inclusive">Whether the distance itself still counts: ΔR ≤ radius.</param>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or NaN.</exception>
    public JaggedMask AnyWithin(double radius, Directions<T> others, bool inclusive = false)
    {
        Eta.Lists.RequireLength(others.Eta.Length, "lists", "other lists");
        var result = ColumnBuffer<byte>.Allocate(Eta.Workspace ?? others.Eta.Workspace, Eta.Lists.Total);
        Matching.AnyWithin(Eta.Values, Phi.Values, Eta.Offsets, others.Eta.Values, others.Phi.Values, others.Eta.Offsets, radius, inclusive, result.Span);
        return new JaggedMask(Eta.Lists, result);
    }

    /// <summary>For each of these objects the nearest of the others, none where there is none within <paramref name="threshold"/> (itself included).</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is negative or NaN.</exception>
    public OptionalLocalIndex Nearest(Directions<T> others, double threshold = double.PositiveInfinity) => Match(others, threshold).Nearest;

    /// <summary>For each of these objects ΔR to the nearest of the others, None where there is none within <paramref name="threshold"/>.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is negative or NaN.</exception>
    public OptionalJaggedColumn<double> NearestDistance(Directions<T> others, double threshold = double.PositiveInfinity)
    {
        var (nearest, distance) = Match(others, threshold);
        return distance.NoneUnless(nearest.HasValue);
    }

    /// <summary>ΔR of each of these objects to each of the others, shape <c>[events][these][others]</c>.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ, or the pairs do not fit into a column.</exception>
    public NestedColumn<double> Distances(Directions<T> others)
    {
        var (pairs, inner) = Product.Divide(Eta.Lists, others.Eta.Lists);
        var result = ColumnBuffer<double>.Allocate(Eta.Workspace ?? others.Eta.Workspace, pairs.Total);
        Matching.Distances(Eta.Values, Phi.Values, Eta.Offsets, others.Eta.Values, others.Phi.Values, others.Eta.Offsets, result.Span);
        return new NestedColumn<double>(Eta.Lists, new JaggedColumn<double>(inner, result));
    }

    private (OptionalLocalIndex Nearest, JaggedColumn<double> Distance) Match(Directions<T> others, double threshold)
    {
        Eta.Lists.RequireLength(others.Eta.Length, "lists", "other lists");
        var workspace = Eta.Workspace ?? others.Eta.Workspace;
        var nearest = ColumnBuffer<int>.Allocate(workspace, Eta.Lists.Total);
        var distance = ColumnBuffer<double>.Allocate(workspace, Eta.Lists.Total);
        Matching.Nearest(Eta.Values, Phi.Values, Eta.Offsets, others.Eta.Values, others.Phi.Values, others.Eta.Offsets, threshold, nearest.Span, distance.Span);
        return (new OptionalLocalIndex(Eta.Lists, nearest), new JaggedColumn<double>(Eta.Lists, distance));
    }
}
