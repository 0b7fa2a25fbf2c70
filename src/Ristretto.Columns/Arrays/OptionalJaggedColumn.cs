using System.Numerics;

namespace Ristretto.Columns.Arrays;

/// <summary>A list of numbers or nothings (None) per event, shape <c>[events][objects]</c>: padded lists, matches that may be missing. Immutable.</summary>
/// <remarks>None is contagious as in <see cref="OptionalColumn{T}"/>, and a comparison gives an <see cref="OptionalJaggedMask"/>. Reducers pass over None.
/// A <see cref="JaggedColumn{T}"/> converts by itself, so both can be combined.</remarks>
#pragma warning disable CS0660, CS0661 // Equality of columns is a comparison value by value, so there is nothing that Equals could mean.
public readonly partial struct OptionalJaggedColumn<T> where T : unmanaged, INumber<T>
{
    private readonly JaggedColumn<T> _values;        // zero where there is no value

    internal OptionalJaggedColumn(JaggedColumn<T> values, JaggedMask hasValue) => (_values, HasValue) = (values, hasValue);

    internal JaggedColumn<T> Values => _values;

    /// <summary>How the elements, None included, are divided into lists.</summary>
    public Lists Lists => _values.Lists;

    /// <summary>Number of events.</summary>
    public int Length => _values.Length;

    /// <summary>Which elements have a value.</summary>
    public JaggedMask HasValue { get; }

    /// <summary>Which elements have none.</summary>
    public JaggedMask IsNone => !HasValue;

    /// <summary>The elements for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public OptionalJaggedColumn<T> this[JaggedMask mask] => new(_values[mask], HasValue[mask]);

    /// <summary>The lists of the events for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public OptionalJaggedColumn<T> this[Mask mask] => new(_values[mask], HasValue[mask]);

    /// <summary>The lists of the given events in the given order.</summary>
    public OptionalJaggedColumn<T> this[EventIndex index] => new(_values[index], HasValue[index]);

    /// <summary>The elements at the given positions of each event's list, in the given order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position lies outside its list.</exception>
    public OptionalJaggedColumn<T> this[LocalIndex index] => new(_values[index], HasValue[index]);

    /// <summary>The elements of all lists one after the other, shape <c>[objects]</c>; None stays None. A view.</summary>
    public OptionalColumn<T> Flat => new(_values.Flat, HasValue.Flat);

    /// <summary>Number of values of each list, None not counted; shape <c>[events]</c>.</summary>
    public Column<int> Count => HasValue.CountTrue();

    /// <summary>The smallest value of each list; NaN and None are passed over; None for a list without numbers.</summary>
    public OptionalColumn<T> Min() => DropNone().Min();

    /// <summary>The largest value of each list; NaN and None are passed over; None for a list without numbers.</summary>
    public OptionalColumn<T> Max() => DropNone().Max();

    /// <summary>Where the smallest value of each list is, the first of equals, None counted as a place; none for a list without numbers.</summary>
    public LocalIndex ArgMin() => HasValue.ToIndex()[DropNone().ArgMin()];

    /// <summary>Where the largest value of each list is, the first of equals, None counted as a place; none for a list without numbers.</summary>
    public LocalIndex ArgMax() => HasValue.ToIndex()[DropNone().ArgMax()];

    /// <summary>A function of each value; None stays None: <c>nearest.Apply(Abs)</c>.</summary>
    /// <param name="function">It also gets 0 in place of None, and must keep the lengths of the lists.</param>
    /// <exception cref="ArgumentException">The function made lists of other lengths.</exception>
    public OptionalJaggedColumn<TTo> Apply<TTo>(Func<JaggedColumn<T>, JaggedColumn<TTo>> function) where TTo : unmanaged, INumber<TTo> => function(_values).NoneUnless(HasValue);

    /// <summary>The positions of each list's elements in the order of their values; stable, NaN after the other numbers and None at the end, in both directions.</summary>
    public LocalIndex ArgSort(bool descending = false)
    {
        var order = HasValue.ToIndex()[DropNone().ArgSort(descending)].AsColumn().JoinedWith(IsNone.ToIndex().AsColumn());
        return new LocalIndex(order.Lists, order.Buffer);
    }

    /// <summary>Each list in the order of its values; stable, None at the end in both directions.</summary>
    public OptionalJaggedColumn<T> Sort(bool descending = false) => this[ArgSort(descending)];

    /// <summary>The first element of each list; None for an empty list and for one that begins with None.</summary>
    public OptionalColumn<T> First() => At(0);

    /// <summary>Element <paramref name="position"/> of each list, counted from 0, or from the end when negative; None where that is None or the list is too short.</summary>
    public OptionalColumn<T> At(int position) =>
        _values.At(position).NoneUnless(new JaggedColumn<byte>(Lists, HasValue.Buffer).At(position).FillNone(0) == 1);

    /// <summary>The same numbers as another type, by the rules of a C# cast.</summary>
    public OptionalJaggedColumn<TTo> To<TTo>() where TTo : unmanaged, INumber<TTo> => new(_values.To<TTo>(), HasValue);

    /// <summary>Lists in which every element has a value.</summary>
    public static implicit operator OptionalJaggedColumn<T>(JaggedColumn<T> column) =>
        new(column, new(column.Lists, Mask.All(column.Lists.Total, true, column.Workspace).Buffer));

    /// <summary>The lists with <paramref name="value"/> in place of None; lengths unchanged.</summary>
    public JaggedColumn<T> FillNone(T value) => new(Lists, Flat.FillNone(value).Buffer);

    /// <summary>The lists without their None elements.</summary>
    public JaggedColumn<T> DropNone() => _values[HasValue];

    /// <summary>The lists, copied; null for None.</summary>
    public T?[][] ToArrays()
    {
        var flat = Flat.ToArray();
        var result = new T?[Length][];
        for (var i = 0; i < result.Length; i++) result[i] = flat[Lists.Offsets[i]..Lists.Offsets[i + 1]];
        return result;
    }

    /// <inheritdoc/>
    public override string ToString() => $"OptionalJaggedColumn<{typeof(T).Name}>[{Length}][{Lists.Total}]";
}
