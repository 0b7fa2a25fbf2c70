using System.Numerics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Combinatorics;

/// <summary>Matching of two collections by ΔR = √(Δη² + Δφ²), on spans. The squares are compared, in double precision whatever the input;
/// Δφ is wrapped into [−π, π). Directions with NaN match nothing.</summary>
public static class Matching
{
    /// <summary>Marks the objects that have an object of the other collection within a distance.</summary>
    /// <param name="eta">η of the objects, shape <c>[objects]</c>, flat over all events.</param>
    /// <param name="phi">φ of the objects, shape <c>[objects]</c>.</param>
    /// <param name="offsets">Where the events' objects begin, shape <c>[events + 1]</c>.</param>
    /// <param name="otherEta">η of the others, shape <c>[others]</c>.</param>
    /// <param name="otherPhi">φ of the others, shape <c>[others]</c>.</param>
    /// <param name="otherOffsets">Where the events' others begin, shape <c>[events + 1]</c>.</param>
    /// <param name="radius">The distance.</param>
    /// <param name="inclusive">Whether the distance itself still counts: ΔR ≤ radius instead of ΔR &lt; radius.</param>
    /// <param name="within">Receives 1 or 0, shape <c>[objects]</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or NaN.</exception>
    public static void AnyWithin<T>(ReadOnlySpan<T> eta, ReadOnlySpan<T> phi, ReadOnlySpan<int> offsets,
        ReadOnlySpan<T> otherEta, ReadOnlySpan<T> otherPhi, ReadOnlySpan<int> otherOffsets, double radius, bool inclusive, Span<byte> within)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!(radius >= 0)) throw new ArgumentOutOfRangeException(nameof(radius), radius, "a distance in ΔR is not negative");
        var limit = inclusive ? radius * radius : Math.BitDecrement(radius * radius);      // x < r² is x <= the number before r²
        within.Clear();
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            int first = otherOffsets[list], end = otherOffsets[list + 1];
            if (first == end) continue;
            for (var i = offsets[list]; i < offsets[list + 1]; i++)
            {
                var (e, p) = (double.CreateTruncating(eta[i]), double.CreateTruncating(phi[i]));
                for (var j = first; j < end; j++)
                {
                    var deltaEta = e - double.CreateTruncating(otherEta[j]);
                    var deltaEta2 = deltaEta * deltaEta;
                    if (!(deltaEta2 <= limit)) continue;                                    // Δφ can only add to it
                    var deltaPhi = Angles.DeltaPhi(p, double.CreateTruncating(otherPhi[j]));
                    if (!(deltaEta2 + deltaPhi * deltaPhi <= limit)) continue;
                    within[i] = 1;
                    break;
                }
            }
        }
    }

    /// <summary>For each object the nearest object of the other collection, the first of equally near ones.</summary>
    /// <param name="eta">η of the objects, shape <c>[objects]</c>, flat over all events.</param>
    /// <param name="phi">φ of the objects, shape <c>[objects]</c>.</param>
    /// <param name="offsets">Where the events' objects begin, shape <c>[events + 1]</c>.</param>
    /// <param name="otherEta">η of the others, shape <c>[others]</c>.</param>
    /// <param name="otherPhi">φ of the others, shape <c>[others]</c>.</param>
    /// <param name="otherOffsets">Where the events' others begin, shape <c>[events + 1]</c>.</param>
    /// <param name="threshold">The largest distance that counts, itself included.</param>
    /// <param name="nearest">Receives positions in the list of the others, −1 for none, shape <c>[objects]</c>.</param>
    /// <param name="distance">Receives ΔR to the nearest, NaN for none, shape <c>[objects]</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is negative or NaN.</exception>
    public static void Nearest<T>(ReadOnlySpan<T> eta, ReadOnlySpan<T> phi, ReadOnlySpan<int> offsets,
        ReadOnlySpan<T> otherEta, ReadOnlySpan<T> otherPhi, ReadOnlySpan<int> otherOffsets, double threshold, Span<int> nearest, Span<double> distance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!(threshold >= 0)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "a distance in ΔR is not negative");
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            int first = otherOffsets[list], end = otherOffsets[list + 1];
            for (var i = offsets[list]; i < offsets[list + 1]; i++)
            {
                var (winner, best) = (-1, threshold * threshold);
                for (var j = first; j < end; j++)
                {
                    var r2 = Angles.DeltaR2(double.CreateTruncating(eta[i]), double.CreateTruncating(phi[i]),
                        double.CreateTruncating(otherEta[j]), double.CreateTruncating(otherPhi[j]));
                    if (r2 < best || (winner < 0 && r2 <= best)) (winner, best) = (j - first, r2);
                }
                (nearest[i], distance[i]) = (winner, winner < 0 ? double.NaN : Math.Sqrt(best));
            }
        }
    }

    /// <summary>ΔR of each object to each object of the other collection, event by event; the others vary fastest.</summary>
    internal static void Distances<T>(ReadOnlySpan<T> eta, ReadOnlySpan<T> phi, ReadOnlySpan<int> offsets,
        ReadOnlySpan<T> otherEta, ReadOnlySpan<T> otherPhi, ReadOnlySpan<int> otherOffsets, Span<double> distances)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var at = 0;
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            for (var i = offsets[list]; i < offsets[list + 1]; i++)
            {
                var (e, p) = (double.CreateTruncating(eta[i]), double.CreateTruncating(phi[i]));
                for (var j = otherOffsets[list]; j < otherOffsets[list + 1]; j++)
                    distances[at++] = Math.Sqrt(Angles.DeltaR2(e, p, double.CreateTruncating(otherEta[j]), double.CreateTruncating(otherPhi[j])));
            }
        }
    }
}
