using Ristretto.Events.NanoAod;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>The sum of all jets, wanted twice: computed at every mention, or kept in a variable.</summary>
internal sealed class ColumnsOnce() : EventPattern("columns-once", Histogram.Regular("mass", 100, 0, 2000))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        result.Fill(ev.Jet.P4.Sum().Mass[ev.Jet.P4.Sum().Pt < 50]);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var sum = ev.Jet.P4.Sum();
        result.Fill(sum.Mass[sum.Pt < 50]);
    }
}
