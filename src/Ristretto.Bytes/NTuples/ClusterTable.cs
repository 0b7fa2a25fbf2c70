namespace Ristretto.Bytes.NTuples;

/// <summary>All clusters of an RNTuple in the order of their entries.</summary>
internal sealed class ClusterTable(ClusterRecord[] clusters)
{
    /// <summary>The clusters.</summary>
    public IReadOnlyList<ClusterRecord> All => clusters;

    /// <summary>Index of the cluster with an entry that lies inside the RNTuple; empty clusters hold none.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="guess">Where to look first.</param>
    public int Find(long entry, int guess)
    {
        for (var i = Math.Max(0, guess); i < Math.Min(clusters.Length, guess + 2); i++)
            if (clusters[i].FirstEntry <= entry && entry < clusters[i].EndEntry) return i;
        var (low, high) = (0, clusters.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (clusters[middle].EndEntry > entry) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>First entry of each cluster and, at the end, the number of entries; empty clusters left out.</summary>
    public long[] Boundaries()
    {
        List<long> boundaries = [0];
        foreach (var cluster in clusters)
            if (cluster.Entries > 0) boundaries.Add(cluster.EndEntry);
        return [.. boundaries];
    }
}
