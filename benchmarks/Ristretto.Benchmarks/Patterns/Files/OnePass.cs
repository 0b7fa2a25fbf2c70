using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Files;

/// <summary>Several histograms: a run over the files for each, or one run for all.</summary>
internal sealed class OnePass() : FilePattern("one-pass")
{
    /// <inheritdoc/>
    protected override Histogram[] Slow(string path)
    {
        var (pt, ht, met) = (Histogram.Regular("pt", 100, 0, 500), Histogram.Regular("HT", 100, 0, 1500), Histogram.Regular("MET", 100, 0, 300));
        Nano.Open(path).Run(ev => pt.Fill(ev.Jet.Pt[Abs(ev.Jet.Eta) < 2.4]), Options);
        Nano.Open(path).Run(ev => ht.Fill(ev.Jet.Pt.Sum()), Options);
        Nano.Open(path).Run(ev => met.Fill(ev.MET.Pt[ev.Jet.Count >= 4]), Options);
        return [pt, ht, met];
    }

    /// <inheritdoc/>
    protected override Histogram[] Fast(string path)
    {
        var (pt, ht, met) = (Histogram.Regular("pt", 100, 0, 500), Histogram.Regular("HT", 100, 0, 1500), Histogram.Regular("MET", 100, 0, 300));
        Nano.Open(path).Run(ev =>
        {
            pt.Fill(ev.Jet.Pt[Abs(ev.Jet.Eta) < 2.4]);
            ht.Fill(ev.Jet.Pt.Sum());
            met.Fill(ev.MET.Pt[ev.Jet.Count >= 4]);
        }, Options);
        return [pt, ht, met];
    }
}
