using Ristretto.Bytes.Errors;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Batches.Views;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Friends;

namespace Ristretto.Events.Graphs;

/// <summary>Events of other files beside those of a graph; <see cref="EventGraph{TBatch}.Friend{TFriend}"/> makes it.</summary>
/// <typeparam name="TBatch">The type of the events.</typeparam>
/// <typeparam name="TFriend">The type of their partners.</typeparam>
public sealed class Friend<TBatch, TFriend> : IGraphFriend where TBatch : EventBatch, new() where TFriend : EventBatch, new()
{
    private readonly EventGraph<TBatch> _graph;
    private readonly FriendFiles _files;
    private readonly FriendIndex? _index;
    private readonly LaneLocal<EventCounts> _counts = new(new EventCounts());
    private readonly string _tree;
    private EntryIndex? _entries;

    internal Friend(EventGraph<TBatch> graph, IReadOnlyList<InputFile> files, FriendIndex? index) => (_graph, _files, _index, _tree) = (graph, new FriendFiles(files), index, files[0].Tree);

    internal int Id { get; init; }

    /// <inheritdoc/>
    FriendReport IGraphFriend.Report => new(_files.Path, _tree, _files.Entries, _counts.Main[0], _counts.Main[1]);

    /// <summary>The partners of some events, as a function of the graph was given them: as many, in the same order.</summary>
    /// <exception cref="ArgumentException">The events are not those of a function of the graph.</exception>
    /// <exception cref="SchemaException">An event has no partner, and the index does not allow that; names its key.</exception>
    public TFriend Of(TBatch events) => Find(ViewOf(events)).Events;

    /// <summary>Whether an event has a partner, shape <c>[events]</c>.</summary>
    /// <exception cref="ArgumentException">The events are not those of a function of the graph.</exception>
    public Mask IsMatched(TBatch events) => Find(ViewOf(events)).IsMatched;

    /// <inheritdoc/>
    void IGraphFriend.Check(IReadOnlyList<SampleInfo> files, bool isComplete)
    {
        if (_index is not null) return;
        if (!isComplete) throw new SchemaException(_files.Path, $"{_tree} cannot be a friend entry by entry where files are left out; give an index, or leave nothing out");
        var entries = files.Sum(file => file.Entries);
        if (files.Count == _files.Files.Count)
        {
            foreach (var (file, friend) in files.Zip(_files.Files))
                if (file.Entries != friend.Entries)
                    throw new SchemaException(friend.Path, $"{friend.Tree} has {friend.Entries} entries, its partner {file.Path}: {file.Tree} has {file.Entries}; friends entry by entry need as many, others an index");
        }
        if (entries != _files.Entries)
            throw new SchemaException(_files.Path, $"{_tree} has {_files.Entries} entries, the events are {entries}; friends entry by entry need as many, others an index");
    }

    /// <inheritdoc/>
    void IGraphFriend.Prepare()
    {
        if (_index is not null) _entries ??= EntryIndex.Read(_files, _index.Columns);
    }

    /// <inheritdoc/>
    void IGraphFriend.RequireColumns() => _files.Trace.ThrowIfMissing();

    /// <inheritdoc/>
    void IGraphFriend.Close() => _files.Dispose();

    private NodeView<TBatch> ViewOf(TBatch events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Companion is NodeView<TBatch> view && ReferenceEquals(view.Graph, _graph)) return view;
        throw new ArgumentException("these events were not given by the graph of the friend; ask for it in a function of that graph", nameof(events));
    }

    private Partners Find(NodeView<TBatch> view)
    {
        // Where the same events are under a variation, they have the same partners.
        if (view.Nominal is { } nominal && (view.Parent is null || view.IsSame)) return Find(nominal);
        var kept = view.Keep<Partners>(Id);
        if (kept.Generation == view.Events.Generation) return kept.Value;
        var partners = kept.Value ??= new Partners();
        if (view.Parent is { } parent) Select(partners, Find(parent), view);
        else Read(partners, view);
        kept.Generation = view.Events.Generation;
        return partners;
    }

    private static void Select(Partners partners, Partners above, NodeView<TBatch> view)
    {
        if (!ReferenceEquals(partners.Selected?.Parent, above.Events)) partners.Selected = new SelectedEvents(above.Events);
        partners.Selected!.Select(view.Selected);
        partners.Events.Bind(partners.Selected, above.Events.FirstEntry);
        partners.IsMatched = above.IsMatched[view.Selected];
    }

    private void Read(Partners partners, NodeView<TBatch> view)
    {
        var events = view.Events;
        if (events.Source is ColumnTrace)
        {
            Keys(events);
            foreach (var name in _index?.Columns ?? []) _files.Trace.Note(name, "");
            partners.Events.Bind(_files.Trace, 0);
            partners.IsMatched = Mask.All(0);
            return;
        }
        var source = partners.Joined ??= _files.OpenSource(events.Source.Workspace);
        if (_index is null)
        {
            var first = events.Source.Sample.FirstPosition + events.FirstEntry;
            source.MoveTo([(first, events.Length)], hasDefault: false);
            partners.Events.Bind(source, first);
            partners.IsMatched = events.All();
            _counts.Value.Add(0, events.Length, 2);
            return;
        }
        Prepared();
        var keys = Keys(events);
        var entries = new long[events.Length];
        for (var i = 0; i < entries.Length; i++) entries[i] = Entry(events, EntryIndex.KeyAt(keys, i), i);
        Bind(partners, source, entries, events);
    }

    private long Entry(TBatch events, (long, long, long) key, int at)
    {
        var entry = _entries!.Find(key);
        if (entry >= 0 || _index!.AllowsUnmatched) return entry;
        throw new SchemaException(events.Path, $"entry {events.FirstEntry + at} has no partner in {_files.Name}: {EntryIndex.Describe(_index.Columns, key)}; AllowsUnmatched of the index gives it zeros");
    }

    private void Bind(Partners partners, JoinedSource source, long[] entries, TBatch events)
    {
        var places = EntryRuns.Of(entries, out var runs, out var length);
        var unmatched = entries.Count(entry => entry < 0);
        _counts.Value.Add(0, entries.Length - unmatched, 2);
        _counts.Value.Add(1, unmatched, 2);
        source.MoveTo(runs, hasDefault: unmatched > 0);
        var matched = events.Marks();
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i] < 0) places[i] = length;
            else matched[i] = true;
        }
        partners.IsMatched = matched.ToMask();
        partners.All.Bind(source, 0);
        partners.Selected ??= new SelectedEvents(partners.All);
        partners.Selected.Select(new EventIndex(ColumnBuffer<int>.CopyOf(places, events.Source.Workspace)));
        partners.Events.Bind(partners.Selected, 0);
    }

    private void Prepared()
    {
        if (_entries is null) ((IGraphFriend)this).Prepare();
    }

    private (ElementType Type, ColumnBuffer<byte> Values)[] Keys(TBatch events) => [.. (_index?.Columns ?? []).Select(name =>
    {
        var column = events.IndexOf(name);
        if (column < 0)
            throw new SchemaException(events.Path, $"the schema of the events has no column {name}, which the index of a friend needs{NearestNames.Hint(name, events.Columns.Select(known => known.Branch))}");
        var definition = events.Definition(column);
        if (definition.Counter is not null || !EntryIndex.IsInteger(definition.Type)) throw new SchemaException(events.Path, $"{name} is no integer of each event, and cannot be part of an index");
        return (definition.Type, events.Stored(definition));
    })];

    /// <summary>The partners of the events of a view.</summary>
    private sealed class Partners
    {
        internal TFriend Events { get; } = new();

        /// <summary>All that was read, of which they are some.</summary>
        internal TFriend All => field ??= new TFriend();

        internal JoinedSource? Joined { get; set; }

        internal SelectedEvents? Selected { get; set; }

        internal Mask IsMatched { get; set; }
    }
}
