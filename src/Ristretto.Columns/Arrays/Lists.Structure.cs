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
