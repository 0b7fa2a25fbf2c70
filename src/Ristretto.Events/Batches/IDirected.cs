using Ristretto.Columns.Combinatorics;

namespace Ristretto.Events.Batches;

/// <summary>Objects that point somewhere: every collection with η and φ.</summary>
public interface IDirected
{
    /// <summary>Where the objects point to, shape <c>[events][objects]</c>.</summary>
    Directions<float> Directions { get; }
}
