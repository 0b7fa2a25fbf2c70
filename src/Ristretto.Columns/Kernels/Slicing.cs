namespace Ristretto.Columns.Kernels;

/// <summary>A range of each list, cut off where the list ends.</summary>
internal static class Slicing
{
    /// <summary>Writes where the ranges of all lists end when they stand one after the other.</summary>
    internal static void Divide(ReadOnlySpan<int> offsets, Range range, int step, Span<int> ends)
    {
        var stride = Math.Abs((long)step);
        ends[0] = 0;
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var (start, end) = Bounds(range, offsets[list + 1] - offsets[list]);
            ends[list + 1] = ends[list] + (int)((Math.Max(0, end - start) + stride - 1) / stride);
        }
    }

    /// <summary>Writes the positions that lie in the range of each list.</summary>
    internal static void Fill(ReadOnlySpan<int> offsets, Range range, int step, ReadOnlySpan<int> ends, Span<int> positions)
    {
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var (start, end) = Bounds(range, offsets[list + 1] - offsets[list]);
            var position = step > 0 ? start : end - 1;
            for (var i = ends[list]; i < ends[list + 1]; i++, position += step) positions[i] = position;
        }
    }

    private static (int Start, int End) Bounds(Range range, int count) => (Bound(range.Start, count), Bound(range.End, count));

    private static int Bound(Index index, int count) => index.IsFromEnd ? Math.Max(0, count - index.Value) : Math.Min(index.Value, count);
}
