using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>Entries one by one: of the histogram, or of a filler that knows where the entries of this batch go.</summary>
internal sealed class FillInLoops() : EventPattern("fill-in-loops", Histogram.Regular("x", 100, 0, 500))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        foreach (var e in ev)
            foreach (var jet in e.Jet)
                if (Abs(jet.Eta) < 2.4) result.Fill(jet.Pt);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var filler = result.Filler();
        foreach (var e in ev)
            foreach (var jet in e.Jet)
                if (Abs(jet.Eta) < 2.4) filler.Fill(jet.Pt);
    }
}
