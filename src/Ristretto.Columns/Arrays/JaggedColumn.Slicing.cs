namespace Ristretto.Columns.Arrays;

public readonly partial struct JaggedColumn<T>
{
    /// <summary>A range of each list, cut off where a list is shorter: <c>Take(1..)</c> is all but the first, <c>Take(^2..)</c> the last two,
    /// <c>Take(.., -1)</c> the list backwards.</summary>
    /// <param name="range">Which elements; an end before the start is an empty range.</param>
    /// <param name="step">Every how many of them; negative goes from the last of the range to the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    public JaggedColumn<T> Take(Range range, int step = 1) => this[Lists.Range(range, step)];

    /// <summary>The lists of some events, so that <c>column[100..200]</c> can be written; the values are a view.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many events.</exception>
    public JaggedColumn<T> Slice(int start, int length)
    {
        var lists = Lists.Slice(start, length);
        return new JaggedColumn<T>(lists, _values.Slice(Lists.Offsets[start], lists.Total));
    }

    /// <summary>Each list divided into lists of the given lengths, shape <c>[events][counts][…]</c>; the values are a view. Groups neighbours that are equal:
    /// <c>sorted.Unflatten(sorted.RunLengths())</c>.</summary>
    /// <exception cref="ArgumentException">A length is negative, or the lengths of a list do not add up to its own.</exception>
    public NestedColumn<T> Unflatten(JaggedColumn<int> counts)
    {
        Lists.RequireLength(counts.Length, "lists", "lists of lengths");
        var inner = Lists.FromCounts(counts.Values, Workspace ?? counts.Workspace);
        for (var list = 0; list < Length; list++)
        {
            if (inner.Offsets[counts.Offsets[list + 1]] != Offsets[list + 1])
                throw new ArgumentException($"lists of together {counts[list].ToArray().Sum()} elements cannot hold the {this[list].Length} of event {list}");
        }
        return new NestedColumn<T>(counts.Lists, new JaggedColumn<T>(inner, _values));
    }

    /// <summary>The first elements of all lists as one list, the second ones as the next, …: shape <c>[positions][events that have one]</c>.
    /// What reduces it reduces over events: <c>jets.Pt.ByPosition().Mean()</c> are the means of the leading jet, of the second one, …</summary>
    /// <remarks>In the event loop the events are those at hand, not those of the whole sample.</remarks>
    public JaggedColumn<T> ByPosition()
    {
        var (lists, positions) = Lists.ByPosition();
        return new JaggedColumn<T>(lists, Gathered(positions));
    }

    /// <summary>Lists of the same lengths with this value everywhere.</summary>
    public JaggedColumn<TTo> FilledWith<TTo>(TTo value) where TTo : unmanaged, System.Numerics.INumber<TTo> => new(Lists, Flat.FilledWith(value).Buffer);
}
