using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Graphs.Snapshots;

/// <summary>Writes the events of a node; where events vary, all that pass under a variation, as they are, with a column that says under which.</summary>
internal sealed class SnapshotAction<TBatch> : NodeAction<TBatch> where TBatch : EventBatch, new()
{
    private const int MostVariations = 63;

    private readonly Snapshot _snapshot;
    private readonly SnapshotColumns<TBatch> _columns;
    private readonly SnapshotColumn<TBatch>? _passes;
    private readonly int _anyView, _bits;

    internal SnapshotAction(Snapshot snapshot, SnapshotColumns<TBatch> columns, GraphNode<TBatch> node)
    {
        (_snapshot, _columns, _anyView, _bits) = (snapshot, columns, node.Graph.NextDefinition(), node.Graph.NextDefinition());
        if (snapshot.IsNominalOnly || node.Variations.Count == 0) return;
        if (node.Variations.Count > MostVariations) throw new ArgumentException($"a snapshot tells {MostVariations} variations apart, here are {node.Variations.Count}; IsNominalOnly leaves them out");
        var title = $"bit 0 nominal, {string.Join(", ", node.Variations.Select((variation, i) => $"bit {i + 1} {variation}"))}";
        _passes = new SnapshotColumn<TBatch, ulong>("Variations", title, null, events => (((NodeView<TBatch>)events.Companion!).Keep<Column<ulong>>(_bits).Value.Buffer, default));
    }

    internal override void Perform(NodeView<TBatch> view, NodeView<TBatch>[] variants, IReadOnlyList<Variation> variations)
    {
        var written = _passes is null ? view : Any(view, variants);
        if (written.Events.Length > 0 || view.Root.Events.Length == 0) _snapshot.Append(written.Events, _columns, _passes);
    }

    /// <summary>The events that pass as they are or under a variation, among all of the batch.</summary>
    private NodeView<TBatch> Any(NodeView<TBatch> view, NodeView<TBatch>[] variants)
    {
        var root = view.Root;
        var bits = ColumnBuffer<ulong>.Allocate(root.Events.Source.Workspace, root.Events.Length);
        bits.Span.Clear();
        foreach (var position in view.PositionsInRoot()) bits.Span[position] |= 1;
        for (var i = 0; i < variants.Length; i++)
            foreach (var position in variants[i].PositionsInRoot()) bits.Span[position] |= 1UL << (i + 1);
        var passes = new Column<ulong>(bits);
        var any = root.Keep<NodeView<TBatch>>(_anyView).Value ??= new NodeView<TBatch>(root.Node, root, null);
        any.Select((passes != 0UL).ToIndex(root.Events.Length));
        any.Keep<Column<ulong>>(_bits).Value = passes[any.Selected];
        return any;
    }
}
