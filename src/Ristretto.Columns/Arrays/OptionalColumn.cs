using System.Numerics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

/// <summary>A number or nothing (None) per event, shape <c>[events]</c>: the leading jet's pT, the largest mass. Immutable.</summary>
/// <typeparam name="T">The number: float, double, int, …</typeparam>
/// <remarks>None is not NaN. It is contagious: arithmetic with None gives None, a comparison gives an <see cref="OptionalMask"/>, and that selects
/// nothing until <see cref="OptionalMask.FillNone"/> says what None means. A <see cref="Column{T}"/> converts by itself, so both can be combined.</remarks>
#pragma warning disable CS0660, CS0661 // Equality of columns is a comparison value by value, so there is nothing that Equals could mean.
public readonly partial struct OptionalColumn<T> where T : unmanaged, INumber<T>
{
    private readonly Column<T> _values;              // zero where there is no value

    internal OptionalColumn(Column<T> values, Mask hasValue) => (_values, HasValue) = (values, hasValue);

    internal Column<T> Values => _values;

    internal Workspace? Workspace => _values.Workspace;

    /// <summary>Number of events.</summary>
    public int Length => _values.Length;

    /// <summary>Which events have a value.</summary>
    public Mask HasValue { get; }

    /// <summary>Which events have none.</summary>
    public Mask IsNone => !HasValue;

    /// <summary>The value of event <paramref name="index"/>, or null.</summary>
    public T? this[int index] => HasValue[index] ? _values[index] : null;

    /// <summary>The events for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public OptionalColumn<T> this[Mask mask] => this[mask.ToIndex(Length)];

    /// <summary>The given events in the given order.</summary>
    public OptionalColumn<T> this[EventIndex index] => new(_values[index], HasValue[index]);

    /// <summary>The values, with <paramref name="value"/> in place of None.</summary>
    public Column<T> FillNone(T value)
    {
        var result = ColumnBuffer<T>.Allocate(Workspace ?? HasValue.Workspace, Length);
        Choose.Apply(HasValue.AsBytes(), _values.AsSpan(), value, result.Span);
        return new Column<T>(result);
    }

    /// <summary>The values, with the other column's value of the event in place of None.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Column<T> FillNone(Column<T> otherwise) => ColumnMath.Where(HasValue, _values, otherwise);

    /// <summary>Each event's value, or None, once for every element of that event's list.</summary>
    /// <exception cref="ArgumentException">The numbers of events differ.</exception>
    public OptionalJaggedColumn<T> RepeatFor(in Lists lists) => new(_values.RepeatFor(lists), HasValue.RepeatFor(lists));

    /// <summary>None in place of the values for which the mask is false, besides those that are None already.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public OptionalColumn<T> NoneUnless(Mask mask) => new(_values, HasValue & mask);

    /// <summary>The values that are there, shape <c>[events with a value]</c>.</summary>
    public Column<T> DropNone() => _values[HasValue];

    /// <summary>A function of each value; None stays None: <c>leading.Apply(Abs)</c>.</summary>
    /// <param name="function">It also gets 0 in place of None.</param>
    public OptionalColumn<TTo> Apply<TTo>(Func<Column<T>, Column<TTo>> function) where TTo : unmanaged, INumber<TTo> => function(_values).NoneUnless(HasValue);

    /// <summary>The values, of which none may be missing; a view.</summary>
    /// <exception cref="ArgumentException">An event has none; the message names the first.</exception>
    public Column<T> RequireAll()
    {
        var missing = HasValue.AsBytes().IndexOf((byte)0);
        return missing < 0 ? _values : throw new ArgumentException($"event {missing} has no value; FillNone says what stands in for it");
    }

    /// <summary>A list per event: its value, or empty for None.</summary>
    public JaggedColumn<T> ToLists()
    {
        var offsets = ColumnBuffer<int>.Allocate(Workspace ?? HasValue.Workspace, Length + 1);
        var to = offsets.Span;
        var has = HasValue.AsBytes();
        to[0] = 0;
        for (var i = 0; i < has.Length; i++) to[i + 1] = to[i] + has[i];
        return new JaggedColumn<T>(new Lists(offsets), DropNone().Buffer);
    }

    /// <summary>The same numbers as another type, by the rules of a C# cast.</summary>
    public OptionalColumn<TTo> To<TTo>() where TTo : unmanaged, INumber<TTo> => new(_values.To<TTo>(), HasValue);

    /// <summary>The values, copied; null for None.</summary>
    public T?[] ToArray()
    {
        var result = new T?[Length];
        for (var i = 0; i < result.Length; i++) result[i] = this[i];
        return result;
    }

    /// <summary>A column in which every event has a value.</summary>
    public static implicit operator OptionalColumn<T>(Column<T> column) => new(column, Mask.All(column.Length, true, column.Workspace));

    /// <inheritdoc/>
    public override string ToString() => $"OptionalColumn<{typeof(T).Name}>[{Length}]";
}

/// <summary>Makes optional columns from values in memory.</summary>
public static class OptionalColumn
{
    /// <summary>A column with a copy of these values; null is None.</summary>
    public static OptionalColumn<T> Of<T>(params ReadOnlySpan<T?> values) where T : unmanaged, INumber<T>
    {
        var numbers = ColumnBuffer<T>.Allocate(null, values.Length);
        var has = ColumnBuffer<byte>.Allocate(null, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            numbers.Span[i] = values[i] ?? T.Zero;
            has.Span[i] = values[i].HasValue ? (byte)1 : (byte)0;
        }
        return new OptionalColumn<T>(new Column<T>(numbers), new Mask(has));
    }
}
