using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Ristretto.Events.Batches;

/// <summary>The objects of a collection that belong to one event. For generated code.</summary>
/// <param name="Start">The first, counted through the collection.</param>
/// <param name="Count">How many.</param>
/// <param name="Event">The event of the batch; -1 when unknown, because there are none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ObjectRange(int Start, int Count, int Event)
{
    /// <summary>The object at a position of the range, counted through the collection.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int At(int index)
    {
        if ((uint)index >= (uint)Count) ThrowOutside(index, Count);
        return Start + index;
    }

    private static void ThrowOutside(int index, int count) =>
        throw new ArgumentOutOfRangeException(nameof(index), index, $"the event has {count} of these objects");
}
