namespace Ristretto.Events.Engine.Costs;

/// <summary>The spans of one worker. Beyond <paramref name="mostFine"/> only those are kept that say which run of events it was at; the others are counted.</summary>
/// <param name="thread">Number of the worker.</param>
/// <param name="mostFine">How many spans inside of runs of events are kept.</param>
internal sealed class SpanLog(int thread, int mostFine)
{
    private readonly List<MeasuredSpan> _spans = [];
    private int _fine;

    /// <summary>Number of the worker.</summary>
    internal int Thread => thread;

    /// <summary>The spans in the order in which they ended.</summary>
    internal IReadOnlyList<MeasuredSpan> Spans => _spans;

    /// <summary>Spans that were too many.</summary>
    internal long Dropped { get; private set; }

    /// <summary>Adds a span.</summary>
    internal void Add(string name, string stage, long start, long end, bool isCoarse = false)
    {
        if (!isCoarse && ++_fine > mostFine) Dropped++;
        else _spans.Add(new MeasuredSpan(name, stage, start, end));
    }
}
