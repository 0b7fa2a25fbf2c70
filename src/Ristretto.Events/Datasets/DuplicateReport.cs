namespace Ristretto.Events.Datasets;

/// <summary>What a <see cref="DuplicateFinder"/> found.</summary>
/// <param name="Events">Events that passed.</param>
/// <param name="Compared">Events that were compared with each other; all of them unless memory was too small.</param>
/// <param name="Repeated">Different (run, section, event) among the compared ones that came more than once.</param>
/// <param name="Surplus">Compared events that would have to go for each to come once.</param>
/// <param name="Examples">The first repeated ones by run, section and event number.</param>
public sealed record DuplicateReport(long Events, long Compared, long Repeated, long Surplus, IReadOnlyList<EventKey> Examples)
{
    /// <summary>Whether every event was compared.</summary>
    public bool IsComplete => Compared == Events;
}
