using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Graphs;

/// <summary>Something that a graph computes from events and that several of its functions use.</summary>
/// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
/// <typeparam name="T">What it is: a column, a mask, selected objects.</typeparam>
public sealed class Definition<TBatch, T> where TBatch : EventBatch, new()
{
    private readonly Func<TBatch, T> _make;
    private readonly Func<T, EventIndex, T>? _pick;

    internal Definition(GraphNode<TBatch> node, Func<TBatch, T> make, Func<T, EventIndex, T>? pick) => (Node, _make, _pick) = (node, make, pick);

    internal GraphNode<TBatch> Node { get; }

    internal int Id { get; init; }

    /// <summary>Its value for some events, as a function of the graph was given them.</summary>
    /// <exception cref="ArgumentException">The events are not those of a function of the same graph, or of one that stands before the definition.</exception>
    public T Of(TBatch events)
    {
        if (events.Companion is not NodeView<TBatch> view || !ReferenceEquals(view.Graph, Node.Graph))
            throw new ArgumentException("these events were not given by the graph of the definition; ask for it in a function of that graph", nameof(events));
        var kept = Find(view);
        events.Note(kept.Reads);
        return kept.Value;
    }

    private NodeView<TBatch>.Kept<T> Find(NodeView<TBatch> view)
    {
        var kept = view.Keep<T>(Id);
        if (kept.Generation == view.Events.Generation) return kept;
        if (!view.Node.IsBehind(Node))
            throw new ArgumentException($"the definition is made for the events behind {(Node.Filtered is { } name ? $"the filter \"{name}\"" : "a filter")}, and others have no value of it");
        kept.Reads.Clear();
        kept.Value = Make(view, kept.Reads);
        kept.Generation = view.Events.Generation;
        return kept;
    }

    private T Make(NodeView<TBatch> view, ColumnSet reads)
    {
        // What can be picked from is complete when it is made; of selected objects more columns may be asked for later, under the variation.
        if (_pick is not null && view.IsSame && Find(view.Nominal!) is var nominal && !nominal.Reads.Overlaps(view.Shifted))
        {
            reads.Add(nominal.Reads);
            return nominal.Value;
        }
        if (_pick is null || view.Parent is not { } parent || !parent.Node.IsBehind(Node)) return view.Node.Graph.IsVaried ? view.Events.Tracing(reads, _make) : _make(view.Events);
        var above = Find(parent);
        reads.Add(above.Reads);
        return _pick(above.Value, view.Selected);
    }
}
