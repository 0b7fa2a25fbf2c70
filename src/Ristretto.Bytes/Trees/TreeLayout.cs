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

/// <summary>The same for one of its branches.</summary>
/// <param name="Record">What the record says of the branch.</param>
/// <param name="Version">Class version of TBranch.</param>
internal sealed record BranchLayout(BranchRecord Record, int Version)
{
    /// <summary>fCompress; 12 bytes on stands fWriteBasket, then fEntryNumber.</summary>
    public int CompressAt { get; set; }

    /// <summary>fOffset; then fMaxBaskets, fSplitLevel, fEntries, fFirstEntry, fTotBytes, fZipBytes.</summary>
    public int CountsAt { get; set; }

    /// <summary>fBaskets, then the three arrays.</summary>
    public int BasketsAt { get; set; }

    /// <summary>The position behind the arrays.</summary>
    public int BasketsEnd { get; set; }
}
