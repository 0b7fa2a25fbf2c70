using Ristretto.Bytes.Codecs.Writing;

namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>How an ntuple is written.</summary>
public sealed record NTupleOptions
{
    /// <summary>Text for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>Codec and level; without it those of the file.</summary>
    public Compression? Compression { get; init; }

    /// <summary>Bytes of a cluster before compression: it ends with the entry that reaches them. So much is held in memory, twice.</summary>
    public long ClusterBytes { get; init; } = 64_000_000;

    /// <summary>Entries of a cluster; null: by <see cref="ClusterBytes"/>.</summary>
    public int? ClusterEntries { get; init; }

    /// <summary>Bytes of a page before compression, at most; ROOT's limit is 1 MiB.</summary>
    public int PageBytes { get; init; } = 1 << 20;

    /// <summary>Clusters that share a list of pages. JSROOT 7.11 reads the first list only.</summary>
    public int ClustersPerGroup { get; init; } = 1024;

    internal void Require()
    {
        if (ClusterBytes < 1) throw new ArgumentOutOfRangeException(nameof(ClusterBytes), ClusterBytes, "a cluster has at least one byte");
        if (ClusterEntries is < 1) throw new ArgumentOutOfRangeException(nameof(ClusterEntries), ClusterEntries, "a cluster has at least one entry");
        if (PageBytes is < 16 or > 1 << 28) throw new ArgumentOutOfRangeException(nameof(PageBytes), PageBytes, "a page has between 16 bytes and 256 MB");
        if (ClustersPerGroup < 1) throw new ArgumentOutOfRangeException(nameof(ClustersPerGroup), ClustersPerGroup, "a group has at least one cluster");
    }
}
