using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

public readonly partial struct Lists
{
    /// <summary>Position of each element in its list, counted from 0.</summary>
    public LocalIndex LocalIndices()
    {
        var positions = ColumnBuffer<int>.Allocate(Workspace, Total);
        var offsets = Offsets;
        var to = positions.Span;
        for (var list = 0; list < offsets.Length - 1; list++)
            for (var i = offsets[list]; i < offsets[list + 1]; i++) to[i] = i - offsets[list];
        return new LocalIndex(this, positions);
    }

    /// <summary>Where the element at a position of each list stands in the flat values: picks one object per event, <c>jets.Pt.Flat[jets.Lists.Positions(0)]</c>.</summary>
    /// <param name="position">The position in each list, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A list is too short.</exception>
    public EventIndex Positions(int position)
    {
        var result = ColumnBuffer<int>.Allocate(Workspace, Length);
        var offsets = Offsets;
        var to = result.Span;
        for (var list = 0; list < to.Length; list++)
        {
            if ((uint)position >= (uint)(offsets[list + 1] - offsets[list])) ThrowTooShort(list, position);
            to[list] = offsets[list] + position;
        }
        return new EventIndex(result);
    }

    /// <summary>Where the element at a position of each list, another one in every event, stands in the flat values.</summary>
    /// <param name="positions">The position in each list, counted from 0, shape <c>[events]</c>.</param>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A list is too short.</exception>
    public EventIndex Positions(Column<int> positions)
    {
        RequireLength(positions.Length, "lists", "positions");
        var result = ColumnBuffer<int>.Allocate(Workspace ?? positions.Workspace, Length);
        var offsets = Offsets;
        var from = positions.AsSpan();
        var to = result.Span;
        for (var list = 0; list < to.Length; list++)
        {
            if ((uint)from[list] >= (uint)(offsets[list + 1] - offsets[list])) ThrowTooShort(list, from[list]);
            to[list] = offsets[list] + from[list];
        }
        return new EventIndex(result);
    }

    /// <summary>The event of each element, shape <c>[objects]</c>: with <see cref="LocalIndices"/> what data frames call entry and subentry.</summary>
    public EventIndex Events()
    {
        var result = ColumnBuffer<int>.Allocate(Workspace, Total);
        var offsets = Offsets;
        var to = result.Span;
        for (var list = 0; list < offsets.Length - 1; list++) to[offsets[list]..offsets[list + 1]].Fill(list);
        return new EventIndex(result);
    }

    /// <summary>The length that all lists have; null when they differ or there are none.</summary>
    public int? CommonLength
    {
        get
        {
            var offsets = Offsets;
            for (var list = 1; list < offsets.Length; list++)
                if (offsets[list] != list * (long)offsets[1]) return null;
            return offsets.Length == 1 ? null : offsets[1];
        }
    }

    /// <summary>Positions of a range of each list, cut off where a list is shorter: <c>Range(1..)</c> is all but the first, <c>Range(^2..)</c> the last two.</summary>
    /// <param name="range">Which elements; an end before the start is an empty range.</param>
    /// <param name="step">Every how many of them; negative goes from the last of the range to the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    public LocalIndex Range(Range range, int step = 1)
    {
        if (step == 0) throw new ArgumentOutOfRangeException(nameof(step), "a step of 0 never arrives");
        var ends = ColumnBuffer<int>.Allocate(Workspace, Length + 1);
        Slicing.Divide(Offsets, range, step, ends.Span);
        var positions = ColumnBuffer<int>.Allocate(Workspace, ends.Span[^1]);
        Slicing.Fill(Offsets, range, step, ends.Span, positions.Span);
        return new LocalIndex(new Lists(ends), positions);
    }

    /// <summary>Lists of the first elements of all lists, of the second ones, …, and where these elements are.</summary>
    internal (Lists Lists, ColumnBuffer<int> Positions) ByPosition()
    {
        var offsets = Offsets;
        var longest = 0;
        for (var list = 1; list < offsets.Length; list++) longest = Math.Max(longest, offsets[list] - offsets[list - 1]);
        var ends = ColumnBuffer<int>.Allocate(Workspace, longest + 1);
        var next = ColumnBuffer<int>.Allocate(Workspace, longest);
        var positions = ColumnBuffer<int>.Allocate(Workspace, Total);
        Transposition.Apply(offsets, ends.Span, next.Span, positions.Span);
        return (new Lists(ends), positions);
    }

    /// <summary>Lists that begin at an event, of as many events; the first offset is 0 again.</summary>
    internal Lists Slice(int start, int length)
    {
        var from = Buffer.Slice(start, length + 1).Span;
        var result = ColumnBuffer<int>.Allocate(Workspace, length + 1);
        var to = result.Span;
        for (var i = 0; i < to.Length; i++) to[i] = from[i] - from[0];
        return new Lists(result);
    }

    private void ThrowTooShort(int list, int position) =>
        throw new ArgumentOutOfRangeException(nameof(position), $"position {position} in event {list}, whose list has {Offsets[list + 1] - Offsets[list]} elements");

    /// <summary>Lists of at most <paramref name="count"/> elements.</summary>
    internal Lists Shortened(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Resized(0, count);
    }

    /// <summary>Lists of at least <paramref name="count"/> elements, or of exactly as many.</summary>
    internal Lists Padded(int count, bool clip)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Resized(count, clip ? count : int.MaxValue);
    }

    private Lists Resized(int shortest, int longest)
    {
        var kept = ColumnBuffer<int>.Allocate(Workspace, Length + 1);
        var offsets = Offsets;
        var to = kept.Span;
        to[0] = 0;
        for (var list = 0; list < offsets.Length - 1; list++)
            to[list + 1] = checked(to[list] + Math.Clamp(offsets[list + 1] - offsets[list], shortest, longest));
        return new Lists(kept);
    }
}
