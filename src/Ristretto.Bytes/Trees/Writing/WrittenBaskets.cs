namespace Ristretto.Bytes.Trees.Writing;

/// <summary>The baskets of a branch that are in the file: fBasketBytes, fBasketEntry, fBasketSeek and their sums.</summary>
internal sealed class WrittenBaskets
{
    /// <summary>Entries handed over so far.</summary>
    public long Entries { get; set; }

    /// <summary>fNbytes of each basket.</summary>
    public List<int> Bytes { get; } = [];

    /// <summary>The first entry of each.</summary>
    public List<long> FirstEntries { get; } = [];

    /// <summary>Position of each.</summary>
    public List<long> Seeks { get; } = [];

    /// <summary>fTotBytes: with keys, before compression.</summary>
    public long TotalBytes { get; private set; }

    /// <summary>fZipBytes: with keys, as stored.</summary>
    public long StoredBytes { get; private set; }

    /// <summary>The largest basket before compression, with its key.</summary>
    public int LargestBytes { get; private set; }

    public void Add(long seek, long firstEntry, int stored, int total)
    {
        Seeks.Add(seek);
        FirstEntries.Add(firstEntry);
        Bytes.Add(stored);
        StoredBytes += stored;
        TotalBytes += total;
        LargestBytes = Math.Max(LargestBytes, total);
    }
}
