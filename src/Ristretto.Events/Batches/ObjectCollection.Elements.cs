using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Ristretto.Events.Batches;

// What the generated views of single objects stand on. Positions are "stored": counted through the whole collection and all events of the batch.
public abstract partial class ObjectCollection
{
    internal bool IsCurrent => _generation == _batch.Generation;

    /// <summary>The objects that belong to one event of the batch. For generated code.</summary>
    /// <exception cref="ArgumentException">The objects come from another batch, or from some of its events only.</exception>
    /// <exception cref="ObjectDisposedException">The objects belong to events that have already been processed.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectRange InEvent(EventBatch batch, int index)
    {
        if (!ReferenceEquals(batch, _batch)) throw new ArgumentException("these objects come from another batch of events");
        if (!_hasAllEvents)
            throw new ArgumentException("these objects were selected together with their events, so that they cannot be looked up by an event of the batch; select the objects and leave the events to Events(mask)");
        if (!IsCurrent) ThrowStale();
        return RangeOf(index, index);
    }

    /// <summary>The objects in one list of this collection. For generated code.</summary>
    /// <param name="list">The list; list i belongs to event i unless the collection is one of selected events.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectRange InList(int list)
    {
        if (!IsCurrent) ThrowStale();
        if (_hasAllEvents) return RangeOf(list, list);
        var start = _lists.Offsets[list];
        return RangeOf(list, start == _lists.Offsets[list + 1] ? -1 : EventOf(PositionOf(start)));
    }

    private ObjectRange RangeOf(int list, int index)
    {
        var offsets = _lists.Offsets;
        var (start, count) = (offsets[list], offsets[list + 1] - offsets[list]);
        return new ObjectRange(_isWhole ? default : _positions.Span.Slice(start, count), start, count, index);
    }

    private int PositionOf(int index) => _isWhole ? index : _positions.Span[index];

    private int EventOf(int position)
    {
        var at = _stored.Offsets.BinarySearch(position);
        if (at < 0) return ~at - 1;
        while (_stored.Offsets[at + 1] == position) at++;               // empty lists share their offset with the next
        return at;
    }

    [DoesNotReturn]
    private void ThrowStale() => throw new ObjectDisposedException(GetType().Name, "these objects belong to events that have already been processed");
}
