using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.NanoAod;

/// <summary>Which objects lie near others.</summary>
public static class ObjectMatching
{
    /// <summary>Which of the objects have one of the others within ΔR &lt; <paramref name="radius"/>, shape <c>[events][objects]</c>.
    /// ΔR² is compared in double precision; the same direction is near, and without others nothing is.</summary>
    /// <param name="objects">For example jets.</param>
    /// <param name="others">For example leptons, of the same events.</param>
    /// <param name="radius">The distance, which does not count itself.</param>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public static JaggedMask IsNear(this IDirected objects, IDirected others, double radius) =>
        objects.Directions.AnyWithin(radius, others.Directions);
}
