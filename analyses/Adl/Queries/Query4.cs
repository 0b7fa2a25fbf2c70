using Ristretto.Events.Graphs;
using Ristretto.Histograms;

namespace Ristretto.Analyses.Adl.Queries;

/// <summary>Missing transverse momentum of events with two hard jets.</summary>
public sealed class Query4() : AdlQuery("Q4", Histogram.Regular("MET_pt", 100, 0, 200).Label("p_{T}^{miss} [GeV]"))
{
    /// <inheritdoc/>
    public override void Columns(AdlBatch ev) => Histograms[0].Fill(ev.MET.Pt[(ev.Jet.Pt > 40).CountTrue() >= 2]);

    /// <inheritdoc/>
    public override void Graph(GraphNode<AdlBatch> events) => events.Filter("two jets", ev => (ev.Jet.Pt > 40).CountTrue() >= 2).Fill(Histograms[0], ev => ev.MET.Pt);

    /// <inheritdoc/>
    public override void Loop(AdlBatch ev)
    {
        var met = Histograms[0].Filler();
        foreach (var e in ev)
        {
            var hard = 0;
            foreach (var jet in e.Jet)
                if (jet.Pt > 40) hard++;
            if (hard >= 2) met.Fill(e.MET.Pt);
        }
    }
}
