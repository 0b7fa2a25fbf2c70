using Ristretto.Columns.Arrays;

namespace Ristretto.Events.Batches;

/// <summary>Yes or no per event of a batch, written in a loop over events: no until it is marked. It lives as long as the batch's events.</summary>
public readonly struct EventMarks
{
    private readonly ColumnBuffer<byte> _marks;

    internal EventMarks(ColumnBuffer<byte> marks)
    {
        _marks = marks;
        marks.Span.Clear();
    }

    /// <summary>Whether the event at a position of the batch is marked.</summary>
    public bool this[int index]
    {
        get => _marks.Span[index] != 0;
        set => _marks.Span[index] = value ? (byte)1 : (byte)0;
    }

    /// <summary>The marks as they are now, as a mask.</summary>
    public Mask ToMask() => new(ColumnBuffer<byte>.CopyOf(_marks.Span, _marks.Workspace));
}
