using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Combinatorics;

/// <summary>Triples of objects as three positions, shape <c>[events][triples]</c>.</summary>
public readonly struct Triples
{
    internal Triples(LocalIndex first, LocalIndex second, LocalIndex third) => (First, Second, Third) = (first, second, third);

    /// <summary>How the triples are divided into lists.</summary>
    public Lists Lists => First.Lists;

    /// <summary>Number of triples of each event.</summary>
    public Column<int> Count => Lists.Count;

    /// <summary>Position of the first object in its event's list.</summary>
    public LocalIndex First { get; }

    /// <summary>Position of the second object in its event's list.</summary>
    public LocalIndex Second { get; }

    /// <summary>Position of the third object in its event's list.</summary>
    public LocalIndex Third { get; }

    /// <summary>The triples for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public Triples this[JaggedMask mask] => new(First[mask], Second[mask], Third[mask]);

    /// <summary>The triples at the given places of each event.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A place lies outside its list.</exception>
    public Triples this[LocalIndex index] => new(First[index], Second[index], Third[index]);
}
