using Ristretto.Bytes.Codecs.Writing;

namespace Ristretto.Events.Graphs.Snapshots;

/// <summary>How a snapshot is written.</summary>
public sealed record SnapshotOptions
{
    /// <summary>Name of the TTree or RNTuple.</summary>
    public string Name { get; init; } = "Events";

    /// <summary>TTree or RNTuple.</summary>
    public SnapshotFormat Format { get; init; }

    /// <summary>Codec and level; by default ZSTD 5.</summary>
    public Compression? Compression { get; init; }

    /// <summary>Whether a file of the name is replaced, once the new one is whole.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Whether events are left out that pass under a variation only. By default they are kept, and the column <c>Variations</c> says where each event passes:
    /// bit 0 as it is, bit i under the i-th variation that the column's title names.</summary>
    public bool IsNominalOnly { get; init; }
}
