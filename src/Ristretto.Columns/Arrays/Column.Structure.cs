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

    /// <summary>The values, one per object, in the lists of a collection: shape <c>[events][objects]</c>; a view, nothing is copied.</summary>
    /// <exception cref="ArgumentException">The lists do not hold as many values.</exception>
    public JaggedColumn<T> Unflatten(in Lists lists)
    {
        if (lists.Total != Length) throw new ArgumentException($"lists of together {lists.Total} elements cannot hold a column of {Length} values");
        return new JaggedColumn<T>(lists, _values);
    }

    /// <summary>The values divided into lists that all have the same length, shape <c>[Length / count][count]</c>; a view of the values.</summary>
    /// <exception cref="ArgumentException">The number of values is not a multiple of <paramref name="count"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public JaggedColumn<T> Unflatten(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (Length % count != 0) throw new ArgumentException($"lists of {count} elements cannot hold a column of {Length} values");
        var offsets = ColumnBuffer<int>.Allocate(Workspace, Length / count + 1);
        var to = offsets.Span;
        for (var i = 0; i < to.Length; i++) to[i] = i * count;
        return new JaggedColumn<T>(new Lists(offsets), _values);
    }

    /// <summary>The values divided into lists of the given lengths, no list where the length is None; a view of the values.</summary>
    /// <exception cref="ArgumentException">A length is negative, or their sum is not the number of values.</exception>
    public OptionalListColumn<T> Unflatten(OptionalColumn<int> counts) => Unflatten(counts.FillNone(0)).NoneUnless(counts.HasValue);

    /// <summary>The values of some events, so that <c>column[100..200]</c> can be written; a view.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many events.</exception>
    public Column<T> Slice(int start, int length) => new(_values.Slice(start, length));

    /// <summary>A column of the same length with this value everywhere.</summary>
    public Column<TTo> FilledWith<TTo>(TTo value) where TTo : unmanaged, INumber<TTo>
    {
        var result = ColumnBuffer<TTo>.Allocate(Workspace, Length);
        result.Span.Fill(value);
        return new Column<TTo>(result);
    }

    /// <summary>The positions of the events in the order of their values. Stable: equal values keep their order; NaN comes last in both directions.</summary>
    public EventIndex ArgSort(bool descending = false)
    {
        var positions = ColumnBuffer<int>.Allocate(Workspace, Length);
        var scratch = ColumnBuffer<int>.Allocate(Workspace, Length);
        if (descending) Sorting.ArgSort<T, Largest<T>>(AsSpan(), positions.Span, scratch.Span);
        else Sorting.ArgSort<T, Smallest<T>>(AsSpan(), positions.Span, scratch.Span);
        return new EventIndex(positions);
    }

    /// <summary>The values in their order; stable, NaN last in both directions.</summary>
    public Column<T> Sort(bool descending = false) => this[ArgSort(descending)];

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
