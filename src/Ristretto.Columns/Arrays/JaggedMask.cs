using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

/// <summary>Yes or no per object, shape <c>[events][objects]</c>: what selects objects. Never "missing".</summary>
/// <remarks>Combined with a <see cref="Mask"/>, each event's answer meets every object of the event.</remarks>
public readonly struct JaggedMask
{
    private readonly ColumnBuffer<byte> _bytes;

    internal JaggedMask(Lists lists, ColumnBuffer<byte> bytes) => (Lists, _bytes) = (lists, bytes);

    internal ColumnBuffer<byte> Buffer => _bytes;

    internal Workspace? Workspace => _bytes.Workspace;

    /// <summary>How the answers are divided into lists.</summary>
    public Lists Lists { get; }

    /// <summary>Number of events.</summary>
    public int Length => Lists.Length;

    /// <summary>The answers for all objects one after the other as bytes 0 and 1, as a view.</summary>
    public ReadOnlySpan<byte> AsBytes() => _bytes.Span;

    /// <summary>The answers for all objects as a mask, shape <c>[objects]</c>.</summary>
    public Mask Flat => new(_bytes);

    /// <summary>The answers for the objects for which the other mask is true.</summary>
    /// <exception cref="ArgumentException">The masks have lists of different lengths.</exception>
    public JaggedMask this[JaggedMask mask]
    {
        get
        {
            Lists.RequireSame(mask.Lists, "a mask", "another");
            var (lists, positions) = mask.Select();
            return new JaggedMask(lists, Gathered(positions));
        }
    }

    /// <summary>The lists of the events for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public JaggedMask this[Mask mask] => this[mask.ToIndex(Length)];

    /// <summary>The lists of the given events in the given order.</summary>
    public JaggedMask this[EventIndex index]
    {
        get
        {
            var (lists, bytes) = Lists.Select(_bytes, index);
            return new JaggedMask(lists, bytes);
        }
    }

    /// <summary>The answers at the given positions of each event's list, in the given order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position lies outside its list.</exception>
    public JaggedMask this[LocalIndex index] => new(index.Lists, Gathered(index.ToFlat(Lists)));

    /// <summary>The answer for the partner that each object was matched with in this collection, None where it has none; shape of the matched objects.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position lies outside its list.</exception>
    public OptionalJaggedMask this[OptionalLocalIndex index]
    {
        get
        {
            var partners = new JaggedColumn<byte>(Lists, _bytes)[index];
            return new OptionalJaggedMask(new JaggedMask(index.Lists, partners.Values.Buffer), partners.HasValue);
        }
    }

    /// <summary>A mask from its lists.</summary>
    public static JaggedMask Of(params ReadOnlySpan<bool[]> lists)
    {
        var counts = new int[lists.Length];
        for (var i = 0; i < counts.Length; i++) counts[i] = lists[i].Length;
        var divided = Lists.FromCounts(counts);
        var bytes = ColumnBuffer<byte>.Allocate(null, divided.Total);
        var at = 0;
        foreach (var list in lists) foreach (var value in list) bytes.Span[at++] = value ? (byte)1 : (byte)0;
        return new JaggedMask(divided, bytes);
    }

    /// <summary>The answers, copied.</summary>
    public bool[][] ToArrays()
    {
        var result = new bool[Length][];
        for (var i = 0; i < result.Length; i++) result[i] = [.. AsBytes()[Lists.Offsets[i]..Lists.Offsets[i + 1]].ToArray().Select(b => b != 0)];
        return result;
    }

    /// <summary>Number of selected objects in each event, shape <c>[events]</c>.</summary>
    public Column<int> CountTrue()
    {
        var result = ColumnBuffer<int>.Allocate(Workspace, Length);
        MaskCounts.Count(AsBytes(), Lists.Offsets, result.Span);
        return new Column<int>(result);
    }

    /// <summary>Whether any object of the event is selected; false for an empty list.</summary>
    public Mask Any() => CountTrue() > 0;

    /// <summary>Whether all objects of the event are selected; true for an empty list.</summary>
    public Mask All() => CountTrue() == Lists.Count;

    /// <summary>Positions of the selected objects in their lists.</summary>
    public LocalIndex ToIndex() => Lists.LocalIndices()[this];

    /// <summary>The answers for the first objects of all events as one list, for the second ones as the next, …: shape <c>[positions][events that have one]</c>.</summary>
    public JaggedMask ByPosition()
    {
        var (lists, positions) = Lists.ByPosition();
        return new JaggedMask(lists, Gathered(positions));
    }

    /// <summary>Both.</summary>
    public static JaggedMask operator &(JaggedMask left, JaggedMask right) => Combine<And>(left, right);

    /// <summary>Both the object and its event.</summary>
    public static JaggedMask operator &(JaggedMask left, Mask right) => left & right.RepeatFor(left.Lists);

    /// <summary>Both the event and the object.</summary>
    public static JaggedMask operator &(Mask left, JaggedMask right) => right & left;

    /// <summary>At least one.</summary>
    public static JaggedMask operator |(JaggedMask left, JaggedMask right) => Combine<Or>(left, right);

    /// <summary>The object or its event.</summary>
    public static JaggedMask operator |(JaggedMask left, Mask right) => left | right.RepeatFor(left.Lists);

    /// <summary>The event or the object.</summary>
    public static JaggedMask operator |(Mask left, JaggedMask right) => right | left;

    /// <summary>Exactly one.</summary>
    public static JaggedMask operator ^(JaggedMask left, JaggedMask right) => Combine<Xor>(left, right);

    /// <summary>Not.</summary>
    public static JaggedMask operator !(JaggedMask mask)
    {
        var result = ColumnBuffer<byte>.Allocate(mask.Workspace, mask._bytes.Length);
        Elementwise.Apply<byte, Xor>(mask.AsBytes(), (byte)1, result.Span);
        return new JaggedMask(mask.Lists, result);
    }

    /// <inheritdoc/>
    public override string ToString() => $"JaggedMask[{Length}][{_bytes.Length}]";

    /// <summary>The lists that are left and the flat positions of the selected objects.</summary>
    internal (Lists Lists, ColumnBuffer<int> Positions) Select()
    {
        var positions = ColumnBuffer<int>.Allocate(Workspace, _bytes.Length);
        var offsets = ColumnBuffer<int>.Allocate(Workspace, Length + 1);
        var count = MaskPositions.Find(AsBytes(), Lists.Offsets, positions.Span, offsets.Span);
        return (new Lists(offsets), positions.First(count));
    }

    private ColumnBuffer<byte> Gathered(ColumnBuffer<int> positions)
    {
        var result = ColumnBuffer<byte>.Allocate(Workspace ?? positions.Workspace, positions.Length);
        Gather.Apply(AsBytes(), positions.Span, result.Span);
        return result;
    }

    private static JaggedMask Combine<TOperation>(JaggedMask left, JaggedMask right) where TOperation : IBinaryOperation<byte>
    {
        left.Lists.RequireSame(right.Lists, "a mask", "another");
        var result = ColumnBuffer<byte>.Allocate(left.Workspace ?? right.Workspace, left._bytes.Length);
        Elementwise.Apply<byte, TOperation>(left.AsBytes(), right.AsBytes(), result.Span);
        return new JaggedMask(left.Lists, result);
    }
}
