using Ristretto.Events.NanoAod;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>A costly quantity of few events: computed for all and then picked, or of the events that are wanted.</summary>
internal sealed class EventsBeforeTriples() : EventPattern("events-before-triples", Histogram.Regular("mass", 100, 0, 1000))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var best = ev.Jet.P4.TripleNearestMass(172.5);
        var mass = (ev.Jet.P4[best.First] + ev.Jet.P4[best.Second] + ev.Jet.P4[best.Third]).Mass;
        result.Fill(mass[ev.Muon.Count >= 1]);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var p4 = ev.Jet[ev.Muon.Count >= 1].P4;
        var best = p4.TripleNearestMass(172.5);
        result.Fill((p4[best.First] + p4[best.Second] + p4[best.Third]).Mass);
    }
}
