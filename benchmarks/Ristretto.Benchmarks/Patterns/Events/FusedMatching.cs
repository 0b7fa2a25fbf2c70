using Ristretto.Events.NanoAod;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>Jets that are no muons: all distances and then the smallest, or a search that stops.</summary>
internal sealed class FusedMatching() : EventPattern("fused-matching", Histogram.Regular("x", 100, 0, 500))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var jets = ev.Jet;
        var isNear = (jets.Directions.Distances(ev.Muon.Directions).Min() < 0.4).FillNone(false);
        result.Fill(jets.Pt[!isNear]);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var jets = ev.Jet;
        result.Fill(jets.Pt[!jets.Directions.AnyWithin(0.4, ev.Muon.Directions)]);
    }
}
