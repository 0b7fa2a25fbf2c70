namespace Ristretto.Bytes.Trees.Merging;

/// <summary>A basket of an input and its place among those of the merged branch.</summary>
internal readonly record struct CopiedBasket(MergedBranch Branch, int Index, long Seek, int Bytes);
