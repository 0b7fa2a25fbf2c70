using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>How many objects pass: select and count them, or count the answers.</summary>
internal sealed class CountMasks() : EventPattern("count-masks", Histogram.Integer("n", 0, 20))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        result.Fill(ev.Jet[ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4].Count);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        result.Fill((ev.Jet.Pt > 40 & Abs(ev.Jet.Eta) < 2.4).CountTrue());
    }
}
