using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Graphs;

/// <summary>Some events by their number among those that arrive.</summary>
internal sealed class RangeNode<TBatch>(GraphNode<TBatch> parent, long begin, long end, long stride) : GraphNode<TBatch>(parent) where TBatch : EventBatch, new()
{
    private readonly LaneLocal<EventCounts> _arrived = new(new EventCounts());

    internal override EventGraph<TBatch> Graph => Parent!.Graph;

    /// <summary>Whether the number of an event is its place in the input.</summary>
    internal bool IsOfAllEvents => ReferenceEquals(Parent!.Home, Graph);

    /// <summary>The events, where their number is their place in the input.</summary>
    internal (long Begin, long End) Wanted => (begin, end);

    /// <summary>Whether no event that comes now is kept, neither as it is nor under a variation; for events in order.</summary>
    internal bool IsExhausted
    {
        get
        {
            var (main, preceding, current) = _arrived.Parts;
            var variants = Math.Max(main.Length, Math.Max(preceding?.Length ?? 0, current?.Length ?? 0));
            for (var i = 0; i < Math.Max(1, variants); i++)
                if (Arrived(i) < end) return false;
            return true;
        }
    }

    internal override void Narrow(NodeView<TBatch> view, NodeView<TBatch>[] variants, bool isSearch)
    {
        var first = Begin(view.Parent!, 0, 1 + variants.Length);
        view.Select(Pick(view.Parent!.Events, first));
        for (var i = 0; i < variants.Length; i++)
        {
            var above = variants[i].Parent!;
            var varied = Begin(above, i + 1, 1 + variants.Length);
            if (above.IsSame && varied == first) variants[i].SelectSame();
            else variants[i].Select(Pick(above.Events, varied));
        }
    }

    /// <summary>The number of the first event at hand; those at hand have arrived then.</summary>
    private long Begin(NodeView<TBatch> above, int variant, int variants)
    {
        if (above.Root.Events.Source.Sample.EventsBefore is { } before) return before + above.Events.FirstEntry;
        var arrived = Arrived(variant);
        _arrived.Value.Add(variant, above.Events.Length, variants);
        return arrived;
    }

    private long Arrived(int variant)
    {
        var (main, preceding, current) = _arrived.Parts;
        return main[variant] + (preceding?[variant] ?? 0) + (current?[variant] ?? 0);
    }

    private EventIndex Pick(TBatch events, long first)
    {
        var length = events.Length;
        var at = first <= begin ? begin - first : (stride - (first - begin) % stride) % stride;
        var stop = Math.Min(length, end - first);
        var kept = at < stop ? (int)((stop - at + stride - 1) / stride) : 0;
        var positions = ColumnBuffer<int>.Allocate(events.Source.Workspace, kept);
        var span = positions.Span;
        for (var i = 0; i < kept; i++) span[i] = (int)(at + i * stride);
        return new EventIndex(positions);
    }
}
