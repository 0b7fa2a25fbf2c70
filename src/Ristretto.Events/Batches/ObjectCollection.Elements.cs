using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Batches;

// What the generated views of single objects stand on. Positions are "stored": counted through the whole collection and all events of the batch.
public abstract partial class ObjectCollection
{
    internal bool IsCurrent => _generation == _batch.Generation;

    internal ref readonly Lists Stored => ref _stored;

    /// <summary>One object's value of a column. For generated code.</summary>
    /// <param name="column">Position of the column in the list of columns.</param>
    /// <param name="position">Stored position of the object.</param>
    /// <exception cref="InvalidOperationException">There is no such object: the link that was followed leads nowhere.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Element<T>(int column, int position) where T : unmanaged => _batch.Element<T>(column, position, this);

    /// <summary>One object's list of values in a nested column. For generated code.</summary>
    /// <param name="column">Position of the column in the list of columns.</param>
    /// <param name="position">Stored position of the object.</param>
    /// <exception cref="InvalidOperationException">There is no such object: the link that was followed leads nowhere.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlySpan<T> ElementList<T>(int column, int position) where T : unmanaged => _batch.ElementList<T>(column, position, this);

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
        var offsets = _lists.Offsets;
        return new ObjectRange(offsets[index], offsets[index + 1] - offsets[index], index);
    }

    /// <summary>The objects in one list of this collection. For generated code.</summary>
    /// <param name="list">The list; list i belongs to event i unless the collection is one of selected events.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ObjectRange InList(int list)
    {
        if (!IsCurrent) ThrowStale();
        var offsets = _lists.Offsets;
        var (start, count) = (offsets[list], offsets[list + 1] - offsets[list]);
        return new ObjectRange(start, count, _hasAllEvents ? list : count == 0 ? -1 : EventOf(PositionOf(start)));
    }

    /// <summary>Stored position of the object at <paramref name="index"/> of this collection, counted through all its lists. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PositionOf(int index) => _isWhole ? index : _positions.Span[index];

    /// <summary>Where an object stands in the whole list of its event, counted from 0. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int LocalPosition(int position, int index) => position < 0 ? -1 : position - _stored.Offsets[index];

    /// <summary>Stored position of the object that a link of the same event names by its place in the event's whole list; -1 when the link leads nowhere. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int Linked(int local, int index)
    {
        if (local < 0) return -1;
        var offsets = _stored.Offsets;
        var position = offsets[index] + local;
        return position < offsets[index + 1] ? position : -1;
    }

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
