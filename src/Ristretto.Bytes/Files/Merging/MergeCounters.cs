namespace Ristretto.Bytes.Files.Merging;

/// <summary>What a merge has copied so far.</summary>
internal sealed class MergeCounters
{
    private long _copied;
    private long _decompressed;

    /// <summary>Bytes of baskets and pages that were written.</summary>
    public long Copied => Interlocked.Read(ref _copied);

    /// <summary>Bytes of baskets and pages that came out of a decoder; 0 as long as none has to be compressed anew.</summary>
    public long Decompressed => Interlocked.Read(ref _decompressed);

    /// <summary>Counts written bytes.</summary>
    public void AddCopied(long bytes) => Interlocked.Add(ref _copied, bytes);

    /// <summary>Counts decompressed bytes.</summary>
    public void AddDecompressed(long bytes) => Interlocked.Add(ref _decompressed, bytes);
}
