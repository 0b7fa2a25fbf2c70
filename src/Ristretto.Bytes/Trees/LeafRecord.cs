namespace Ristretto.Bytes.Trees;

/// <summary>TLeaf: one value or list of values of a branch.</summary>
internal sealed class LeafRecord
{
    /// <summary>Class of the leaf, for example TLeafF.</summary>
    public required string ClassName { get; init; }

    /// <summary>fName.</summary>
    public required string Name { get; init; }

    /// <summary>Position of fTitle, which carries the dimensions, in the tree's record.</summary>
    public required int TitleAt { get; init; }

    /// <summary>fLen: product of the fixed dimensions.</summary>
    public required int Length { get; init; }

    /// <summary>fLenType: bytes of one element.</summary>
    public required int ElementBytes { get; init; }

    /// <summary>fIsUnsigned.</summary>
    public required bool IsUnsigned { get; init; }

    /// <summary>fLeafCount: key of the leaf that counts the elements, 0 when there is none.</summary>
    public required int CounterKey { get; init; }

    /// <summary>The branch this leaf belongs to, known when that branch was read.</summary>
    public BranchRecord? Owner { get; set; }
}
