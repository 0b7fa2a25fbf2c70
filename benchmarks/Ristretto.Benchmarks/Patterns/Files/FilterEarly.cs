using Ristretto.Columns.Arrays;
using Ristretto.Columns.Vectors;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Files;

/// <summary>Filters of a graph: the costly one first, or the one that few events pass.</summary>
internal sealed class FilterEarly() : FilePattern("filter-early")
{
    /// <inheritdoc/>
    protected override Histogram[] Slow(string path)
    {
        var graph = Nano.Open(path).Graph();
        var selected = graph
            .Filter("near a top quark", ev => IsNearTop(ev.Jet.P4))
            .Filter("a muon", ev => ev.Muon.Count >= 1);
        var met = selected.Histogram("MET", 100, 0, 300, ev => ev.MET.Pt);
        graph.Run(Options);
        return [met];
    }

    /// <inheritdoc/>
    protected override Histogram[] Fast(string path)
    {
        var graph = Nano.Open(path).Graph();
        var selected = graph
            .Filter("a muon", ev => ev.Muon.Count >= 1)
            .Filter("near a top quark", ev => IsNearTop(ev.Jet.P4));
        var met = selected.Histogram("MET", 100, 0, 300, ev => ev.MET.Pt);
        graph.Run(Options);
        return [met];
    }

    // Whether three jets have nearly the mass of a top quark.
    private static Mask IsNearTop(JaggedLorentzVectors jets)
    {
        var best = jets.TripleNearestMass(172.5);
        return (Abs((jets[best.First] + jets[best.Second] + jets[best.Third]).Mass - 172.5) < 5).Any();
    }
}
