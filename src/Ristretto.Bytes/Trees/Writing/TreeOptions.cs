using Ristretto.Bytes.Codecs.Writing;

namespace Ristretto.Bytes.Trees.Writing;

/// <summary>How a tree is written.</summary>
public sealed record TreeOptions
{
    /// <summary>fTitle of the tree.</summary>
    public string Title { get; init; } = "";

    /// <summary>fWeight: what each entry counts when ROOT draws the tree.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Codec and level; without it those of the file.</summary>
    public Compression? Compression { get; init; }

    /// <summary>Entries in a cluster, after which all branches begin new baskets (ROOT's auto-flush by entries); null: by <see cref="ClusterBytes"/>.</summary>
    public int? ClusterEntries { get; init; }

    /// <summary>Bytes in the first cluster before compression (ROOT's auto-flush by bytes); those after it have as many entries, as long as that
    /// is not more than four times the bytes. So much is held in memory.</summary>
    public long ClusterBytes { get; init; } = 32_000_000;

    /// <summary>Bytes in a basket before compression, at most, if an entry is not larger by itself.</summary>
    public int BasketBytes { get; init; } = 1 << 20;

    internal void Require()
    {
        if (ClusterEntries is < 1) throw new ArgumentOutOfRangeException(nameof(ClusterEntries), ClusterEntries, "a cluster has at least one entry");
        if (ClusterBytes < 1) throw new ArgumentOutOfRangeException(nameof(ClusterBytes), ClusterBytes, "a cluster has at least one byte");
        if (BasketBytes is < 1 or > 1 << 29) throw new ArgumentOutOfRangeException(nameof(BasketBytes), BasketBytes, "a basket has between one byte and 512 MB");
    }
}
