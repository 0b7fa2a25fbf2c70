using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>How files are merged.</summary>
public sealed record MergeOptions
{
    /// <summary>Codec and level for baskets and pages; without it they are copied as they are stored, whatever their codec.</summary>
    public Compression? Compression { get; init; }

    /// <summary>How many threads read and compress, the calling one included; 0 for all processors. The bytes of the file do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Whether an existing output is replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Paths of objects that are left out, with * and ?.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>The connections to servers.</summary>
    public Connections? Connections { get; init; }

    /// <summary>Is told how far the merge has come.</summary>
    public Action<MergeProgress>? Progress { get; init; }

    /// <summary>Stops the merge; nothing is left of it then.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>How far a merge has come.</summary>
/// <param name="File">The file that is read.</param>
/// <param name="Done">Files that are done.</param>
/// <param name="Files">All files.</param>
/// <param name="Bytes">Bytes of baskets and pages that were written.</param>
public sealed record MergeProgress(string File, int Done, int Files, long Bytes);

/// <summary>What came of a merge.</summary>
/// <param name="Objects">The objects of the output, in its order.</param>
/// <param name="LeftOut">Paths of objects that were left out, because it was asked for.</param>
/// <param name="CopiedBytes">Bytes of baskets and pages in the output.</param>
/// <param name="DecompressedBytes">Bytes of baskets and pages that had to be decompressed; 0 when all were copied as they are.</param>
public sealed record MergeReport(IReadOnlyList<MergedEntry> Objects, IReadOnlyList<string> LeftOut, long CopiedBytes, long DecompressedBytes);

/// <summary>An object of a merged file.</summary>
/// <param name="Path">Name with directories.</param>
/// <param name="ClassName">Its class.</param>
/// <param name="Files">How many of the files have it.</param>
/// <param name="Note">What came of it: entries, or how it was put together.</param>
public sealed record MergedEntry(string Path, string ClassName, int Files, string Note);
