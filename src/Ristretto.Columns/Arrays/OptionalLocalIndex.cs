using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

/// <summary>For each object a position in the event's list of another collection, or none, shape <c>[events][objects]</c>: what matching gives.</summary>
public readonly struct OptionalLocalIndex
{
    internal OptionalLocalIndex(Lists lists, ColumnBuffer<int> positions) => (Lists, Buffer) = (lists, positions);

    internal ColumnBuffer<int> Buffer { get; }

    /// <summary>How the objects that were matched are divided into lists.</summary>
    public Lists Lists { get; }

    /// <summary>Number of events.</summary>
    public int Length => Lists.Length;

    /// <summary>The positions of all objects one after the other, −1 where there is none, as a view.</summary>
    public ReadOnlySpan<int> Values => Buffer.Span;

    /// <summary>Which objects have a partner.</summary>
    public JaggedMask HasValue => new(Lists, (new Column<int>(Buffer) >= 0).Buffer);

    /// <summary>Which objects have none.</summary>
    public JaggedMask IsNone => !HasValue;

    /// <summary>The partners of the objects for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public OptionalLocalIndex this[JaggedMask mask]
    {
        get
        {
            var kept = new JaggedColumn<int>(Lists, Buffer)[mask];
            return new OptionalLocalIndex(kept.Lists, kept.Buffer);
        }
    }

    /// <summary>The positions of the objects that have a partner.</summary>
    public LocalIndex DropNone()
    {
        var kept = new JaggedColumn<int>(Lists, Buffer)[HasValue];
        return new LocalIndex(kept.Lists, kept.Buffer);
    }

    /// <summary>The positions, copied; null where there is none.</summary>
    public int?[][] ToArrays()
    {
        var result = new int?[Length][];
        for (var i = 0; i < result.Length; i++)
            result[i] = [.. Values[Lists.Offsets[i]..Lists.Offsets[i + 1]].ToArray().Select(p => p < 0 ? (int?)null : p)];
        return result;
    }

    /// <summary>The same positions counted through all lists of <paramref name="target"/>, −1 where there is none.</summary>
    internal ColumnBuffer<int> ToFlat(in Lists target)
    {
        if (target.Length != Length)
            throw new ArgumentException($"cannot pick from the lists of {target.Length} events with positions for {Length} events");
        var result = ColumnBuffer<int>.Allocate(Buffer.Workspace ?? target.Workspace, Buffer.Length);
        Gather.ToFlatOrNone(Values, Lists.Offsets, target.Offsets, result.Span);
        return result;
    }
}
