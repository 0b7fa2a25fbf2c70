namespace Ristretto.Columns.Arrays;

/// <summary>Positions of events, shape <c>[selected events]</c>; any order, repetitions allowed. Not to be confused with positions inside the list of each event (<see cref="LocalIndex"/>).</summary>
public readonly struct EventIndex
{
    internal EventIndex(ColumnBuffer<int> positions) => Buffer = positions;

    internal ColumnBuffer<int> Buffer { get; }

    /// <summary>Number of positions.</summary>
    public int Length => Buffer.Length;

    /// <summary>The positions, as a view.</summary>
    public ReadOnlySpan<int> AsSpan() => Buffer.Span;

    /// <summary>Of these positions the ones at the given places, in the given order.</summary>
    public EventIndex this[EventIndex index] => new(new Column<int>(Buffer)[index].Buffer);

    /// <summary>Of these positions the ones at the places for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public EventIndex this[Mask mask] => this[mask.ToIndex(Length)];

    /// <summary>The first <paramref name="count"/> positions, or all when there are fewer; a view.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public EventIndex Take(int count) => new(Buffer.First(Math.Min(count, Length)));

    /// <summary>Which of <paramref name="events"/> events are among these positions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position lies outside.</exception>
    public Mask ToMask(int events)
    {
        var result = ColumnBuffer<byte>.Allocate(Buffer.Workspace, events);
        var marks = result.Span;
        marks.Clear();
        foreach (var position in AsSpan())
        {
            if ((uint)position >= (uint)events) throw new ArgumentOutOfRangeException(nameof(events), $"position {position} among {events} events");
            marks[position] = 1;
        }
        return new Mask(result);
    }

    /// <summary>An index with a copy of these positions.</summary>
    public static EventIndex Of(params ReadOnlySpan<int> positions) => new(ColumnBuffer<int>.CopyOf(positions));
}
