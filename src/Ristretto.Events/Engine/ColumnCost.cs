namespace Ristretto.Events.Engine;

/// <summary>What a column has cost.</summary>
/// <param name="Branch">Name of the branch.</param>
/// <param name="CompressedBytes">Bytes read.</param>
/// <param name="DecompressedBytes">Bytes after decompression.</param>
public sealed record ColumnCost(string Branch, long CompressedBytes, long DecompressedBytes)
{
    /// <summary>Time for fetching its bytes basket by basket, summed over the workers; what was fetched for many columns at once is part of none.</summary>
    public TimeSpan Fetch { get; init; }

    /// <summary>Time for decompressing it, summed over the workers.</summary>
    public TimeSpan Decompress { get; init; }

    /// <summary>Time from bytes to values, summed over the workers.</summary>
    public TimeSpan Decode { get; init; }

    /// <summary>All of it.</summary>
    public TimeSpan Time => Fetch + Decompress + Decode;
}
