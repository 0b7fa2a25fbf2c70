using Ristretto.Events.Graphs;
using Ristretto.Histograms;

namespace Ristretto.Analyses.Adl.Queries;

/// <summary>Missing transverse momentum of all events.</summary>
public sealed class Query1() : AdlQuery("Q1", Histogram.Regular("MET_pt", 100, 0, 200).Label("p_{T}^{miss} [GeV]"))
{
    /// <inheritdoc/>
    public override void Columns(AdlBatch ev) => Histograms[0].Fill(ev.MET.Pt);

    /// <inheritdoc/>
    public override void Graph(GraphNode<AdlBatch> events) => events.Fill(Histograms[0], ev => ev.MET.Pt);

    /// <inheritdoc/>
    public override void Loop(AdlBatch ev)
    {
        var met = Histograms[0].Filler();
        foreach (var e in ev) met.Fill(e.MET.Pt);
    }
}
