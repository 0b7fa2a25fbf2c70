using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Graphs;

/// <summary>How many events have arrived somewhere, as they are (0) and under each variation (1, …).</summary>
internal sealed class ArrivedEvents : IMergeable<ArrivedEvents>
{
    private long[] _counts = [];

    /// <summary>Number of counts.</summary>
    internal int Variants => _counts.Length;

    internal long this[int variant] => variant < _counts.Length ? _counts[variant] : 0;

    public ArrivedEvents CreateEmpty() => new();

    public void Merge(ArrivedEvents other)
    {
        for (var i = 0; i < other._counts.Length; i++) Add(i, other._counts[i], other._counts.Length);
    }

    public void Clear() => _counts.AsSpan().Clear();

    /// <summary>Counts events.</summary>
    internal void Add(int variant, long events, int variants)
    {
        if (_counts.Length < variants) Array.Resize(ref _counts, variants);
        _counts[variant] += events;
    }
}
