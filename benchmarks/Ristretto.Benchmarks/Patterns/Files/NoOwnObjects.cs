using Ristretto.Columns.Arrays;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using static System.Math;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Benchmarks.Patterns.Files;

/// <summary>Objects of one's own, filled from every column and then queried, or the objects of the event.</summary>
internal sealed class NoOwnObjects() : FilePattern("no-own-objects")
{
    /// <inheritdoc/>
    protected override Histogram[] Slow(string path)
    {
        var ht = Histogram.Regular("HT", 100, 0, 1500);
        Nano.Open(path).Run(ev =>
        {
            foreach (var e in ev)
            {
                List<OwnJet> jets = [];
                foreach (var jet in e.Jet) jets.Add(new OwnJet(jet.Pt, jet.Eta, jet.Phi, jet.Mass, jet.Area, jet.BtagDeepFlavB, jet.JetId, jet.PuId));
                var good = jets.Where(jet => jet.Pt > 40 && Abs(jet.Eta) < 2.4).ToList();
                if (good.Count >= 4) ht.Fill(good.Sum(jet => (double)jet.Pt));
            }
        }, Options);
        return [ht];
    }

    /// <inheritdoc/>
    protected override Histogram[] Fast(string path)
    {
        var ht = Histogram.Regular("HT", 100, 0, 1500);
        Nano.Open(path).Run(ev =>
        {
            var filler = ht.Filler();
            foreach (var e in ev)
            {
                var (count, sum) = (0, 0.0);
                foreach (var jet in e.Jet)
                {
                    if (jet.Pt <= 40 || Abs(jet.Eta) >= 2.4) continue;
                    count++;
                    sum += jet.Pt;
                }
                if (count >= 4) filler.Fill(sum);
            }
        }, Options);
        return [ht];
    }

    private sealed record OwnJet(float Pt, float Eta, float Phi, float Mass, float Area, float Btag, int JetId, int PuId);
}
