using Ristretto.Columns.Combinatorics;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>Masses of pairs as columns: vectors made at every mention, or kept in a variable.</summary>
internal sealed class ColumnsOnce() : EventPattern("columns-once", Histogram.Regular("x", 100, 0, 500))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var pairs = ev.Jet.Lists.Pairs();
        result.Fill((ev.Jet.P4[pairs.First] + ev.Jet.P4[pairs.Second]).Mass);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var (p4, pairs) = (ev.Jet.P4, ev.Jet.Lists.Pairs());
        result.Fill((p4[pairs.First] + p4[pairs.Second]).Mass);
    }
}
