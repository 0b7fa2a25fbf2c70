using System.Diagnostics.CodeAnalysis;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Batches.Views;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Graphs;

/// <summary>The events of a node as one thread has them at the moment, as they are or under a variation, with what was made of them.</summary>
internal sealed class NodeView<TBatch> where TBatch : EventBatch, new()
{
    private readonly SelectedEvents? _source;
    private readonly ShiftedEvents? _shifted;
    private object?[] _kept = [];

    /// <summary>All events of a batch.</summary>
    internal NodeView(GraphNode<TBatch> node, TBatch all)
    {
        (Node, Events, Root) = (node, all, this);
        all.Companion = this;
    }

    /// <summary>Some events of another view.</summary>
    /// <param name="node">The node that selects them.</param>
    /// <param name="parent">The other view.</param>
    /// <param name="nominal">The view without the variation; null when this is it.</param>
    internal NodeView(GraphNode<TBatch> node, NodeView<TBatch> parent, NodeView<TBatch>? nominal)
    {
        (Node, Parent, Nominal, Root, Shifted, Events) = (node, parent, nominal, parent.Root, parent.Shifted, new TBatch());
        _source = new SelectedEvents(parent.Events);
        Events.Companion = this;
    }

    /// <summary>The events of another view under a variation that begins there.</summary>
    internal NodeView(GraphNode<TBatch> node, NodeView<TBatch> nominal)
    {
        (Node, Nominal, Root, IsSame, Events) = (node, nominal, nominal.Root, true, new TBatch());
        _shifted = new ShiftedEvents(nominal.Events);
        Events.Companion = this;
    }

    internal GraphNode<TBatch> Node { get; }

    internal EventGraph<TBatch> Graph => Node.Graph;

    /// <summary>The view of which the events are some; null when they are not selected from another one.</summary>
    internal NodeView<TBatch>? Parent { get; }

    /// <summary>The events without the variation; null when they are not under one.</summary>
    internal NodeView<TBatch>? Nominal { get; }

    /// <summary>The columns that the variation replaces.</summary>
    internal ColumnSet Shifted { get; } = new();

    /// <summary>Whether the same events pass as without the variation.</summary>
    internal bool IsSame { get; private set; }

    /// <summary>The events.</summary>
    internal TBatch Events { get; }

    /// <summary>That of all events of the batch.</summary>
    internal NodeView<TBatch> Root { get; }

    /// <summary>Which of the parent's events they are.</summary>
    internal EventIndex Selected => _source!.Events;

    /// <summary>The views of all nodes of the graph, where this is that of all events.</summary>
    internal NodeView<TBatch>?[] Nodes { get; set; } = [];

    /// <summary>The views of all nodes under each of their variations, where this is that of all events.</summary>
    internal NodeView<TBatch>[][] Variants { get; set; } = [];

    /// <summary>Takes some of the parent's events.</summary>
    internal void Select(EventIndex events)
    {
        IsSame = false;
        _source!.Select(events);
        Bind();
    }

    /// <summary>Takes the events that pass without the variation.</summary>
    internal void SelectSame()
    {
        IsSame = true;
        _source!.Select(Nominal!.Selected, Nominal.Events, Shifted);
        Bind();
    }

    /// <summary>Takes none.</summary>
    internal void SelectNone() => Select(Mask.All(0).ToIndex());

    /// <summary>Takes the events with columns replaced.</summary>
    internal void Shift(Variation variation, ColumnShift shift)
    {
        var (events, meter) = (Nominal!.Events, Meter(Root.Events));
        if (shift.Branches.FirstOrDefault(branch => events.IndexOf(branch) < 0) is { } strange)
            throw new ArgumentException($"{variation} changes {strange}, which is no column of these events; those of friends do not vary, vary what is made of them");
        foreach (var (column, values) in shift.Columns) meter.Add(variation, column.Branch, events.Stored(column), values);
        Shifted.Clear();
        foreach (var branch in shift.Branches) Shifted.Add(events.IndexOf(branch));
        _shifted!.Shift = shift;
        Events.Systematics = events.Systematics;
        Events.Bind(_shifted, events.FirstEntry);
    }

    /// <summary>Where the events stand among all of the batch.</summary>
    internal IEnumerable<int> PositionsInRoot()
    {
        if (_source is null) return Nominal?.PositionsInRoot() ?? Enumerable.Range(0, Events.Length);
        var above = Parent!.PositionsInRoot().ToArray();
        return Selected.AsSpan().ToArray().Select(position => above[position]);
    }

    /// <summary>The place where a definition's value is kept.</summary>
    internal Kept<T> Keep<T>(int definition)
    {
        if (definition >= _kept.Length) Array.Resize(ref _kept, Math.Max(definition + 1, 2 * _kept.Length));
        return (Kept<T>)(_kept[definition] ??= new Kept<T>());
    }

    private void Bind()
    {
        Events.Systematics = Parent!.Events.Systematics;
        Events.Bind(_source!, Parent.Events.FirstEntry);
    }

    // With the batch that the engine knows.
    private static ShiftMeter Meter(TBatch all)
    {
        var varied = all.Variations as VariedEvents<TBatch> ?? new VariedEvents<TBatch>(all);
        all.Variations = varied;
        return varied.Meter;
    }

    /// <summary>A value, the generation of events that it belongs to, and the columns that it was made of, where variations may replace some.</summary>
    internal sealed class Kept<T>
    {
        internal int Generation { get; set; } = -1;

        [AllowNull]
        internal T Value { get; set; } = default!;

        internal ColumnSet Reads { get; } = new();
    }
}
