using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>Several cuts on objects: one selection after the other, or one with all conditions.</summary>
internal sealed class CombineMasks() : EventPattern("combine-masks", Histogram.Regular("x", 100, 0, 500))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var jets = ev.Jet[ev.Jet.Pt > 40];
        jets = jets[Abs(jets.Eta) < 2.4];
        jets = jets[jets.BtagDeepFlavB > 0.2783];
        result.Fill(jets.Pt);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var jets = ev.Jet;
        result.Fill(jets.Pt[jets.Pt > 40 & Abs(jets.Eta) < 2.4 & jets.BtagDeepFlavB > 0.2783]);
    }
}
