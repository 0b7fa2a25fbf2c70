namespace Ristretto.Columns.Kernels;

/// <summary>Reductions of each list to one value.</summary>
internal static class Reduce
{
    /// <summary>Number of ones in each list of bytes 0 and 1.</summary>
    internal static void CountOnes(ReadOnlySpan<byte> mask, ReadOnlySpan<int> offsets, Span<int> result)
    {
        for (var list = 0; list < result.Length; list++)
        {
            var count = 0;
            for (var i = offsets[list]; i < offsets[list + 1]; i++) count += mask[i];
            result[list] = count;
        }
    }
}
