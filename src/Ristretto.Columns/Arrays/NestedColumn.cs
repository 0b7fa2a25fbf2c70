using System.Numerics;

namespace Ristretto.Columns.Arrays;

/// <summary>A list of numbers for each object of each event, shape <c>[events][objects][partners]</c>: every jet with every lepton, a list in its groups. Immutable.</summary>
/// <remarks>Reducers act on the innermost lists and give one value per object; <see cref="Flatten"/> puts the partners of all objects into one list per event.</remarks>
#pragma warning disable CS0660, CS0661 // Equality of columns is a comparison value by value, so there is nothing that Equals could mean.
public readonly struct NestedColumn<T> where T : unmanaged, INumber<T>
{
    internal NestedColumn(Lists lists, JaggedColumn<T> inner) => (Lists, Inner) = (lists, inner);

    /// <summary>How the objects are divided into events.</summary>
    public Lists Lists { get; }

    /// <summary>The innermost lists one after the other, shape <c>[objects][partners]</c>.</summary>
    public JaggedColumn<T> Inner { get; }

    /// <summary>Number of events.</summary>
    public int Length => Lists.Length;

    /// <summary>Length of each innermost list, shape <c>[events][objects]</c>.</summary>
    public JaggedColumn<int> Count => new(Lists, Inner.Count.Buffer);

    /// <summary>The smallest number of each object; NaN is passed over; None for an object without numbers.</summary>
    public OptionalJaggedColumn<T> Min() => PerObject(Inner.Min());

    /// <summary>The largest number of each object; NaN is passed over; None for an object without numbers.</summary>
    public OptionalJaggedColumn<T> Max() => PerObject(Inner.Max());

    /// <summary>Where each object's smallest number is, the first of equals; none for an object without numbers. With numbers computed for all pairs
    /// it picks the partners as it is: <c>muons.Pt[product.Nest(distance).ArgMin()]</c>.</summary>
    public OptionalLocalIndex ArgMin() => new(Lists, Inner.ArgMin().AsColumn().First(-1).Buffer);

    /// <summary>Where each object's largest number is, the first of equals; none for an object without numbers.</summary>
    public OptionalLocalIndex ArgMax() => new(Lists, Inner.ArgMax().AsColumn().First(-1).Buffer);

    /// <summary>The numbers of all objects of an event as one list, shape <c>[events][partners of all objects]</c>; a view of the values.</summary>
    public JaggedColumn<T> Flatten() => new(Joined(Lists, Inner.Lists), Inner.Buffer);

    /// <summary>The numbers for which the mask is true; every object keeps its list, possibly empty.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public NestedColumn<T> this[NestedMask mask]
    {
        get
        {
            Lists.RequireSame(mask.Lists, "a nested column", "a nested mask");
            return new(Lists, Inner[mask.Inner]);
        }
    }

    /// <summary>The lists of the objects for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public NestedColumn<T> this[JaggedMask mask]
    {
        get
        {
            Lists.RequireSame(mask.Lists, "a nested column", "a mask");
            return new(mask[mask].Lists, Inner[mask.Flat]);
        }
    }

    /// <summary>The events for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public NestedColumn<T> this[Mask mask] => this[mask.ToIndex(Length)];

    /// <summary>The given events in the given order.</summary>
    public NestedColumn<T> this[EventIndex index]
    {
        get
        {
            var (lists, positions) = Lists.SelectPositions(index);
            return new(lists, Inner[new EventIndex(positions)]);
        }
    }

    /// <summary>A function of each number: <c>nested.Apply(Abs)</c>.</summary>
    /// <param name="function">It must keep the number of innermost lists.</param>
    /// <exception cref="ArgumentException">The function made another number of lists.</exception>
    public NestedColumn<TTo> Apply<TTo>(Func<JaggedColumn<T>, JaggedColumn<TTo>> function) where TTo : unmanaged, INumber<TTo>
    {
        var applied = function(Inner);
        Inner.Lists.RequireLength(applied.Length, "lists", "what was made of them,");
        return new NestedColumn<TTo>(Lists, applied);
    }

    /// <summary>The numbers, copied.</summary>
    public T[][][] ToArrays()
    {
        var inner = Inner.ToArrays();
        var result = new T[Length][][];
        for (var i = 0; i < result.Length; i++) result[i] = inner[Lists.Offsets[i]..Lists.Offsets[i + 1]];
        return result;
    }

    /// <summary>left &lt; right, number by number.</summary>
    public static NestedMask operator <(NestedColumn<T> left, double right) => new(left.Lists, left.Inner < right);

    /// <summary>left &lt;= right, number by number.</summary>
    public static NestedMask operator <=(NestedColumn<T> left, double right) => new(left.Lists, left.Inner <= right);

    /// <summary>left &gt; right, number by number.</summary>
    public static NestedMask operator >(NestedColumn<T> left, double right) => new(left.Lists, left.Inner > right);

    /// <summary>left &gt;= right, number by number.</summary>
    public static NestedMask operator >=(NestedColumn<T> left, double right) => new(left.Lists, left.Inner >= right);

    /// <summary>left == right, number by number.</summary>
    public static NestedMask operator ==(NestedColumn<T> left, double right) => new(left.Lists, left.Inner == right);

    /// <summary>left != right, number by number.</summary>
    public static NestedMask operator !=(NestedColumn<T> left, double right) => new(left.Lists, left.Inner != right);

    /// <inheritdoc/>
    public override string ToString() => $"NestedColumn<{typeof(T).Name}>[{Length}][{Lists.Total}][{Inner.Lists.Total}]";

    /// <summary>Lists in which the inner lists of each outer one stand one after the other.</summary>
    internal static Lists Joined(in Lists outer, in Lists inner)
    {
        var result = ColumnBuffer<int>.Allocate(outer.Workspace ?? inner.Workspace, outer.Length + 1);
        var to = result.Span;
        var from = outer.Offsets;
        var ends = inner.Offsets;
        for (var i = 0; i < to.Length; i++) to[i] = ends[from[i]];
        return new Lists(result);
    }

    private OptionalJaggedColumn<T> PerObject(OptionalColumn<T> values) => new(new(Lists, values.Values.Buffer), new(Lists, values.HasValue.Buffer));
}
