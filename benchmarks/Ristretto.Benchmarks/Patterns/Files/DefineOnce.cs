using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Files;

/// <summary>What several functions of a graph need: computed by each, or defined once.</summary>
internal sealed class DefineOnce() : FilePattern("define-once")
{
    /// <inheritdoc/>
    protected override Histogram[] Slow(string path)
    {
        var graph = Nano.Open(path).Graph();
        var top = graph.Filter("a top quark", ev => (Abs(MassNearestTop(ev) - 172.5) < 20).Any());
        var mass = top.Histogram("mass", 100, 0, 500, ev => MassNearestTop(ev));
        var withMuon = top.Filter("a muon", ev => ev.Muon.Count >= 1).Histogram("mass with a muon", 100, 0, 500, ev => MassNearestTop(ev));
        graph.Run(Options);
        return [mass, withMuon];
    }

    /// <inheritdoc/>
    protected override Histogram[] Fast(string path)
    {
        var graph = Nano.Open(path).Graph();
        var nearest = graph.Define(ev => MassNearestTop(ev));
        var top = graph.Filter("a top quark", ev => (Abs(nearest.Of(ev) - 172.5) < 20).Any());
        var mass = top.Histogram("mass", 100, 0, 500, ev => nearest.Of(ev));
        var withMuon = top.Filter("a muon", ev => ev.Muon.Count >= 1).Histogram("mass with a muon", 100, 0, 500, ev => nearest.Of(ev));
        graph.Run(Options);
        return [mass, withMuon];
    }

    // The mass of three jets that is closest to that of the top quark.
    private static JaggedColumn<double> MassNearestTop(NanoBatch ev)
    {
        var jets = ev.Jet.P4;
        var best = jets.TripleNearestMass(172.5);
        return (jets[best.First] + jets[best.Second] + jets[best.Third]).Mass;
    }
}
