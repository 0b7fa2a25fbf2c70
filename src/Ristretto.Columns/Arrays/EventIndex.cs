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

    /// <summary>An index with a copy of these positions.</summary>
    public static EventIndex Of(params ReadOnlySpan<int> positions) => new(ColumnBuffer<int>.CopyOf(positions));
}
