using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>One value of each object that passes a cut: in a loop with a filler, or as a column.</summary>
internal sealed class FillColumns() : EventPattern("fill-columns", Histogram.Regular("x", 100, 0, 500))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var filler = result.Filler();
        foreach (var e in ev)
            foreach (var jet in e.Jet)
                if (Abs(jet.Eta) < 2.4) filler.Fill(jet.Pt);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        result.Fill(ev.Jet.Pt[Abs(ev.Jet.Eta) < 2.4]);
    }
}
