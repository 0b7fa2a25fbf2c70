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
