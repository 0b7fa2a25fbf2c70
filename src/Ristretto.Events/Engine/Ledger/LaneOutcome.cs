using Ristretto.Columns.Accumulation;

namespace Ristretto.Events.Engine.Ledger;

/// <summary>How a run of events has ended.</summary>
/// <param name="Lane">What was accumulated; null when it was not tried, since its file was known to be bad.</param>
/// <param name="Events">Number of events that were read.</param>
/// <param name="Omitted">Number of events that were left out, because no result wants them.</param>
/// <param name="Found">Those among them that were asked for.</param>
/// <param name="Error">Why the file is bad; null when all went well.</param>
internal sealed record LaneOutcome(Lane? Lane, long Events, long Omitted, IReadOnlyList<FoundEvent> Found, Exception? Error)
{
    /// <summary>The outcome of a run of events that nobody tried.</summary>
    internal static LaneOutcome Skipped { get; } = new(null, 0, 0, [], null);
}
