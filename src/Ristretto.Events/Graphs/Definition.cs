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
        return Of(view);
    }

    private T Of(NodeView<TBatch> view)
    {
        var kept = view.Keep<T>(Id);
        if (kept.Generation == view.Events.Generation) return kept.Value;
        if (!view.Node.IsBehind(Node))
            throw new ArgumentException($"the definition is made for the events behind {(Node.Filtered is { } name ? $"the filter \"{name}\"" : "a filter")}, and others have no value of it");
        var value = _pick is null || view.Parent is null || !view.Parent.Node.IsBehind(Node) ? _make(view.Events) : _pick(Of(view.Parent), view.Selected);
        (kept.Value, kept.Generation) = (value, view.Events.Generation);
        return value;
    }
}
