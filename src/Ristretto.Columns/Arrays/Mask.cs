using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

/// <summary>Yes or no per event, shape <c>[events]</c>: the result of a comparison, and what selects events. Never "missing".</summary>
/// <remarks>Combine with <c>&amp;</c>, <c>|</c>, <c>^</c> and <c>!</c>; <c>&amp;&amp;</c> and <c>||</c> do not compile.</remarks>
public readonly struct Mask
{
    private readonly ColumnBuffer<byte> _bytes;

    internal Mask(ColumnBuffer<byte> bytes) => _bytes = bytes;

    internal ColumnBuffer<byte> Buffer => _bytes;

    internal Workspace? Workspace => _bytes.Workspace;

    /// <summary>Number of events.</summary>
    public int Length => _bytes.Length;

    /// <summary>Whether event <paramref name="index"/> is selected.</summary>
    public bool this[int index] => AsBytes()[index] != 0;

    /// <summary>The answers of the events for which the other mask is true.</summary>
    /// <exception cref="ArgumentException">The masks differ in length.</exception>
    public Mask this[Mask mask] => this[mask.ToIndex(Length)];

    /// <summary>The answers of the given events in the given order.</summary>
    public Mask this[EventIndex index]
    {
        get
        {
            var result = ColumnBuffer<byte>.Allocate(Workspace ?? index.Buffer.Workspace, index.Length);
            Gather.Apply(AsBytes(), index.AsSpan(), result.Span);
            return new Mask(result);
        }
    }

    /// <summary>The answers as bytes 0 and 1, as a view.</summary>
    public ReadOnlySpan<byte> AsBytes() => _bytes.Span;

    /// <summary>A mask with a copy of these answers.</summary>
    public static Mask Of(params ReadOnlySpan<bool> values)
    {
        var buffer = ColumnBuffer<byte>.Allocate(null, values.Length);
        for (var i = 0; i < values.Length; i++) buffer.Span[i] = values[i] ? (byte)1 : (byte)0;
        return new Mask(buffer);
    }

    /// <summary>The same answer for <paramref name="length"/> events.</summary>
    public static Mask All(int length, bool value = true) => All(length, value, null);

    internal static Mask All(int length, bool value, Workspace? workspace)
    {
        var buffer = ColumnBuffer<byte>.Allocate(workspace, length);
        buffer.Span.Fill(value ? (byte)1 : (byte)0);
        return new Mask(buffer);
    }

    /// <summary>Number of selected events.</summary>
    public int CountTrue() => MaskPositions.Count(AsBytes());

    /// <summary>Positions of the selected events.</summary>
    public EventIndex ToIndex()
    {
        var positions = ColumnBuffer<int>.Allocate(Workspace, Length);
        return new EventIndex(positions.First(MaskPositions.Find(AsBytes(), positions.Span)));
    }

    /// <summary>Positions of the selected events, for something that has <paramref name="events"/> events.</summary>
    internal EventIndex ToIndex(int events)
    {
        if (Length != events) throw new ArgumentException($"cannot select from {events} events with a mask of {Length} events");
        return ToIndex();
    }

    /// <summary>The answers, copied.</summary>
    public bool[] ToArray() => [.. AsBytes().ToArray().Select(b => b != 0)];

    /// <summary>Each event's answer once for every element of that event's list.</summary>
    public JaggedMask RepeatFor(in Lists lists)
    {
        lists.RequireLength(Length, "lists", "a mask");
        var result = ColumnBuffer<byte>.Allocate(Workspace ?? lists.Workspace, lists.Total);
        Elementwise.Repeat(AsBytes(), lists.Offsets, result.Span);
        return new JaggedMask(lists, result);
    }

    /// <summary>Both.</summary>
    public static Mask operator &(Mask left, Mask right) => Combine<And>(left, right);

    /// <summary>At least one.</summary>
    public static Mask operator |(Mask left, Mask right) => Combine<Or>(left, right);

    /// <summary>Exactly one.</summary>
    public static Mask operator ^(Mask left, Mask right) => Combine<Xor>(left, right);

    /// <summary>Not.</summary>
    public static Mask operator !(Mask mask)
    {
        var result = ColumnBuffer<byte>.Allocate(mask.Workspace, mask.Length);
        Elementwise.Apply<byte, Xor>(mask.AsBytes(), (byte)1, result.Span);
        return new Mask(result);
    }

    /// <inheritdoc/>
    public override string ToString() => $"Mask[{Length}]";

    private static Mask Combine<TOperation>(Mask left, Mask right) where TOperation : IBinaryOperation<byte>
    {
        var result = ColumnBuffer<byte>.Allocate(left.Workspace ?? right.Workspace, left.Length);
        Elementwise.Apply<byte, TOperation>(left.AsBytes(), right.AsBytes(), result.Span);
        return new Mask(result);
    }
}
