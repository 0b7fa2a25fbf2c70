using System.ComponentModel;
using System.Runtime.CompilerServices;
using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Batches;

// One value at a time: what the generated views of single events and objects stand on. Positions are "stored": counted through the whole collection and
// all events of the batch. A column that has not been read has no values yet, so that the one check of the position finds both that and a wrong position.
public abstract partial class EventBatch
{
    /// <summary>The value of a column for one event or object. For generated code.</summary>
    /// <param name="column">Position of the column in the list of columns.</param>
    /// <param name="position">The event, or the stored position of the object.</param>
    /// <exception cref="InvalidOperationException">There is no such object: the link that was followed leads nowhere.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Element<T>(int column, int position) where T : unmanaged
    {
        ref var slot = ref _slots[column];
        return (uint)position < (uint)slot.Buffer.Length ? slot.Buffer.At<T>(position) : ReadElement<T>(column, position);
    }

    /// <summary>The values of a column of lists for one event or object. For generated code.</summary>
    /// <param name="column">Position of the column in the list of columns.</param>
    /// <param name="position">The event, or the stored position of the object.</param>
    /// <exception cref="InvalidOperationException">There is no such object: the link that was followed leads nowhere.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlySpan<T> ElementList<T>(int column, int position) where T : unmanaged
    {
        if (!_slots[column].IsShown) Load<T>(column, Source.ReadLists(_columns[column].Counter!));
        var offsets = _inner![column].Offsets;
        RequirePosition(position, offsets.Length - 1);
        return Unsafe.BitCast<ColumnBuffer<byte>, ColumnBuffer<T>>(_slots[column].Buffer).Span[offsets[position]..offsets[position + 1]];
    }

    /// <summary>The objects of one event. For generated code.</summary>
    /// <param name="collection">Position of the collection in the list of collections.</param>
    /// <param name="index">The event.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ObjectRange Objects(int collection, int index)
    {
        ref var slot = ref _lists[collection];
        if ((uint)(index + 1) >= (uint)slot.Buffer.Length) ReadLists(collection, index);
        var start = slot.Buffer.At<int>(index);
        return new ObjectRange(default, start, slot.Buffer.At<int>(index + 1) - start, index);
    }

    /// <summary>Where an object stands in the whole list of its event, counted from 0; -1 when there is no such object. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int LocalPosition(int collection, int position, int index) => position < 0 ? -1 : position - Objects(collection, index).Start;

    /// <summary>Stored position of the object that a link of the same event names by its place in the event's whole list; -1 when the link leads nowhere. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int Linked(int collection, int local, int index)
    {
        if (local < 0) return -1;
        var objects = Objects(collection, index);
        return local < objects.Count ? objects.Start + local : -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T ReadElement<T>(int column, int position) where T : unmanaged
    {
        var values = Load<T>(column, _columns[column].Counter is { } counter ? Source.ReadLists(counter) : default);
        RequirePosition(position, values.Length);
        return values.At<T>(position);
    }

    private static void RequirePosition(int position, int length)
    {
        if (position < 0) throw new InvalidOperationException("there is no such object; ask Exists before reading its properties");
        if (position >= length) throw new ArgumentOutOfRangeException(nameof(position), position, $"the column has {length} values");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadLists(int collection, int index)
    {
        ref var slot = ref _lists[collection];
        if ((uint)index >= (uint)Length) throw new ArgumentOutOfRangeException(nameof(index), index, $"the batch has {Length} events");
        slot = new Slot(Unsafe.BitCast<ColumnBuffer<int>, ColumnBuffer<byte>>(Source.ReadLists(_counters[collection]).Buffer));
        slot.Show();
    }

    /// <summary>A column of the events at hand.</summary>
    private struct Slot(ColumnBuffer<byte> values)
    {
        private readonly ColumnBuffer<byte> _values = values;

        /// <summary>Its values; none before it is read, and none while it is hidden, so that the next who asks for it is noticed.</summary>
        internal ColumnBuffer<byte> Buffer;

        internal bool IsRead { get; } = true;

        internal bool IsShown { get; private set; }

        internal void Show() => (Buffer, IsShown) = (_values, true);

        internal void Hide() => (Buffer, IsShown) = (default, false);
    }
}
