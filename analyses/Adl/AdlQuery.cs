using Ristretto.Analyses.Adl.Queries;
using Ristretto.Events.Graphs;
using Ristretto.Histograms;

namespace Ristretto.Analyses.Adl;

/// <summary>A task of the analysis description language benchmark, written three times: with whole columns, event by event, and as a graph. All fill the same histograms.</summary>
/// <param name="name">Q1 to Q8.</param>
/// <param name="histograms">What it fills.</param>
public abstract class AdlQuery(string name, params IReadOnlyList<Histogram> histograms)
{
    /// <summary>Q1 to Q8.</summary>
    public string Name => name;

    /// <summary>What it fills: 100 bins each.</summary>
    public IReadOnlyList<Histogram> Histograms => histograms;

    /// <summary>All of them, with empty histograms.</summary>
    public static IReadOnlyList<AdlQuery> All() => [new Query1(), new Query2(), new Query3(), new Query4(), new Query5(), new Query6(), new Query7(), new Query7All(), new Query8()];

    /// <summary>With whole columns.</summary>
    public abstract void Columns(AdlBatch ev);

    /// <summary>Event by event.</summary>
    public abstract void Loop(AdlBatch ev);

    /// <summary>As a graph, to which it is added.</summary>
    public abstract void Graph(GraphNode<AdlBatch> events);
}
