using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Costs;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>Two ways to compute something from events; they are timed over columns that lie decoded in memory.</summary>
/// <param name="page">Name of the page.</param>
/// <param name="empty">What is filled.</param>
internal abstract class EventPattern(string page, Histogram empty) : Pattern(page)
{
    /// <summary>The slow way.</summary>
    protected abstract void Slow(NanoBatch ev, Histogram result);

    /// <summary>The fast way.</summary>
    protected abstract void Fast(NanoBatch ev, Histogram result);

    /// <inheritdoc/>
    internal override Trial Over(string sample, string folder)
    {
        var both = new Work((ev, result) => { Slow(ev, result); Fast(ev, result); }, empty.CreateEmpty());
        var plan = RunPlan.Make([new DatasetRun<NanoBatch>("pattern", [new InputFile(sample, "Events")], both)], new RunOptions());
        var held = HeldEvents<NanoBatch>.Read(both, plan, plan.Events, new RunOptions());
        var (slow, fast) = (empty.CreateEmpty(), empty.CreateEmpty());
        return new Trial(Filling(held, Slow, slow), Filling(held, Fast, fast), held);
    }

    // The same histogram again and again: new ones would cost more than what is measured.
    private static Func<Histogram[]> Filling(HeldEvents<NanoBatch> events, Action<NanoBatch, Histogram> way, Histogram result)
    {
        var work = new Work(way, result);
        return () =>
        {
            events.Run(work);
            return [result];
        };
    }

    private sealed class Work(Action<NanoBatch, Histogram> way, Histogram result) : IAnalysis<NanoBatch>
    {
        public void Process(NanoBatch events) => way(events, result);
    }
}
