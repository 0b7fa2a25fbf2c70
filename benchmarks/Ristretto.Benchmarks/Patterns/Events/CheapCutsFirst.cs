using Ristretto.Columns.Vectors;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>A loop over events with a cut that few pass: at its end, or at its beginning.</summary>
internal sealed class CheapCutsFirst() : EventPattern("cheap-cuts-first", Histogram.Regular("mass", 100, 0, 2000))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var masses = result.Filler();
        foreach (var e in ev)
        {
            LorentzVector sum = default;
            foreach (var jet in e.Jet) sum += jet.P4;
            if (e.Muon.Count >= 1) masses.Fill(sum.Mass);
        }
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var masses = result.Filler();
        foreach (var e in ev)
        {
            if (e.Muon.Count < 1) continue;
            LorentzVector sum = default;
            foreach (var jet in e.Jet) sum += jet.P4;
            masses.Fill(sum.Mass);
        }
    }
}
