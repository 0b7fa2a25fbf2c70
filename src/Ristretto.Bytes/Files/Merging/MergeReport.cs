namespace Ristretto.Bytes.Files.Merging;

/// <summary>What came of a merge.</summary>
/// <param name="Objects">The objects of the output, in its order.</param>
/// <param name="LeftOut">Paths of objects that were left out, because it was asked for.</param>
/// <param name="CopiedBytes">Bytes of baskets and pages in the output.</param>
/// <param name="DecompressedBytes">Bytes of baskets and pages that had to be decompressed; 0 when all were copied as they are.</param>
public sealed record MergeReport(IReadOnlyList<MergedEntry> Objects, IReadOnlyList<string> LeftOut, long CopiedBytes, long DecompressedBytes);
