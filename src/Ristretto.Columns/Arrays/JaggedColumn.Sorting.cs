using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

public readonly partial struct JaggedColumn<T>
{
    /// <summary>The positions of each list's elements in the order of their values, shape <c>[events][objects]</c>. Stable: equal values keep
    /// their order; NaN comes last in both directions. Picks objects as it is: <c>jets.Eta[jets.Pt.ArgSort(descending: true)]</c>.</summary>
    public LocalIndex ArgSort(bool descending = false) => descending ? ArgSort<Largest<T>>() : ArgSort<Smallest<T>>();

    /// <summary>Each list in the order of its values; stable, NaN last in both directions.</summary>
    public JaggedColumn<T> Sort(bool descending = false) => this[ArgSort(descending)];

    /// <summary>The place of each element in the order of its list, counted from 0: the leading one by pT has 0 in <c>jets.Pt.Ranks(descending: true)</c>.</summary>
    public JaggedColumn<int> Ranks(bool descending = false)
    {
        var order = ArgSort(descending).Values;
        var result = ColumnBuffer<int>.Allocate(Workspace ?? Lists.Workspace, Lists.Total);
        var offsets = Offsets;
        var to = result.Span;
        for (var list = 0; list < offsets.Length - 1; list++)
            for (var i = offsets[list]; i < offsets[list + 1]; i++) to[offsets[list] + order[i]] = i - offsets[list];
        return new JaggedColumn<int>(Lists, result);
    }

    private LocalIndex ArgSort<TOrder>() where TOrder : IOrder<T>
    {
        var workspace = Workspace ?? Lists.Workspace;
        var positions = ColumnBuffer<int>.Allocate(workspace, Lists.Total);
        var values = Values;
        var offsets = Offsets;
        var to = positions.Span;
        var needed = Sorting.ScratchFor(offsets);
        var scratch = needed == 0 ? default : ColumnBuffer<int>.Allocate(workspace, needed).Span;
        for (var list = 0; list < offsets.Length - 1; list++)
        {
            var (start, end) = (offsets[list], offsets[list + 1]);
            if (!RankSort.TryArgSort<T, TOrder>(values, start, to[start..end])) Sorting.ArgSort<T, TOrder>(values[start..end], to[start..end], scratch);
        }
        return new LocalIndex(Lists, positions);
    }
}
