using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Graphs;

/// <summary>The events for which a condition holds.</summary>
internal sealed class FilterNode<TBatch>(GraphNode<TBatch> parent, string? name, Func<TBatch, Mask> condition) : GraphNode<TBatch>(parent) where TBatch : EventBatch, new()
{
    internal override EventGraph<TBatch> Graph => Parent!.Graph;

    internal override string? Filtered => name ?? Parent!.Filtered;

    internal override bool HasResults => name is not null || base.HasResults;

    internal override void Narrow(NodeView<TBatch> view, NodeView<TBatch>[] variants, bool isSearch)
    {
        // Where nothing is left nothing is done.
        var above = view.Parent!;
        var (mask, reads) = (Mask.All(0), new ColumnSet());
        if (above.Events.Length > 0 || isSearch) mask = variants.Length == 0 ? condition(above.Events) : above.Events.Tracing(reads, condition);
        view.Select(mask.ToIndex(above.Events.Length));
        Count(above, mask, null);
        for (var i = 0; i < variants.Length; i++) Narrow(variants[i], Variations[i], mask, reads, isSearch);
    }

    private void Narrow(NodeView<TBatch> variant, Variation variation, Mask nominal, ColumnSet reads, bool isSearch)
    {
        var above = variant.Parent!;
        var mask = nominal;
        if (above.IsSame && !reads.Overlaps(above.Shifted))
        {
            variant.SelectSame();
        }
        else
        {
            mask = above.Events.Length > 0 || isSearch ? condition(above.Events) : Mask.All(0);
            variant.Select(mask.ToIndex(above.Events.Length));
        }
        Count(above, mask, variation);
    }

    private void Count(NodeView<TBatch> above, Mask passing, Variation? variation)
    {
        if (name is not null) Graph.Count(name, Parent!, above.Events, passing, variation);
    }
}
