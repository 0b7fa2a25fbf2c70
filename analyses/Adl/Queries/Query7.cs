using Ristretto.Columns.Arrays;
using Ristretto.Events.Graphs;
using Ristretto.Histograms;

namespace Ristretto.Analyses.Adl.Queries;

/// <summary>Scalar sum of the transverse momenta of jets that are no leptons, in events that have such jets.</summary>
public sealed class Query7() : AdlQuery("Q7", Histogram.Regular("HT", 100, 15, 200).Label("H_{T} [GeV]"))
{
    /// <inheritdoc/>
    public override void Columns(AdlBatch ev)
    {
        var jets = IsolatedJets.Of(ev);
        Histograms[0].Fill(jets.Pt.Sum()[jets.Count > 0]);
    }

    /// <inheritdoc/>
    public override void Graph(GraphNode<AdlBatch> events)
    {
        var jets = events.Define(IsolatedJets.Of);
        var sum = events.Define(ev => jets.Of(ev).Pt.Sum());
        events.Filter("jets", ev => jets.Of(ev).Count > 0).Fill(Histograms[0], ev => sum.Of(ev));
    }

    /// <inheritdoc/>
    public override void Loop(AdlBatch ev)
    {
        var sums = Histograms[0].Filler();
        foreach (var e in ev)
            if (IsolatedJets.Of(e) is (var sum, > 0)) sums.Fill(sum);
    }
}
