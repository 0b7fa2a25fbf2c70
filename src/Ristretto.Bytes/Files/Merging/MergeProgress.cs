namespace Ristretto.Bytes.Files.Merging;

/// <summary>How far a merge has come.</summary>
/// <param name="File">The file that is read.</param>
/// <param name="Done">Files that are done.</param>
/// <param name="Files">All files.</param>
/// <param name="Bytes">Bytes of baskets and pages that were written.</param>
public sealed record MergeProgress(string File, int Done, int Files, long Bytes);
