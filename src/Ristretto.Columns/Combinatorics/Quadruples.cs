using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Combinatorics;

/// <summary>Sets of four objects as positions, shape <c>[events][quadruples]</c>.</summary>
public readonly struct Quadruples
{
    internal Quadruples(LocalIndex first, LocalIndex second, LocalIndex third, LocalIndex fourth) =>
        (First, Second, Third, Fourth) = (first, second, third, fourth);

    /// <summary>How the quadruples are divided into lists.</summary>
    public Lists Lists => First.Lists;

    /// <summary>Number of quadruples of each event.</summary>
    public Column<int> Count => Lists.Count;

    /// <summary>Position of the first object in its event's list.</summary>
    public LocalIndex First { get; }

    /// <summary>Position of the second object in its event's list.</summary>
    public LocalIndex Second { get; }

    /// <summary>Position of the third object in its event's list.</summary>
    public LocalIndex Third { get; }

    /// <summary>Position of the fourth object in its event's list.</summary>
    public LocalIndex Fourth { get; }

    /// <summary>The quadruples for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public Quadruples this[JaggedMask mask] => new(First[mask], Second[mask], Third[mask], Fourth[mask]);

    /// <summary>The quadruples at the given places of each event.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A place lies outside its list.</exception>
    public Quadruples this[LocalIndex index] => new(First[index], Second[index], Third[index], Fourth[index]);
}
