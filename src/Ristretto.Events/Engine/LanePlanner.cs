namespace Ristretto.Events.Engine;

/// <summary>Cuts the events of a file into the contiguous runs that are processed and merged as one piece each.</summary>
/// <remarks>The cut follows from the clusters of the file alone. That is what makes sums of weights come out the same for any number of
/// threads: inside a run the events are added one after the other, and the runs are added in order.</remarks>
internal static class LanePlanner
{
    /// <summary>A run ends with the first cluster that brings it to this many events.</summary>
    internal const long TargetEvents = 16_384;

    /// <summary>A cluster of more events than this is cut inside.</summary>
    internal const long MostEvents = 65_536;

    /// <summary>Runs of events from the boundaries of the clusters (0 … entries), not beyond <paramref name="limit"/> events.</summary>
    internal static IReadOnlyList<(long First, long End)> Plan(IReadOnlyList<long> boundaries, long limit)
    {
        List<(long, long)> lanes = [];
        var first = 0L;
        foreach (var boundary in boundaries)
        {
            var end = Math.Min(boundary, limit);
            while (end - first > MostEvents)
            {
                lanes.Add((first, first + MostEvents));
                first += MostEvents;
            }
            if (end - first >= TargetEvents || (end == limit && end > first))
            {
                lanes.Add((first, end));
                first = end;
            }
            if (end == limit) return lanes;
        }
        if (boundaries.Count > 0 && boundaries[^1] > first) lanes.Add((first, boundaries[^1]));
        return lanes;
    }

    /// <summary>Of some runs of events the parts from one event to another.</summary>
    internal static IReadOnlyList<(long First, long End)> Cut(IReadOnlyList<(long First, long End)> lanes, long begin, long end) =>
        [.. lanes.Select(lane => (First: Math.Max(lane.First, begin), End: Math.Min(lane.End, end))).Where(lane => lane.First < lane.End)];
}
