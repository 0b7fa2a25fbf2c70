using System.Numerics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

public readonly partial struct Column<T>
{
    /// <summary>The values divided into lists of the given lengths, shape <c>[counts.Length][…]</c>; a view, nothing is copied.</summary>
    /// <exception cref="ArgumentException">A length is negative, or their sum is not the number of values.</exception>
    public JaggedColumn<T> Unflatten(Column<int> counts)
    {
        var lists = Lists.FromCounts(counts.AsSpan(), Workspace ?? counts.Workspace);
        if (lists.Total != Length) throw new ArgumentException($"lists of together {lists.Total} elements cannot hold a column of {Length} values");
        return new JaggedColumn<T>(lists, _values);
    }

    /// <summary>A function of one's own of each value; a call per value, so that operators and <see cref="ColumnMath"/> are faster where they can say the same.</summary>
    public Column<TTo> Map<TTo>(Func<T, TTo> function) where TTo : unmanaged, INumber<TTo>
    {
        var result = ColumnBuffer<TTo>.Allocate(Workspace, Length);
        var from = AsSpan();
        var to = result.Span;
        for (var i = 0; i < to.Length; i++) to[i] = function(from[i]);
        return new Column<TTo>(result);
    }

    /// <summary>None in place of the values for which the mask is false; the number of events is unchanged.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public OptionalColumn<T> NoneUnless(Mask mask)
    {
        if (mask.Length != Length) throw new ArgumentException($"cannot combine a column of {Length} events with a mask of {mask.Length} events");
        return new OptionalColumn<T>(this, mask);
    }

    /// <summary>Lengths of the runs of equal neighbours, shape <c>[runs]</c>; NaN equals nothing.</summary>
    public Column<int> RunLengths()
    {
        var runs = ColumnBuffer<int>.Allocate(Workspace, Length);
        return new Column<int>(runs.First(Runs.Lengths(AsSpan(), runs.Span)));
    }
}
