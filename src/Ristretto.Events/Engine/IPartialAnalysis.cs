namespace Ristretto.Events.Engine;

/// <summary>An analysis that may want some of its events only.</summary>
internal interface IPartialAnalysis
{
    /// <summary>Whether it leaves events out by their number.</summary>
    bool HasRanges { get; }

    /// <summary>Whether that number depends on what events before have done, so that they have to come one after the other.</summary>
    bool NeedsOrder { get; }

    /// <summary>The first event that is wanted and the first behind the last one, counted from the first that it gets; for events that need no order.</summary>
    (long Begin, long End) Wanted { get; }

    /// <summary>Whether no further event is wanted, for events in order; asked while a lane is entered.</summary>
    bool IsSatisfied { get; }
}

/// <summary>Finds what an analysis is beside a function of events.</summary>
internal static class PartialAnalyses
{
    /// <summary>The analysis, or the object whose method it calls, if that leaves out events; null when it gets them all.</summary>
    internal static IPartialAnalysis? Find(object analysis) =>
        (analysis as IPartialAnalysis ?? (analysis as IWrittenElsewhere)?.Target as IPartialAnalysis) is { HasRanges: true } partial ? partial : null;
}
