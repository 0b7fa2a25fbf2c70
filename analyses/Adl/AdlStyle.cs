using Ristretto.Events.Graphs;

namespace Ristretto.Analyses.Adl;

/// <summary>A way in which the queries are written.</summary>
/// <param name="Name">Its name on command lines.</param>
/// <param name="Of">The code of a query in this style.</param>
public sealed record AdlStyle(string Name, Func<AdlQuery, Action<AdlBatch>> Of)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<AdlStyle> All { get; } = [new("columns", query => query.Columns), new("loop", query => query.Loop), new("graph", OfGraph)];

    private static Action<AdlBatch> OfGraph(AdlQuery query)
    {
        var graph = new EventGraph<AdlBatch>();
        query.Graph(graph);
        return graph.Process;
    }
}
