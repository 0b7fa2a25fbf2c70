using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

// There is no reduction of all events to one number: a column holds some of the events only, so its total would depend on how many; fill a histogram or a
// cutflow. ByPosition() is what reduces over the events at hand position by position.
public readonly partial struct JaggedColumn<T>
{
    /// <summary>The smallest element of each list; NaN is passed over; None for a list without numbers.</summary>
    public OptionalColumn<T> Min() => Best<Smallest<T>>();

    /// <summary>The largest element of each list; NaN is passed over; None for a list without numbers.</summary>
    public OptionalColumn<T> Max() => Best<Largest<T>>();

    /// <summary>The smallest of <paramref name="initial"/> and the elements of each list; NaN is passed over.</summary>
    public Column<T> Min(T initial) => Best<Smallest<T>>(initial);

    /// <summary>The largest of <paramref name="initial"/> and the elements of each list; NaN is passed over.</summary>
    public Column<T> Max(T initial) => Best<Largest<T>>(initial);

    /// <summary>Where the smallest element of each list is, the first of equals: one position per list, none for a list without numbers.
    /// Picks objects as it is: <c>jets.Pt[jets.Mass.ArgMin()]</c> has the shape <c>[events][0 or 1]</c>.</summary>
    public LocalIndex ArgMin() => Winners<Smallest<T>>();

    /// <summary>Where the largest element of each list is, the first of equals: one position per list, none for a list without numbers.</summary>
    public LocalIndex ArgMax() => Winners<Largest<T>>();

    /// <summary>The first element of each list; None for an empty list.</summary>
    public OptionalColumn<T> First() => At(0);

    /// <summary>The first element of each list; <paramref name="otherwise"/> for an empty list.</summary>
    public Column<T> First(T otherwise) => At(0).FillNone(otherwise);

    /// <summary>Element <paramref name="position"/> of each list, counted from 0, or from the end when negative (−1 is the last); None where the list is too short.</summary>
    public OptionalColumn<T> At(int position)
    {
        var (result, has) = Answers();
        var values = Values;
        var offsets = Offsets;
        var to = result.Span;
        var found = has.Span;
        for (var list = 0; list < to.Length; list++)
        {
            var (start, end) = (offsets[list], offsets[list + 1]);
            var at = position >= 0 ? start + position : end + position;
            var inside = at >= start && at < end;
            found[list] = inside ? (byte)1 : (byte)0;
            to[list] = inside ? values[at] : T.Zero;
        }
        return new OptionalColumn<T>(new Column<T>(result), new Mask(has));
    }

    /// <summary>Number of elements of each list for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public Column<int> CountWhere(JaggedMask mask)
    {
        Lists.RequireSame(mask.Lists, "a jagged column", "a mask");
        return mask.CountTrue();
    }

    private (ColumnBuffer<T> Values, ColumnBuffer<byte> HasValue) Answers()
    {
        var workspace = Workspace ?? Lists.Workspace;
        return (ColumnBuffer<T>.Allocate(workspace, Length), ColumnBuffer<byte>.Allocate(workspace, Length));
    }

    private OptionalColumn<T> Best<TOrder>() where TOrder : IOrder<T>
    {
        var (result, has) = Answers();
        var values = Values;
        var offsets = Offsets;
        var to = result.Span;
        var found = has.Span;
        for (var list = 0; list < to.Length; list++)
        {
            var winner = Reduce.Winner<T, TOrder>(values[offsets[list]..offsets[list + 1]]);
            found[list] = winner >= 0 ? (byte)1 : (byte)0;
            to[list] = winner >= 0 ? values[offsets[list] + winner] : T.Zero;
        }
        return new OptionalColumn<T>(new Column<T>(result), new Mask(has));
    }

    private Column<T> Best<TOrder>(T initial) where TOrder : IOrder<T>
    {
        var result = ColumnBuffer<T>.Allocate(Workspace ?? Lists.Workspace, Length);
        var values = Values;
        var offsets = Offsets;
        var to = result.Span;
        for (var list = 0; list < to.Length; list++)
        {
            var winner = Reduce.Winner<T, TOrder>(values[offsets[list]..offsets[list + 1]]);
            to[list] = winner >= 0 && TOrder.Wins(values[offsets[list] + winner], initial) ? values[offsets[list] + winner] : initial;
        }
        return new Column<T>(result);
    }

    private LocalIndex Winners<TOrder>() where TOrder : IOrder<T>
    {
        var workspace = Workspace ?? Lists.Workspace;
        var kept = ColumnBuffer<int>.Allocate(workspace, Length + 1);
        var positions = ColumnBuffer<int>.Allocate(workspace, Length);
        var values = Values;
        var offsets = Offsets;
        var ends = kept.Span;
        var to = positions.Span;
        var count = 0;
        ends[0] = 0;
        for (var list = 0; list < to.Length; list++)
        {
            var winner = Reduce.Winner<T, TOrder>(values[offsets[list]..offsets[list + 1]]);
            if (winner >= 0) to[count++] = winner;
            ends[list + 1] = count;
        }
        return new LocalIndex(new Lists(kept), positions.First(count));
    }
}
