using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Graphs;

/// <summary>The events for which a condition holds.</summary>
internal sealed class FilterNode<TBatch>(GraphNode<TBatch> parent, string? name, Func<TBatch, Mask> condition) : GraphNode<TBatch>(parent) where TBatch : EventBatch, new()
{
    internal override EventGraph<TBatch> Graph => Parent!.Graph;

    internal override string? Filtered => name ?? Parent!.Filtered;

    internal override void Narrow(NodeView<TBatch> view, NodeView<TBatch> above)
    {
        var mask = condition(above.Events);
        view.Select(mask.ToIndex(above.Events.Length));
        if (name is not null) Graph.Count(name, Parent!, above.Events, mask);
    }
}
