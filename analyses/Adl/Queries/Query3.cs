using Ristretto.Events.Graphs;
using Ristretto.Histograms;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Analyses.Adl.Queries;

/// <summary>Transverse momentum of the central jets.</summary>
public sealed class Query3() : AdlQuery("Q3", Histogram.Regular("Jet_pt", 100, 15, 60).Label("p_{T} of jets with |#eta| < 1 [GeV]"))
{
    /// <inheritdoc/>
    public override void Columns(AdlBatch ev) => Histograms[0].Fill(ev.Jet.Pt[Abs(ev.Jet.Eta) < 1]);

    /// <inheritdoc/>
    public override void Graph(GraphNode<AdlBatch> events) => events.Fill(Histograms[0], ev => ev.Jet.Pt[Abs(ev.Jet.Eta) < 1]);

    /// <inheritdoc/>
    public override void Loop(AdlBatch ev)
    {
        var pt = Histograms[0].Filler();
        foreach (var e in ev)
            foreach (var jet in e.Jet)
                if (Math.Abs(jet.Eta) < 1) pt.Fill(jet.Pt);
    }
}
