using Ristretto.Columns.Vectors;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>Masses of pairs in a loop: vectors made for each pair, or once for each object.</summary>
internal sealed class VectorsOnce() : EventPattern("vectors-once", Histogram.Regular("x", 100, 0, 500))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var masses = result.Filler();
        foreach (var e in ev)
            for (var i = 0; i < e.Jet.Count; i++)
                for (var j = i + 1; j < e.Jet.Count; j++)
                    masses.Fill((e.Jet[i].P4 + e.Jet[j].P4).Mass);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var masses = result.Filler();
        Span<LorentzVector> memory = stackalloc LorentzVector[64];
        foreach (var e in ev)
        {
            var jets = e.Jet.Count <= memory.Length ? memory[..e.Jet.Count] : new LorentzVector[e.Jet.Count];
            for (var i = 0; i < jets.Length; i++) jets[i] = e.Jet[i].P4;
            for (var i = 0; i < jets.Length; i++)
                for (var j = i + 1; j < jets.Length; j++)
                    masses.Fill((jets[i] + jets[j]).Mass);
        }
    }
}
