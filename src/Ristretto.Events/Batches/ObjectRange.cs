using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Ristretto.Events.Batches;

/// <summary>The objects of a collection that belong to one event. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ObjectRange
{
    private readonly ReadOnlySpan<int> _positions;

    /// <summary>Some objects.</summary>
    /// <param name="positions">Their stored positions; empty when they stand one after the other.</param>
    /// <param name="start">Stored position of the first, when they stand one after the other.</param>
    /// <param name="count">How many.</param>
    /// <param name="event">The event of the batch; -1 when unknown, because there are none.</param>
    internal ObjectRange(ReadOnlySpan<int> positions, int start, int count, int @event)
    {
        _positions = positions;
        (Start, Count, Event) = (start, count, @event);
    }

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>The event of the batch; -1 when unknown, because there are none.</summary>
    public int Event { get; }

    internal int Start { get; }

    /// <summary>The stored position of the object at a place of the list that is known to exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PositionOf(int index) => _positions.IsEmpty ? Start + index : _positions[index];

    /// <summary>The stored position of the object at a place of the list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int At(int index)
    {
        if ((uint)index >= (uint)Count) ThrowOutside(index, Count);
        return PositionOf(index);
    }

    private static void ThrowOutside(int index, int count) =>
        throw new ArgumentOutOfRangeException(nameof(index), index, $"the event has {count} of these objects");
}
