namespace Ristretto.Bytes.Trees;

/// <summary>Where the numbers of a branch stand that change when entries are added.</summary>
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
