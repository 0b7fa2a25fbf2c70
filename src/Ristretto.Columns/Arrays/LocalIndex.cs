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

    /// <summary>Number of events.</summary>
    public int Length => Lists.Length;

    /// <summary>The positions as ordinary numbers, shape <c>[events][chosen]</c>; a view.</summary>
    public JaggedColumn<int> AsColumn() => new(Lists, Buffer);

    /// <summary>The positions, copied.</summary>
    public int[][] ToArrays() => AsColumn().ToArrays();

    /// <summary>The first <paramref name="count"/> positions of each event: <c>jets.Pt.ArgSort(descending: true).Take(4)</c> are the leading four.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public LocalIndex Take(int count) => From(AsColumn().Take(count));

    /// <summary>A range of the positions of each event: <c>jets.Pt.ArgSort(descending: true).Take(1..)</c> are all but the leading one; see <see cref="Lists.Range"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    public LocalIndex Take(Range range, int step = 1) => this[Lists.Range(range, step)];

    /// <summary>The positions of the events for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public LocalIndex this[Mask mask] => From(AsColumn()[mask]);

    /// <summary>The positions of the given events in the given order.</summary>
    public LocalIndex this[EventIndex index] => From(AsColumn()[index]);

    /// <summary>The positions for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public LocalIndex this[JaggedMask mask] => From(AsColumn()[mask]);

    /// <summary>Of these positions the ones at the given places, in the given order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A place lies outside its list.</exception>
    public LocalIndex this[LocalIndex index] => From(AsColumn()[index]);

    /// <summary>Which elements of each list are among these positions: <c>!best.ToMask(jets.Lists)</c> are the jets that were not chosen.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A position lies outside its list.</exception>
    public JaggedMask ToMask(in Lists lists)
    {
        var result = ColumnBuffer<byte>.Allocate(Buffer.Workspace ?? lists.Workspace, lists.Total);
        var marks = result.Span;
        marks.Clear();
        foreach (var position in ToFlat(lists).Span) marks[position] = 1;
        return new JaggedMask(lists, result);
    }

    /// <summary>Positions from their lists.</summary>
    public static LocalIndex Of(params ReadOnlySpan<int[]> lists)
    {
        var jagged = JaggedColumn.Of(lists);
        return new LocalIndex(jagged.Lists, jagged.Buffer);
    }

    private static LocalIndex From(JaggedColumn<int> positions) => new(positions.Lists, positions.Buffer);

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
