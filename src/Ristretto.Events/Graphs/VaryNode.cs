using Ristretto.Events.Batches;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Graphs;

/// <summary>The same events, and as they would be under the variations of a source of uncertainty.</summary>
internal sealed class VaryNode<TBatch>(GraphNode<TBatch> parent, string source, (string Tag, Func<TBatch, ColumnShift> Shift)[] shifts) : GraphNode<TBatch>(parent)
    where TBatch : EventBatch, new()
{
    private readonly Variation[] _own = [.. shifts.Select(shift => new Variation(source, shift.Tag))];

    internal override EventGraph<TBatch> Graph => Parent!.Graph;

    internal override GraphNode<TBatch> Home => Parent!.Home;

    internal override IReadOnlyList<Variation> Variations => field ??= [.. Parent!.Variations, .. _own];

    internal override void Narrow(NodeView<TBatch> view, NodeView<TBatch>[] variants, bool isSearch)
    {
        var isEmpty = view.Events.Length == 0 && !isSearch;
        for (var (i, at) = (0, variants.Length - _own.Length); at < variants.Length && variants.Length > 0; i++, at++)
            variants[at].Shift(_own[i], isEmpty ? default : shifts[i].Shift(view.Events));
    }
}
