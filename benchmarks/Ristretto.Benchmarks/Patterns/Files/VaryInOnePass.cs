using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Systematics;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns.Files;

/// <summary>Variations of the jets: a run over the files for each, or one run that computes what depends on them once more.</summary>
internal sealed class VaryInOnePass() : FilePattern("vary-in-one-pass")
{
    /// <inheritdoc/>
    protected override Histogram[] Slow(string path)
    {
        var (hts, mets) = (new List<Histogram>(), new List<Histogram>());
        foreach (var scale in (float[])[1, 0.98f, 1.02f, 0.99f, 1.01f])
        {
            var graph = Nano.Open(path).Graph();
            var four = graph.Filter("four jets", ev => (ev.Jet.Pt * scale > 40).CountTrue() >= 4);
            hts.Add(four.Histogram("HT", 100, 0, 1500, ev => (ev.Jet.Pt * scale).Sum()));
            mets.Add(four.Histogram("MET", 100, 0, 300, ev => ev.MET.Pt));
            graph.Run(Options);
        }
        return [.. hts, .. mets];
    }

    /// <inheritdoc/>
    protected override Histogram[] Fast(string path)
    {
        var graph = Nano.Open(path).Graph();
        var varied = graph
            .Vary("JES", up: ev => Scaled(ev, 1.01f), down: ev => Scaled(ev, 0.99f))
            .Vary("JER", up: ev => Scaled(ev, 1.02f), down: ev => Scaled(ev, 0.98f));
        var four = varied.Filter("four jets", ev => (ev.Jet.Pt > 40).CountTrue() >= 4);
        var ht = four.Histogram("HT", 100, 0, 1500, ev => ev.Jet.Pt.Sum());
        var met = four.Histogram("MET", 100, 0, 300, ev => ev.MET.Pt);
        graph.Run(Options);
        return [ht, .. ht.Variations.Select(entry => entry.Histogram), met, .. met.Variations.Select(entry => entry.Histogram)];
    }

    private static ColumnShift Scaled(NanoBatch ev, float scale) => ev.Jet.Shifted(pt: ev.Jet.Pt * scale);
}
