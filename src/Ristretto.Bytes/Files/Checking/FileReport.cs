namespace Ristretto.Bytes.Files.Checking;

/// <summary>What a check found.</summary>
public sealed record FileReport
{
    /// <summary>Path or URL of the file.</summary>
    public required string Path { get; init; }

    /// <summary>Length of the file in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Whether the file could not be opened as usual, so that its objects were searched for record by record.</summary>
    public bool IsRecovered { get; init; }

    /// <summary>Number of records that were walked.</summary>
    public long Records { get; init; }

    /// <summary>Number of gaps between them.</summary>
    public long Gaps { get; init; }

    /// <summary>Bytes in gaps.</summary>
    public long GapBytes { get; init; }

    /// <summary>Number of keys in all directories, which are among them.</summary>
    public long Objects { get; init; }

    /// <summary>Number of keys whose object is damaged.</summary>
    public long DamagedObjects { get; init; }

    /// <summary>Number of baskets.</summary>
    public long Baskets { get; init; }

    /// <summary>Number of pages of RNTuples.</summary>
    public long Pages { get; init; }

    /// <summary>Stored bytes of objects, baskets and pages that were decoded.</summary>
    public long CheckedBytes { get; init; }

    /// <summary>Those of them that carry no checksum: uncompressed, or compressed by a codec without one. A changed bit there may go unseen.</summary>
    public long UnprotectedBytes { get; init; }

    /// <summary>What is wrong; the first so many as the options say.</summary>
    public IReadOnlyList<FileProblem> Problems { get; init; } = [];

    /// <summary>Number of all problems.</summary>
    public long ProblemCount { get; init; }

    /// <summary>What is unusual but does no harm.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The trees and RNTuples; of each name the newest cycle.</summary>
    public IReadOnlyList<CheckedTable> Tables { get; init; } = [];

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => ProblemCount == 0;
}
