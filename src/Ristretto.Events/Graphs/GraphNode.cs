using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Graphs.Snapshots;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Graphs;

/// <summary>A place in a graph of what is to be done with events: those that have passed all filters before it. Nothing is read or computed before
/// <see cref="EventGraph{TBatch}.Run"/>, which goes over the events once for everything.</summary>
/// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
/// <remarks>Functions get the events that have passed, as columns or to loop over, and see nothing of the others. They are called from several threads at once,
/// each with events of its own.</remarks>
public abstract partial class GraphNode<TBatch> where TBatch : EventBatch, new()
{
    private readonly List<NodeAction<TBatch>> _actions = [];

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
    internal virtual Func<TBatch, Weights>? Weighing => Parent?.Weighing;

    /// <summary>The variations of the events here.</summary>
    internal virtual IReadOnlyList<Variation> Variations => Parent?.Variations ?? [];

    /// <summary>The graph that it is part of.</summary>
    internal abstract EventGraph<TBatch> Graph { get; }

    /// <summary>Whether something is done with its events here.</summary>
    internal virtual bool HasResults => _actions.Count > 0;

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
    public GraphNode<TBatch> Weigh(Func<TBatch, Column<double>> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return Weigh((product, events) => product.Add($"#{product.Names.Count + 1}", weights(events)));
    }

    /// <summary>Multiplies the weights of the events by a factor that has variations up and down: histograms further down have them too, at the cost of filling.</summary>
    /// <param name="name">Name of the factor, which is also the source of the variations.</param>
    /// <param name="nominal">The factor of each event, shape <c>[events]</c>.</param>
    /// <param name="up">The factor in its place under <c>name:up</c>.</param>
    /// <param name="down">The factor in its place under <c>name:down</c>.</param>
    public GraphNode<TBatch> Weigh(string name, Func<TBatch, Column<double>> nominal, Func<TBatch, Column<double>> up, Func<TBatch, Column<double>> down)
    {
        ArgumentNullException.ThrowIfNull(nominal);
        ArgumentNullException.ThrowIfNull(up);
        ArgumentNullException.ThrowIfNull(down);
        return Weigh((product, events) => product.Add(name, nominal(events), up(events), down(events)));
    }

    /// <summary>Adds factors to the weights of the events, any number with any variations.</summary>
    /// <param name="factors">Adds them to the product so far.</param>
    public GraphNode<TBatch> Weigh(Action<Weights, TBatch> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        return Graph.Add(id => new WeightNode<TBatch>(this, factors) { Id = id }, isNeeded: false);
    }

    /// <summary>Takes the events as they are, and as they would be if a source of uncertainty changed columns: everything further down is done for each variation too,
    /// where it depends on the columns. Variations are never combined.</summary>
    /// <param name="source">The source of uncertainty, for example <c>JES</c>.</param>
    /// <param name="up">The columns that it changes upwards: <c>ev.Jet.Shifted(pt: ev.Jet.Pt * 1.02f)</c>; shifts of several collections are added.</param>
    /// <param name="down">The columns that it changes downwards.</param>
    /// <exception cref="ArgumentException">The graph has a source of this name already.</exception>
    public GraphNode<TBatch> Vary(string source, Func<TBatch, ColumnShift> up, Func<TBatch, ColumnShift> down) => Vary(source, (Variation.Up, up), (Variation.Down, down));

    /// <summary>Takes the events as they are, and as they would be if a source of uncertainty changed columns in any number of ways.</summary>
    /// <param name="source">The source of uncertainty.</param>
    /// <param name="shifts">The ways, and the columns that each changes.</param>
    /// <exception cref="ArgumentException">The graph has a source of this name already, or two ways have one name.</exception>
    public GraphNode<TBatch> Vary(string source, params (string Tag, Func<TBatch, ColumnShift> Shift)[] shifts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentNullException.ThrowIfNull(shifts);
        if (shifts.GroupBy(shift => shift.Tag, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"the source \"{source}\" has two variations \"{twice.Key}\"", nameof(shifts));
        Graph.TakeSource(source);
        return Graph.Add(id => new VaryNode<TBatch>(this, source, shifts) { Id = id }, isNeeded: false);
    }

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

    /// <summary>Does something with the events that have passed: a loop over them, for example. It sees the events without variation.</summary>
    public void Foreach(Action<TBatch> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        Do(new NominalAction<TBatch>(action));
    }

    /// <summary>Fills something with the events that have passed: a histogram, a cutflow, an accumulator of one's own that knows lanes (<see cref="Columns.Accumulation.LaneLocal{T}"/>).
    /// It sees the events without variation.</summary>
    /// <param name="result">What is filled.</param>
    /// <param name="fill">Fills it.</param>
    /// <returns>The same <paramref name="result"/>; it is filled when the graph has run.</returns>
    public T Book<T>(T result, Action<T, TBatch> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        Foreach(events => fill(result, events));
        return result;
    }

    /// <summary>Fills something with a quantity of the events that have passed, as it is and as it is under each variation.</summary>
    /// <param name="result">What is filled.</param>
    /// <param name="quantity">Columns or numbers; they are computed for a variation only when it changes what they are made of.</param>
    /// <param name="fill">Fills it.</param>
    /// <returns>The same <paramref name="result"/>; it is filled when the graph has run.</returns>
    /// <exception cref="ArgumentException">The quantity is a collection of objects, of which more columns may be asked for later.</exception>
    public TResult Book<TResult, T>(TResult result, Func<TBatch, T> quantity, Action<TResult, Varied<T>> fill)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        ArgumentNullException.ThrowIfNull(fill);
        if (typeof(ObjectCollection).IsAssignableFrom(typeof(T)) || typeof(EventBatch).IsAssignableFrom(typeof(T)))
            throw new ArgumentException($"a booked quantity is made of columns or numbers, not of {typeof(T).Name}", nameof(quantity));
        Do(new VariedAction<TBatch, T>(quantity, varied => fill(result, varied)));
        return result;
    }

    /// <summary>Counts the events.</summary>
    public GraphValue<long> Count() => Accumulate(() => new ColumnStatistics(), events => events.Length, static (content, length) => content.AddCount(length), content => content.Count);

    /// <summary>Number, sum, mean, spread and range of a quantity, unweighted.</summary>
    /// <param name="quantity">One number per event.</param>
    public GraphValue<ColumnStatistics> Statistics(Func<TBatch, Column<double>> quantity)
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return Accumulate(() => new ColumnStatistics(), quantity, static (content, values) => content.Add(values.AsSpan()), content => content);
    }

    /// <summary>Keeps a quantity of all events that have passed, in the order of the files.</summary>
    /// <param name="quantity">One number per event.</param>
    public GraphValue<IReadOnlyList<T>> Take<T>(Func<TBatch, Column<T>> quantity) where T : unmanaged, System.Numerics.INumber<T>
    {
        ArgumentNullException.ThrowIfNull(quantity);
        return Accumulate(() => new TakenValues<T>(), quantity, static (content, values) => content.Add(values.AsSpan()), content => content.Values);
    }

    /// <summary>Writes the events that have passed to a file.</summary>
    /// <param name="path">The file; it has its name when the graph has run and everything is in it.</param>
    /// <param name="columns">What it has of each event: <c>columns.Keep("Jet_*", "MET_pt").Add("HT", ev => ht.Of(ev))</c>. Where events vary, definitions that are asked for must
    /// stand before the first filter, since events are kept that pass under some variation only.</param>
    /// <param name="options">TTree or RNTuple, codec, which variations.</param>
    /// <exception cref="ArgumentException">There are more variations than can be told apart.</exception>
    public Snapshot Snapshot(string path, Action<SnapshotColumns<TBatch>> columns, SnapshotOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(columns);
        var (wanted, snapshot) = (new SnapshotColumns<TBatch>(), new Snapshot(path, options ?? new SnapshotOptions()));
        columns(wanted);
        Do(new SnapshotAction<TBatch>(snapshot, wanted, this));
        Graph.Snapshots.Add(snapshot);
        return snapshot;
    }

    /// <summary>The weights of some events that have passed, with their variations; null where each counts 1.</summary>
    public Weights? WeightsOf(TBatch events) => Weighing?.Invoke(events);

    /// <summary>Does all that is to be done with the events of a view.</summary>
    internal void Perform(NodeView<TBatch> view, NodeView<TBatch>[] variants)
    {
        foreach (var action in _actions) action.Perform(view, variants, Variations);
    }

    private GraphValue<TResult> Accumulate<TContent, T, TResult>(Func<TContent> make, Func<TBatch, T> quantity, Action<TContent, T> add, Func<TContent, TResult> result)
        where TContent : class, Columns.Accumulation.IMergeable<TContent>
    {
        var value = new GraphValue<TContent, TResult>(() => Graph.HasRun, make, result);
        Book(value, quantity, (target, varied) => target.Add(varied, add));
        return value;
    }

    private void Do(NodeAction<TBatch> action)
    {
        Graph.RequireNotRun();
        _actions.Add(action);
        Need();
    }

    /// <summary>Whether another node is this one or lies before it.</summary>
    internal bool IsBehind(GraphNode<TBatch> other)
    {
        for (var node = this; node is not null; node = node.Parent)
            if (ReferenceEquals(node, other)) return true;
        return false;
    }

    /// <summary>This node and those before it.</summary>
    internal IEnumerable<GraphNode<TBatch>> Way
    {
        get
        {
            for (var node = this; node is not null; node = node.Parent) yield return node;
        }
    }

    /// <summary>Finds the events of this node, which are some of its parent's.</summary>
    /// <param name="view">The events as they are.</param>
    /// <param name="variants">The events under each variation.</param>
    /// <param name="isSearch">Whether the run is one over no events, which is to find the columns and goes everywhere.</param>
    internal virtual void Narrow(NodeView<TBatch> view, NodeView<TBatch>[] variants, bool isSearch) { }

    /// <summary>Notes that the node has to be gone through even when nothing is done with its events.</summary>
    internal void Need()
    {
        for (var node = this; node is not null; node = node.Parent) node.IsNeeded = true;
    }
}
