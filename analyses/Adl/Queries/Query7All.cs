using Ristretto.Columns.Arrays;
using Ristretto.Events.Graphs;
using Ristretto.Histograms;

namespace Ristretto.Analyses.Adl.Queries;

/// <summary>As <see cref="Query7"/>, but events without such jets count as 0.</summary>
public sealed class Query7All() : AdlQuery("Q7a", Histogram.Regular("HT", 100, 15, 200).Label("H_{T} [GeV]"))
{
    /// <inheritdoc/>
    public override void Columns(AdlBatch ev) => Histograms[0].Fill(IsolatedJets.Of(ev).Pt.Sum());

    /// <inheritdoc/>
    public override void Graph(GraphNode<AdlBatch> events) => events.Fill(Histograms[0], ev => IsolatedJets.Of(ev).Pt.Sum());

    /// <inheritdoc/>
    public override void Loop(AdlBatch ev)
    {
        var sums = Histograms[0].Filler();
        foreach (var e in ev) sums.Fill(IsolatedJets.Of(e).Sum);
    }
}
