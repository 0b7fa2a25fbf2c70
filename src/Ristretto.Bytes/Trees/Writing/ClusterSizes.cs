namespace Ristretto.Bytes.Trees.Writing;

/// <summary>The entries of each cluster of a tree, as ROOT keeps them: ranges of clusters of the same size, and fAutoFlush for what follows.</summary>
internal sealed class ClusterSizes
{
    private readonly List<(long Size, long End)> _runs = [];

    /// <summary>Adds a cluster.</summary>
    public void Add(long entries)
    {
        var end = entries + (_runs.Count > 0 ? _runs[^1].End : 0);
        if (_runs.Count > 0 && _runs[^1].Size == entries) _runs[^1] = (entries, end);
        else _runs.Add((entries, end));
    }

    /// <summary>fAutoFlush, fClusterRangeEnd (the last entry of each range) and fClusterSize.</summary>
    public (long AutoFlush, IReadOnlyList<long> RangeEnds, IReadOnlyList<long> Sizes) ToRecord()
    {
        // A shorter cluster at the end needs no range of its own: the entries end there.
        var count = _runs.Count > 1 && _runs[^1].Size < _runs[^2].Size ? _runs.Count - 1 : _runs.Count;
        if (count == 0) return (0, [], []);
        var ranges = _runs[..(count - 1)];
        return (_runs[count - 1].Size, [.. ranges.Select(run => run.End - 1)], [.. ranges.Select(run => run.Size)]);
    }
}
