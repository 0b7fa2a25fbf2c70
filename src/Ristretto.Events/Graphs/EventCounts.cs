using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Graphs;

/// <summary>Several counts of events: as they are (0) and under each variation (1, …), or with a partner and without.</summary>
internal sealed class EventCounts : IMergeable<EventCounts>
{
    private long[] _counts = [];

    /// <summary>Number of counts.</summary>
    internal int Length => _counts.Length;

    internal long this[int variant] => variant < _counts.Length ? _counts[variant] : 0;

    public EventCounts CreateEmpty() => new();

    public void Merge(EventCounts other)
    {
        for (var i = 0; i < other._counts.Length; i++) Add(i, other._counts[i], other._counts.Length);
    }

    public void Clear() => _counts.AsSpan().Clear();

    /// <summary>Counts events.</summary>
    internal void Add(int at, long events, int length)
    {
        if (_counts.Length < length) Array.Resize(ref _counts, length);
        _counts[at] += events;
    }
}
