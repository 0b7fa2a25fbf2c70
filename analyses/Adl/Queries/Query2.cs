using Ristretto.Events.Graphs;
using Ristretto.Histograms;

namespace Ristretto.Analyses.Adl.Queries;

/// <summary>Transverse momentum of all jets.</summary>
public sealed class Query2() : AdlQuery("Q2", Histogram.Regular("Jet_pt", 100, 15, 60).Label("jet p_{T} [GeV]"))
{
    /// <inheritdoc/>
    public override void Columns(AdlBatch ev) => Histograms[0].Fill(ev.Jet.Pt);

    /// <inheritdoc/>
    public override void Graph(GraphNode<AdlBatch> events) => events.Fill(Histograms[0], ev => ev.Jet.Pt);

    /// <inheritdoc/>
    public override void Loop(AdlBatch ev)
    {
        var pt = Histograms[0].Filler();
        foreach (var e in ev)
            foreach (var jet in e.Jet) pt.Fill(jet.Pt);
    }
}
