using Ristretto.Events.Datasets;

namespace Ristretto.Events.Engine.Ledger;

/// <summary>What became of the events that a run was limited to.</summary>
/// <param name="Asked">The events of the list.</param>
/// <param name="Found">Those that were there and were processed, by run, section and event number; an event that is there twice comes twice.</param>
public sealed record ChosenEvents(IReadOnlyList<EventKey> Asked, IReadOnlyList<FoundEvent> Found)
{
    /// <summary>The events of the list that are in no file.</summary>
    public IReadOnlyList<EventKey> Missing => [.. Asked.Except(Found.Select(found => found.Key))];

    /// <summary>The events that are there more than once, and were processed as often.</summary>
    public IReadOnlyList<EventKey> Repeated => [.. Found.GroupBy(found => found.Key).Where(group => group.Count() > 1).Select(group => group.Key)];
}
