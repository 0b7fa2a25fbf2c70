using Ristretto.Columns.Arrays;

namespace Ristretto.Columns.Combinatorics;

/// <summary>Pairs of objects as two positions, shape <c>[events][pairs]</c>; the objects themselves are fetched column by column:
/// <c>pt[pairs.First] + pt[pairs.Second]</c>.</summary>
public readonly struct Pairs
{
    internal Pairs(LocalIndex first, LocalIndex second) => (First, Second) = (first, second);

    /// <summary>How the pairs are divided into lists.</summary>
    public Lists Lists => First.Lists;

    /// <summary>Number of pairs of each event.</summary>
    public Column<int> Count => Lists.Count;

    /// <summary>Position of the first object in its event's list.</summary>
    public LocalIndex First { get; }

    /// <summary>Position of the second object in its event's list.</summary>
    public LocalIndex Second { get; }

    /// <summary>The pairs for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public Pairs this[JaggedMask mask] => new(First[mask], Second[mask]);

    /// <summary>The pairs at the given places of each event: <c>pairs[Abs(mass - 91.2).ArgMin()]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A place lies outside its list.</exception>
    public Pairs this[LocalIndex index] => new(First[index], Second[index]);

    /// <summary>The pairs, copied.</summary>
    public (int First, int Second)[][] ToArrays()
    {
        var result = new (int, int)[Lists.Length][];
        for (var i = 0; i < result.Length; i++)
            result[i] = [.. Enumerable.Range(Lists.Offsets[i], Lists.Offsets[i + 1] - Lists.Offsets[i]).Select(At)];
        return result;
    }

    private (int, int) At(int pair) => (First.Values[pair], Second.Values[pair]);
}
