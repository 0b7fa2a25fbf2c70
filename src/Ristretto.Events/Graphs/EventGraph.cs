using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine;
using Ristretto.Events.Graphs.Snapshots;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Graphs;

/// <summary>What is to be done with the events of some files: filters, definitions and results that are booked first, and then filled in one pass.
/// <c>Nano.Open(path).Graph()</c> makes one, which stands for all events.</summary>
/// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
/// <remarks>A graph without files is an analysis like any other, of the data set that it is given.</remarks>
public sealed partial class EventGraph<TBatch> : GraphNode<TBatch>, IAnalysis<TBatch> where TBatch : EventBatch, new()
{
    private const string All = "all";

    private readonly EventFiles<TBatch>? _files;
    private readonly List<GraphNode<TBatch>> _nodes = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { All };
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private int _definitions = 2;      // Entry and Position have the first numbers

    /// <summary>A graph for the events of a data set.</summary>
    public EventGraph() : base(null) => _nodes.Add(this);

    internal EventGraph(EventFiles<TBatch> files) : this() => _files = files;

    /// <summary>How many events pass each filter that has a name, with their weights: the first row is all events, and a filter that stands behind another one
    /// than that of the row above says so. Variations are counted too when <see cref="Cutflow.KeepVariations"/> names their sources.</summary>
    public Cutflow Report { get; } = new();

    /// <summary>The files that the run writes.</summary>
    internal List<Snapshot> Snapshots { get; } = [];

    /// <summary>Whether events are varied somewhere.</summary>
    internal bool IsVaried => _sources.Count > 0;

    /// <summary>Whether the events were gone over.</summary>
    public bool HasRun { get; private set; }

    internal override EventGraph<TBatch> Graph => this;

    /// <summary>Goes over the events, once for all that was booked.</summary>
    /// <param name="options">Threads, memory, progress; by default all processors.</param>
    /// <param name="file">The source file of the call, from the compiler.</param>
    /// <param name="line">The line of the call, from the compiler.</param>
    /// <returns>What the run has cost.</returns>
    /// <exception cref="InvalidOperationException">The graph has run before, or has no files.</exception>
    /// <exception cref="Ristretto.Bytes.Errors.RistrettoException">A file cannot be read or lacks a column, or a snapshot cannot be written.</exception>
    public RunReport Run(RunOptions? options = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        RequireNotRun();
        if (_files is null) throw new InvalidOperationException("the graph has no files; run the data set that it is the analysis of");
        try
        {
            foreach (var snapshot in Snapshots) snapshot.Begin((options ?? new RunOptions()).Threads);
            var report = _files.Run(Process, options, file, line);
            foreach (var snapshot in Snapshots) snapshot.Complete();
            return report;
        }
        finally
        {
            foreach (var snapshot in Snapshots) snapshot.End();
        }
    }

    /// <summary>Goes over some events.</summary>
    public void Process(TBatch events)
    {
        ArgumentNullException.ThrowIfNull(events);
        HasRun = true;
        if (events.Companion is not NodeView<TBatch> root || !ReferenceEquals(root.Graph, this)) root = Views(events);
        Report.Row(All, null)[0].Add(events.Length);
        foreach (var node in _nodes)
        {
            if (root.Nodes[node.Id] is not { } view) continue;
            var variants = root.Variants[node.Id];
            if (ReferenceEquals(view.Node, node) || !ReferenceEquals(node.Home, node)) node.Narrow(view, variants, isSearch: events.Length == 0);
            if (events.Length == 0 || view.Events.Length > 0 || Array.Exists(variants, variant => variant.Events.Length > 0)) node.Perform(view, variants);
        }
        if (_friends.Count > 0 && events.Source is ColumnTrace)
            foreach (var friend in _friends) friend.RequireColumns();
    }

    /// <summary>Counts events that pass a filter.</summary>
    internal void Count(string name, GraphNode<TBatch> before, TBatch events, Mask passing, Variation? variation)
    {
        var last = before.Filtered ?? All;
        if (variation is { } varied)
        {
            if (Report.Taking(varied) is { } cutflow) Count(cutflow, name, last, passing, before.WeightsOf(events)?.Total);
            return;
        }
        var weights = before.WeightsOf(events);
        Count(Report, name, last, passing, weights?.Total);
        if (weights is null) return;
        foreach (var source in weights.Variations)
            if (Report.Taking(source) is { } cutflow) Count(cutflow, name, last, passing, weights[source]);
    }

    internal TNode Add<TNode>(Func<int, TNode> make, bool isNeeded) where TNode : GraphNode<TBatch>
    {
        RequireNotRun();
        var node = make(_nodes.Count);
        _nodes.Add(node);
        if (isNeeded) node.Need();
        return node;
    }

    internal Definition<TBatch, T> Add<T>(Definition<TBatch, T> definition)
    {
        RequireNotRun();
        return definition;
    }

    internal int NextDefinition() => _definitions++;

    internal void Take(string name)
    {
        if (!_names.Add(name)) throw new ArgumentException($"the graph has a filter \"{name}\" already");
    }

    internal void TakeSource(string source)
    {
        if (!_sources.Add(source)) throw new ArgumentException($"the graph has the variations of \"{source}\" already");
    }

    internal void RequireNotRun()
    {
        if (HasRun) throw new InvalidOperationException("the graph has run; make a new one");
    }

    private static void Count(Cutflow cutflow, string name, string before, Mask passing, Column<double>? weights)
    {
        ref var cell = ref cutflow.Row(name, before)[0];
        if (weights is { } given) cell.Add(passing.AsBytes(), given.AsSpan());
        else cell.Add(passing.CountTrue());
    }

    private NodeView<TBatch> Views(TBatch all)
    {
        var root = new NodeView<TBatch>(this, all);
        (root.Nodes, root.Variants) = (new NodeView<TBatch>?[_nodes.Count], new NodeView<TBatch>[_nodes.Count][]);
        root.Nodes[0] = root;
        root.Variants[0] = [];
        for (var i = 1; i < _nodes.Count; i++)
        {
            var node = _nodes[i];
            if (!node.IsNeeded || root.Nodes[node.Parent!.Id] is not { } parent) continue;
            var selects = ReferenceEquals(node.Home, node);
            var view = selects ? new NodeView<TBatch>(node, parent, null) : parent;
            root.Nodes[i] = view;
            var above = root.Variants[node.Parent.Id];
            var own = all.Systematics == SystematicsMode.All ? node.Variations.Count - node.Parent.Variations.Count : 0;
            root.Variants[i] =
            [
                .. selects ? above.Select(variant => new NodeView<TBatch>(node, variant, view)) : above,
                .. Enumerable.Range(0, own).Select(_ => new NodeView<TBatch>(node, view)),
            ];
        }
        return root;
    }
}
