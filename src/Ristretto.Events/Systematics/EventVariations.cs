using Ristretto.Events.Batches;

namespace Ristretto.Events.Systematics;

/// <summary>Variations of events.</summary>
public static class EventVariations
{
    /// <summary>The events, and as they would be if a source of uncertainty changed them: each shift replaces columns, all else stays.</summary>
    /// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
    /// <param name="events">The events at hand.</param>
    /// <param name="source">The source of uncertainty, for example <c>JES</c>.</param>
    /// <param name="up">The columns that it changes upwards: <c>ev.Jet.Shifted(pt: ev.Jet.Pt * 1.02f)</c>; shifts of several collections are added.</param>
    /// <param name="down">The columns that it changes downwards.</param>
    /// <exception cref="ArgumentException">The events have this variation already.</exception>
    public static Varied<TBatch> Vary<TBatch>(this TBatch events, string source, Func<TBatch, ColumnShift> up, Func<TBatch, ColumnShift> down) where TBatch : EventBatch, new() =>
        events.Vary(source, (Variation.Up, up), (Variation.Down, down));

    /// <summary>The events, and as they would be if a source of uncertainty changed them in any number of ways.</summary>
    /// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
    /// <param name="events">The events at hand.</param>
    /// <param name="source">The source of uncertainty.</param>
    /// <param name="shifts">The ways, and the columns that each changes.</param>
    /// <exception cref="ArgumentException">The events have this variation already.</exception>
    public static Varied<TBatch> Vary<TBatch>(this TBatch events, string source, params ReadOnlySpan<(string Tag, Func<TBatch, ColumnShift> Shift)> shifts) where TBatch : EventBatch, new()
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        var varied = events.Variations as VariedEvents<TBatch> ?? new VariedEvents<TBatch>(events);
        events.Variations = varied;
        varied.Begin();
        if (events.Systematics == SystematicsMode.All)
            foreach (var (tag, shift) in shifts) varied.Add(new Variation(source, tag), shift(events));
        return varied.Events();
    }

    /// <summary>Adds another source of uncertainty, which changes the nominal events: variations are never combined.</summary>
    /// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
    /// <param name="events">The events and their variations so far.</param>
    /// <param name="source">The source of uncertainty.</param>
    /// <param name="up">The columns that it changes upwards.</param>
    /// <param name="down">The columns that it changes downwards.</param>
    /// <exception cref="ArgumentException">The events have this variation already.</exception>
    public static Varied<TBatch> Vary<TBatch>(this Varied<TBatch> events, string source, Func<TBatch, ColumnShift> up, Func<TBatch, ColumnShift> down) where TBatch : EventBatch, new() =>
        events.Nominal.Vary(source, up, down);
}
