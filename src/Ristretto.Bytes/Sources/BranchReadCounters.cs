namespace Ristretto.Bytes.Sources;

/// <summary>Counts the baskets that were decoded of one branch. Thread-safe; exact.</summary>
public sealed class BranchReadCounters
{
    private long _baskets;
    private long _compressedBytes;
    private long _decompressedBytes;

    /// <summary>Number of baskets decoded; one decoded twice counts twice.</summary>
    public long Baskets => Volatile.Read(ref _baskets);

    /// <summary>Bytes of these baskets in the file, keys included.</summary>
    public long CompressedBytes => Volatile.Read(ref _compressedBytes);

    /// <summary>Bytes that came out of them.</summary>
    public long DecompressedBytes => Volatile.Read(ref _decompressedBytes);

    internal void Add(int compressedBytes, int decompressedBytes)
    {
        Interlocked.Increment(ref _baskets);
        Interlocked.Add(ref _compressedBytes, compressedBytes);
        Interlocked.Add(ref _decompressedBytes, decompressedBytes);
    }
}
