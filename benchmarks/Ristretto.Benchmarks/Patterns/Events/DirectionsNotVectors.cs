using Ristretto.Columns.Vectors;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Events;

/// <summary>Pairs of jets that are close: the angles of vectors, or the angles that the file has.</summary>
internal sealed class DirectionsNotVectors() : EventPattern("directions-not-vectors", Histogram.Regular("x", 100, 0, 500))
{
    /// <inheritdoc/>
    protected override void Slow(NanoBatch ev, Histogram result)
    {
        var pts = result.Filler();
        Span<LorentzVector> jets = stackalloc LorentzVector[64];
        foreach (var e in ev)
        {
            var count = Min(e.Jet.Count, jets.Length);
            for (var i = 0; i < count; i++) jets[i] = e.Jet[i].P4;
            for (var i = 0; i < count; i++)
                for (var j = i + 1; j < count; j++)
                    if (jets[i].DeltaR(jets[j]) < 1) pts.Fill(e.Jet[i].Pt);
        }
    }

    /// <inheritdoc/>
    protected override void Fast(NanoBatch ev, Histogram result)
    {
        var pts = result.Filler();
        Span<Direction> jets = stackalloc Direction[64];
        foreach (var e in ev)
        {
            var count = Min(e.Jet.Count, jets.Length);
            for (var i = 0; i < count; i++) jets[i] = e.Jet[i].Direction;
            for (var i = 0; i < count; i++)
                for (var j = i + 1; j < count; j++)
                    if (jets[i].DeltaR(jets[j]) < 1) pts.Fill(e.Jet[i].Pt);
        }
    }
}
