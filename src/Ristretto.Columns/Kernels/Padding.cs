namespace Ristretto.Columns.Kernels;

/// <summary>Lists that become longer or shorter.</summary>
internal static class Padding
{
    /// <summary>Copies of each list what fits into the list of the result at the same place; the rest of the result is left alone.</summary>
    internal static void Copy<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> offsets, ReadOnlySpan<int> kept, Span<T> result) where T : unmanaged
    {
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var length = Math.Min(offsets[list + 1] - offsets[list], kept[list + 1] - kept[list]);
            for (var i = 0; i < length; i++) result[kept[list] + i] = values[offsets[list] + i];
        }
    }

    /// <summary>Writes 1 for every element of the result that comes from a list and 0 for the others.</summary>
    internal static void Mark(ReadOnlySpan<int> offsets, ReadOnlySpan<int> padded, Span<byte> result)
    {
        result.Clear();
        for (var list = 0; list < offsets.Length - 1; list++)
            result.Slice(padded[list], Math.Min(offsets[list + 1] - offsets[list], padded[list + 1] - padded[list])).Fill(1);
    }
}
