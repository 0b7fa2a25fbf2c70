using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

/// <summary>Positions inside the list of each event, shape <c>[events][chosen]</c>, counted from 0 in every list: what argsort gives and what picks objects.</summary>
public readonly struct LocalIndex
{
    internal LocalIndex(Lists lists, ColumnBuffer<int> positions) => (Lists, Buffer) = (lists, positions);

    internal ColumnBuffer<int> Buffer { get; }

    /// <summary>How many positions each event has.</summary>
    public Lists Lists { get; }

    /// <summary>The positions of all events one after the other, as a view.</summary>
    public ReadOnlySpan<int> Values => Buffer.Span;

    /// <summary>Positions from their lists.</summary>
    public static LocalIndex Of(params ReadOnlySpan<int[]> lists)
    {
        var jagged = JaggedColumn.Of(lists);
        return new LocalIndex(jagged.Lists, jagged.Buffer);
    }

    /// <summary>The same positions counted through all lists of <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A position lies outside its list.</exception>
    internal ColumnBuffer<int> ToFlat(in Lists target)
    {
        if (target.Length != Lists.Length)
            throw new ArgumentException($"cannot pick from the lists of {target.Length} events with positions for {Lists.Length} events");
        var result = ColumnBuffer<int>.Allocate(Buffer.Workspace ?? target.Workspace, Buffer.Length);
        Gather.ToFlat(Values, Lists.Offsets, target.Offsets, result.Span);
        return result;
    }
}
