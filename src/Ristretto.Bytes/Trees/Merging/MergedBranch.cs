namespace Ristretto.Bytes.Trees.Merging;

/// <summary>The baskets of a branch of the merged tree.</summary>
/// <param name="path">Tree and branch, for errors.</param>
/// <param name="name">Name of the branch, which the keys of its baskets carry.</param>
internal sealed class MergedBranch(string path, string name)
{
    /// <summary>Tree and branch, for errors.</summary>
    public string Path => path;

    /// <summary>Name of the branch.</summary>
    public string Name => name;

    /// <summary>First entry of each basket.</summary>
    public List<long> FirstEntries { get; } = [];

    /// <summary>fBasketSeek.</summary>
    public List<long> Seeks { get; } = [];

    /// <summary>fBasketBytes.</summary>
    public List<int> Bytes { get; } = [];

    /// <summary>fTotBytes.</summary>
    public long TotalBytes { get; private set; }

    /// <summary>fZipBytes.</summary>
    public long StoredBytes { get; private set; }

    /// <summary>fEntries of the branch.</summary>
    public long Entries { get; set; }

    /// <summary>Announces a basket and returns its index.</summary>
    public int Announce(long firstEntry)
    {
        FirstEntries.Add(firstEntry);
        Seeks.Add(0);
        Bytes.Add(0);
        return Seeks.Count - 1;
    }

    /// <summary>An announced basket is in the file.</summary>
    public void Place(int index, long seek, int stored, int total)
    {
        (Seeks[index], Bytes[index]) = (seek, stored);
        StoredBytes += stored;
        TotalBytes += total;
    }
}
