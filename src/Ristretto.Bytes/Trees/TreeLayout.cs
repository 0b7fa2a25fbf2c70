using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Trees;

/// <summary>Where in a tree's record the numbers stand that change when entries are added.</summary>
internal sealed class TreeLayout
{
    /// <summary>Byte counts and references.</summary>
    public RecordMarks Marks { get; } = new();

    /// <summary>All branches, those with branches below too, in the order of the record.</summary>
    public List<BranchLayout> Branches { get; } = [];

    /// <summary>fEntries, followed by fTotBytes, fZipBytes, fSavedBytes and fFlushedBytes.</summary>
    public int EntriesAt { get; set; }

    /// <summary>fNClusterRange.</summary>
    public int RangesAt { get; set; }

    /// <summary>fAutoFlush.</summary>
    public int AutoFlushAt { get; set; }

    /// <summary>fClusterRangeEnd and fClusterSize with their flags.</summary>
    public int ClustersAt { get; set; }

    /// <summary>The position behind them.</summary>
    public int ClustersEnd { get; set; }

    /// <summary>Notes the byte count of an object.</summary>
    public void Add(ObjectHeader header)
    {
        if (header.End >= 0) Marks.Counts.Add((header.Start, header.End));
    }

    /// <summary>Notes a branch.</summary>
    public BranchLayout AddBranch(ObjectHeader header, BranchRecord record)
    {
        Add(header);
        var branch = new BranchLayout(record, header.Version);
        Branches.Add(branch);
        return branch;
    }
}
