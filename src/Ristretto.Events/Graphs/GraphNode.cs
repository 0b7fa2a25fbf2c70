using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Graphs;

/// <summary>A place in a graph of what is to be done with events: those that have passed all filters before it. Nothing is read or computed before
/// <see cref="EventGraph{TBatch}.Run"/>, which goes over the events once for everything.</summary>
/// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
/// <remarks>Functions get the events that have passed, as columns or to loop over, and see nothing of the others. They are called from several threads at once,
/// each with events of its own.</remarks>
public abstract class GraphNode<TBatch> where TBatch : EventBatch, new()
{
    private readonly List<Action<TBatch>> _actions = [];

    private protected GraphNode(GraphNode<TBatch>? parent) => Parent = parent;

    /// <summary>The node whose events these are some of; null for all events.</summary>
    internal GraphNode<TBatch>? Parent { get; }

    /// <summary>Position in the graph.</summary>
    internal int Id { get; init; }

    /// <summary>The last filter with a name on the way here; null before the first.</summary>
    internal virtual string? Filtered => Parent?.Filtered;

    /// <summary>The node whose events these are: itself, unless only weights change here.</summary>
    internal virtual GraphNode<TBatch> Home => this;

    /// <summary>Weights of the events; null where each counts 1.</summary>
    internal virtual Func<TBatch, Column<double>>? Weighing => Parent?.Weighing;

    /// <summary>The graph that it is part of.</summary>
    internal abstract EventGraph<TBatch> Graph { get; }

    /// <summary>Whether something is done with its events, here or further down.</summary>
    internal bool IsNeeded { get; private set; }

    /// <summary>Keeps the events for which a condition holds. Its name stands in <see cref="EventGraph{TBatch}.Report"/>.</summary>
    /// <param name="name">Name of the cut, another one for each.</param>
    /// <param name="condition">Whether an event is kept, shape <c>[events]</c>.</param>
    /// <exception cref="ArgumentException">There is a filter of this name already.</exception>
    public GraphNode<TBatch> Filter(string name, Func<TBatch, Mask> condition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Graph.Take(name);
        return Graph.Add(id => new FilterNode<TBatch>(this, name, condition) { Id = id }, isNeeded: true);
    }

    /// <summary>Keeps the events for which a condition holds.</summary>
    public GraphNode<TBatch> Filter(Func<TBatch, Mask> condition) => Graph.Add(id => new FilterNode<TBatch>(this, null, condition) { Id = id }, isNeeded: false);

    /// <summary>Multiplies the weights of the events, with which reports and histograms further down count.</summary>
    /// <param name="weights">A factor for each event, shape <c>[events]</c>.</param>
    public GraphNode<TBatch> Weigh(Func<TBatch, Column<double>> weights) => Graph.Add(id => new WeightNode<TBatch>(this, weights) { Id = id }, isNeeded: false);

    /// <summary>Defines something that several functions need: it is made once for the events here, when it is asked for. Further down, where there are
    /// fewer events, it is made anew for those.</summary>
    /// <param name="make">Makes it.</param>
    public Definition<TBatch, T> Define<T>(Func<TBatch, T> make) => Graph.Add(new Definition<TBatch, T>(Home, make, null) { Id = Graph.NextDefinition() });

    /// <summary>Defines a column, which is computed once; further down it is picked from.</summary>
    /// <param name="make">Computes it, shape <c>[events]</c>.</param>
    public Definition<TBatch, Column<T>> Define<T>(Func<TBatch, Column<T>> make) where T : unmanaged, System.Numerics.INumber<T> =>
        Graph.Add(new Definition<TBatch, Column<T>>(Home, make, static (column, events) => column[events]) { Id = Graph.NextDefinition() });

    /// <summary>Defines a column of lists, which is computed once; further down it is picked from.</summary>
    /// <param name="make">Computes it, shape <c>[events][objects]</c>.</param>
    public Definition<TBatch, JaggedColumn<T>> Define<T>(Func<TBatch, JaggedColumn<T>> make) where T : unmanaged, System.Numerics.INumber<T> =>
        Graph.Add(new Definition<TBatch, JaggedColumn<T>>(Home, make, static (column, events) => column[events]) { Id = Graph.NextDefinition() });

    /// <summary>Defines a yes or no per event, which is found once; further down it is picked from.</summary>
    /// <param name="make">Finds it, shape <c>[events]</c>.</param>
    public Definition<TBatch, Mask> Define(Func<TBatch, Mask> make) =>
        Graph.Add(new Definition<TBatch, Mask>(Home, make, static (mask, events) => mask[events]) { Id = Graph.NextDefinition() });

    /// <summary>Does something with the events that have passed: a loop over them, for example.</summary>
    public void Foreach(Action<TBatch> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Graph.RequireNotRun();
        _actions.Add(action);
        Need();
    }

    /// <summary>Fills something with the events that have passed: a histogram, a cutflow, an accumulator of one's own that knows lanes (<see cref="Columns.Accumulation.LaneLocal{T}"/>).</summary>
    /// <param name="result">What is filled.</param>
    /// <param name="fill">Fills it.</param>
    /// <returns>The same <paramref name="result"/>; it is filled when the graph has run.</returns>
    public T Book<T>(T result, Action<T, TBatch> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        Foreach(events => fill(result, events));
        return result;
    }

    /// <summary>Counts the events.</summary>
    public GraphValue<long> Count()
    {
        var content = new Columns.Accumulation.LaneLocal<ColumnStatistics>(new ColumnStatistics());
        Foreach(events => content.Value.AddCount(events.Length));
        return new GraphValue<long>(() => Graph.HasRun, () => content.Main.Count);
    }

    /// <summary>Number, sum, mean, spread and range of a quantity, unweighted.</summary>
    /// <param name="quantity">One number per event.</param>
    public GraphValue<ColumnStatistics> Statistics(Func<TBatch, Column<double>> quantity)
    {
        var content = new Columns.Accumulation.LaneLocal<ColumnStatistics>(new ColumnStatistics());
        Foreach(events => content.Value.Add(quantity(events).AsSpan()));
        return new GraphValue<ColumnStatistics>(() => Graph.HasRun, () => content.Main);
    }

    /// <summary>Keeps a quantity of all events that have passed, in the order of the files.</summary>
    /// <param name="quantity">One number per event.</param>
    public GraphValue<IReadOnlyList<T>> Take<T>(Func<TBatch, Column<T>> quantity) where T : unmanaged, System.Numerics.INumber<T>
    {
        var content = new Columns.Accumulation.LaneLocal<TakenValues<T>>(new TakenValues<T>());
        Foreach(events => content.Value.Add(quantity(events).AsSpan()));
        return new GraphValue<IReadOnlyList<T>>(() => Graph.HasRun, () => content.Main.Values);
    }

    /// <summary>The weights of some events that have passed, shape <c>[events]</c>; null where each counts 1.</summary>
    public Column<double>? WeightsOf(TBatch events) => Weighing?.Invoke(events);

    /// <summary>Does all that is to be done with the events of a view.</summary>
    internal void Perform(TBatch events)
    {
        foreach (var action in _actions) action(events);
    }

    /// <summary>Whether another node is this one or lies before it.</summary>
    internal bool IsBehind(GraphNode<TBatch> other)
    {
        for (var node = this; node is not null; node = node.Parent)
            if (ReferenceEquals(node, other)) return true;
        return false;
    }

    /// <summary>Finds the events of this node, which are some of its parent's.</summary>
    internal virtual void Narrow(NodeView<TBatch> view, NodeView<TBatch> parent) { }

    /// <summary>Notes that the node has to be gone through even when nothing is done with its events.</summary>
    internal void Need()
    {
        for (var node = this; node is not null; node = node.Parent) node.IsNeeded = true;
    }
}
