using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>Selected objects: selected at every mention, or kept in a variable.</summary>
internal sealed class SelectOnce() : EventPattern("select-once", Histogram.Regular("x", 100, 0, 500))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var four = ev.Jet[ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4].Count >= 4;
        var tagged = (ev.Jet[ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4].BtagDeepFlavB > 0.2783).CountTrue() >= 2;
        result.Fill(ev.Jet[ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4].Pt.Sum()[four & tagged]);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var jets = ev.Jet[ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4];
        var tagged = (jets.BtagDeepFlavB > 0.2783).CountTrue() >= 2;
        result.Fill(jets.Pt.Sum()[jets.Count >= 4 & tagged]);
    }
}
