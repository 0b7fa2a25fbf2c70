namespace Ristretto.Bytes.Trees;

/// <summary>TBranch: what the tree's record says about one branch. Titles, basket lists and embedded baskets stay in the record until asked for.</summary>
internal sealed class BranchRecord
{
    /// <summary>Class of the branch: TBranch, TBranchElement, ….</summary>
    public required string ClassName { get; init; }

    /// <summary>Stored names from the top-level branch down, joined by <c>/</c>.</summary>
    public string Path = "";

    /// <summary>Position of fTitle in the tree's record.</summary>
    public int TitleAt;

    /// <summary>fCompress: algorithm times 100 plus level, for what is still to be written; negative: as the file says.</summary>
    public int Compression;

    /// <summary>fWriteBasket: index of the basket that was being filled.</summary>
    public int WriteBasket;

    /// <summary>fEntries.</summary>
    public long Entries;

    /// <summary>fTotBytes: bytes of all baskets decompressed, keys included.</summary>
    public long TotalBytes;

    /// <summary>fZipBytes: bytes of all baskets in the file.</summary>
    public long StoredBytes;

    /// <summary>fMaxBaskets: length of the three arrays.</summary>
    public int MaxBaskets;

    /// <summary>Positions of fBasketBytes, fBasketEntry and fBasketSeek in the tree's record.</summary>
    public int BytesAt, EntryAt, SeekAt;

    /// <summary>Bytes of one element of fBasketEntry and of fBasketSeek.</summary>
    public int EntryWidth, SeekWidth;

    /// <summary>fFileName: the other file that holds the baskets; usually empty.</summary>
    public string FileName = "";

    /// <summary>Whether it has branches below and so no values of its own.</summary>
    public bool HasBranches;

    /// <summary>fLeaves.</summary>
    public List<LeafRecord> Leaves { get; } = new(1);

    /// <summary>fBaskets: index and position in the tree's record of the baskets that are stored there; null when there are none.</summary>
    public List<(int Index, int Position)>? Embedded;

    /// <summary>What a TBranchElement says about its values; null for other classes of branches.</summary>
    public ElementRecord? Element;

    /// <summary>Class of the objects of a TBranchObject.</summary>
    public string ObjectClass = "";
}
