using Ristretto.Columns.Combinatorics;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>Pairs of b jets: all pairs and then those of b jets, or the pairs of b jets.</summary>
internal sealed class SelectBeforePairs() : EventPattern("select-before-pairs", Histogram.Regular("x", 100, 0, 500))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var jets = ev.Jet;
        var (p4, isTagged, pairs) = (jets.P4, jets.BtagDeepFlavB > 0.2783, jets.Lists.Pairs());
        var mass = (p4[pairs.First] + p4[pairs.Second]).Mass;
        result.Fill(mass[isTagged[pairs.First] & isTagged[pairs.Second]]);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var jets = ev.Jet[ev.Jet.BtagDeepFlavB > 0.2783];
        var (p4, pairs) = (jets.P4, jets.Lists.Pairs());
        result.Fill((p4[pairs.First] + p4[pairs.Second]).Mass);
    }
}
