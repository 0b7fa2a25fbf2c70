namespace Ristretto.Bytes.Trees;

/// <summary>TTree: what the tree's record says, with all branches.</summary>
internal sealed class TreeRecord
{
    /// <summary>fTitle.</summary>
    public string Title = "";

    /// <summary>fEntries.</summary>
    public long Entries;

    /// <summary>fTotBytes.</summary>
    public long TotalBytes;

    /// <summary>fZipBytes.</summary>
    public long StoredBytes;

    /// <summary>fAutoFlush: above 0 the entries of a cluster.</summary>
    public long AutoFlush;

    /// <summary>fClusterRangeEnd: last entry of each range of equal clusters.</summary>
    public long[] ClusterRangeEnds = [];

    /// <summary>fClusterSize: entries of the clusters of each range.</summary>
    public long[] ClusterSizes = [];

    /// <summary>Branches without branches below, depth first in stored order.</summary>
    public List<BranchRecord> Terminal { get; } = [];

    /// <summary>Leaves by the key under which they are referenced.</summary>
    public Dictionary<int, LeafRecord> LeavesByKey { get; } = [];

    /// <summary>Branches by the key under which they are referenced.</summary>
    public Dictionary<int, BranchRecord> BranchesByKey { get; } = [];

    /// <summary>fWeight.</summary>
    public double Weight = 1;

    /// <summary>Position behind fBranches, where fLeaves, aliases, index, friends and user info follow.</summary>
    public int TailAt;

    /// <summary>Position behind the tree.</summary>
    public int EndAt;

    /// <summary>Class version.</summary>
    public int Version;

    /// <summary>The class names that were spelled out up to there.</summary>
    public Objects.ClassTags? Tags;
}
