namespace Ristretto.Events.Batches;

/// <summary>Finds out which columns something is made of.</summary>
internal static class TracedEvents
{
    /// <summary>What a function makes of the events.</summary>
    /// <param name="events">The events.</param>
    /// <param name="reads">Receives the columns that the function asks for.</param>
    /// <param name="make">The function.</param>
    internal static TResult Tracing<TBatch, TResult>(this TBatch events, ColumnSet reads, Func<TBatch, TResult> make) where TBatch : EventBatch
    {
        var before = events.Trace(reads);
        try
        {
            return make(events);
        }
        finally
        {
            events.Trace(before);
            events.Note(reads);
        }
    }
}
