using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;

namespace Ristretto.Analyses.HH4b;

/// <summary>How many certified events fired each trigger path.</summary>
public sealed class PathCounts : IMergeable<PathCounts>
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>Events by path.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Counts the events of a batch.</summary>
    public void Add(string path, Mask fired) => _counts[path] = _counts.GetValueOrDefault(path) + fired.CountTrue();

    /// <inheritdoc/>
    public PathCounts CreateEmpty() => new();

    /// <inheritdoc/>
    public void Merge(PathCounts other)
    {
        foreach (var (path, count) in other._counts) _counts[path] = _counts.GetValueOrDefault(path) + count;
    }

    /// <inheritdoc/>
    public void Clear() => _counts.Clear();
}
