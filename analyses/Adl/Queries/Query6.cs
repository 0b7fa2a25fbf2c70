using Ristretto.Columns.Arrays;
using Ristretto.Columns.Combinatorics;
using Ristretto.Columns.Vectors;
using Ristretto.Events.Graphs;
using Ristretto.Histograms;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.Adl.Queries;

/// <summary>The three jets whose mass is closest to that of the top quark: their transverse momentum, and their largest b-tagging score.</summary>
public sealed class Query6() : AdlQuery("Q6",
    Histogram.Regular("pt", 100, 15, 40).Label("p_{T} of the three jets [GeV]"),
    Histogram.Regular("btag", 100, 0, 1).Label("largest b-tagging score"))
{
    private const double TopMass = 172.5;

    /// <inheritdoc/>
    public override void Columns(AdlBatch ev)
    {
        var jets = ev.Jet.P4;
        var best = jets.TripleNearestMass(TopMass);
        Histograms[0].Fill(SumPt(jets, best));
        Histograms[1].Fill(LargestOf(ev.Jet.Btag, best));
    }

    /// <inheritdoc/>
    public override void Graph(GraphNode<AdlBatch> events)
    {
        var three = events.Filter("three jets", ev => ev.Jet.Count >= 3);
        var best = three.Define(ev => ev.Jet.P4.TripleNearestMass(TopMass));
        three.Fill(Histograms[0], ev => SumPt(ev.Jet.P4, best.Of(ev)));
        three.Fill(Histograms[1], ev => LargestOf(ev.Jet.Btag, best.Of(ev)));
    }

    /// <inheritdoc/>
    public override void Loop(AdlBatch ev)
    {
        var momenta = Histograms[0].Filler();
        var discriminants = Histograms[1].Filler();
        Span<LorentzVector> memory = stackalloc LorentzVector[64];
        foreach (var e in ev)
        {
            var count = e.Jet.Count;
            if (count < 3) continue;
            var jets = count <= memory.Length ? memory[..count] : new LorentzVector[count];
            for (var i = 0; i < count; i++) jets[i] = e.Jet[i].P4;
            var (a, b, c) = Best(jets);
            momenta.Fill((jets[a] + jets[b] + jets[c]).Pt);
            discriminants.Fill(Math.Max(Math.Max(e.Jet[a].Btag, e.Jet[b].Btag), e.Jet[c].Btag));
        }
    }

    private static JaggedColumn<double> SumPt(JaggedLorentzVectors jets, Triples best) => (jets[best.First] + jets[best.Second] + jets[best.Third]).Pt;

    private static JaggedColumn<float> LargestOf(JaggedColumn<float> btag, Triples best) => Max(Max(btag[best.First], btag[best.Second]), btag[best.Third]);

    private static (int, int, int) Best(ReadOnlySpan<LorentzVector> jets)
    {
        var (best, smallest) = ((0, 1, 2), double.PositiveInfinity);
        for (var i = 0; i < jets.Length; i++)
            for (var j = i + 1; j < jets.Length; j++)
            {
                var pair = jets[i] + jets[j];
                for (var k = j + 1; k < jets.Length; k++)
                {
                    var distance = Math.Abs((pair + jets[k]).Mass - TopMass);
                    if (distance < smallest) (best, smallest) = ((i, j, k), distance);
                }
            }
        return best;
    }
}
