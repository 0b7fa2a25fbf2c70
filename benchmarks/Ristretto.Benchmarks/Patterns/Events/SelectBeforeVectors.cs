using Ristretto.Events.NanoAod;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>The mass of selected jets: vectors of all and then the selection, or the other way round.</summary>
internal sealed class SelectBeforeVectors() : EventPattern("select-before-vectors", Histogram.Regular("mass", 100, 0, 2000))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var jets = ev.Jet;
        result.Fill(jets.P4[jets.BtagDeepFlavB > 0.2783].Sum().Mass);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var jets = ev.Jet[ev.Jet.BtagDeepFlavB > 0.2783];
        result.Fill(jets.P4.Sum().Mass);
    }
}
