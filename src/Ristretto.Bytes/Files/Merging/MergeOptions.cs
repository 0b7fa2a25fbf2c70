using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Files.Merging;

/// <summary>How files are merged.</summary>
public sealed record MergeOptions
{
    /// <summary>Codec and level for baskets and pages; without it they are copied as they are stored, whatever their codec.</summary>
    public Compression? Compression { get; init; }

    /// <summary>What is done with trees whose branches differ.</summary>
    public MergeSchema Schema { get; init; }

    /// <summary>How many threads read and compress, the calling one included; 0 for all processors. The bytes of the file do not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Whether an existing output is replaced.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Whether the output takes its name only when the disk has all of it; see <see cref="RootWriteOptions.IsDurable"/>.</summary>
    public bool IsDurable { get; init; } = true;

    /// <summary>Paths of objects that are left out, with * and ?.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>The connections to servers.</summary>
    public Connections? Connections { get; init; }

    /// <summary>Is told how far the merge has come.</summary>
    public Action<MergeProgress>? Progress { get; init; }

    /// <summary>Stops the merge; nothing is left of it then.</summary>
    public CancellationToken Cancellation { get; init; }
}
