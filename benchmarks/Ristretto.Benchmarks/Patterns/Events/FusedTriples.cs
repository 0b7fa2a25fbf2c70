using Ristretto.Columns.Combinatorics;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>The three jets with the mass nearest that of a top quark: from all triples, or by a search that writes none down.</summary>
internal sealed class FusedTriples() : EventPattern("fused-triples", Histogram.Regular("pt", 100, 0, 1000))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var (p4, triples) = (ev.Jet.P4, ev.Jet.Lists.Triples());
        var sum = p4[triples.First] + p4[triples.Second] + p4[triples.Third];
        result.Fill(sum.Pt[Abs(sum.Mass - 172.5).ArgMin()]);
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var p4 = ev.Jet.P4;
        var best = p4.TripleNearestMass(172.5);
        result.Fill((p4[best.First] + p4[best.Second] + p4[best.Third]).Pt);
    }
}
