using System.Diagnostics.CodeAnalysis;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Batches.Views;

namespace Ristretto.Events.Graphs;

/// <summary>The events of a node as one thread has them at the moment, with what was made of them.</summary>
internal sealed class NodeView<TBatch> where TBatch : EventBatch, new()
{
    private readonly SelectedEvents? _source;
    private object?[] _kept = [];

    /// <summary>All events of a batch.</summary>
    internal NodeView(GraphNode<TBatch> node, TBatch all)
    {
        (Node, Events) = (node, all);
        all.Companion = this;
    }

    /// <summary>Some events of another view.</summary>
    internal NodeView(GraphNode<TBatch> node, NodeView<TBatch> parent)
    {
        (Node, Parent, Events) = (node, parent, new TBatch());
        _source = new SelectedEvents(parent.Events);
        Events.Companion = this;
    }

    internal GraphNode<TBatch> Node { get; }

    internal EventGraph<TBatch> Graph => Node.Graph;

    internal NodeView<TBatch>? Parent { get; }

    /// <summary>The events.</summary>
    internal TBatch Events { get; }

    /// <summary>Which of the parent's events they are.</summary>
    internal EventIndex Selected => _source!.Events;

    /// <summary>The views of all nodes of the graph, where this is that of all events.</summary>
    internal NodeView<TBatch>?[] Nodes { get; set; } = [];

    /// <summary>Takes some of the parent's events.</summary>
    internal void Select(EventIndex events)
    {
        _source!.Select(events);
        Events.Systematics = Parent!.Events.Systematics;
        Events.Bind(_source, Parent!.Events.FirstEntry);
    }

    /// <summary>Takes none.</summary>
    internal void SelectNone() => Select(Mask.All(0).ToIndex());

    /// <summary>The place where a definition's value is kept.</summary>
    internal Kept<T> Keep<T>(int definition)
    {
        if (definition >= _kept.Length) Array.Resize(ref _kept, Math.Max(definition + 1, 2 * _kept.Length));
        return (Kept<T>)(_kept[definition] ??= new Kept<T>());
    }

    /// <summary>A value, and the generation of events that it belongs to.</summary>
    internal sealed class Kept<T>
    {
        internal int Generation { get; set; } = -1;

        [AllowNull]
        internal T Value { get; set; } = default!;
    }
}
