using System.Numerics;
using Ristretto.Columns.Kernels;

namespace Ristretto.Columns.Arrays;

/// <summary>A list of numbers per event, shape <c>[events][objects]</c>. Immutable.</summary>
/// <typeparam name="T">The number: float, double, int, …</typeparam>
/// <remarks>Stored as the flat values of all lists and the offsets of the lists. Combined with a <see cref="Column{T}"/>, each event's value
/// meets every element of the event's list. Rules of type, comparison and lifetime are those of <see cref="Column{T}"/>.</remarks>
#pragma warning disable CS0660, CS0661 // Equality of columns is a comparison value by value, so there is nothing that Equals could mean.
public readonly partial struct JaggedColumn<T> where T : unmanaged, INumber<T>
{
    private readonly ColumnBuffer<T> _values;

    internal JaggedColumn(Lists lists, ColumnBuffer<T> values) => (Lists, _values) = (lists, values);

    internal ColumnBuffer<T> Buffer => _values;

    internal Workspace? Workspace => _values.Workspace;

    /// <summary>How the values are divided into lists.</summary>
    public Lists Lists { get; }

    /// <summary>Number of events.</summary>
    public int Length => Lists.Length;

    /// <summary>Length of each list, shape <c>[events]</c>.</summary>
    public Column<int> Count => Lists.Count;

    /// <summary>The values of all lists one after the other, shape <c>[objects]</c>, as a view.</summary>
    public ReadOnlySpan<T> Values => _values.Span;

    /// <summary>Offsets of the lists, shape <c>[events + 1]</c>, as a view.</summary>
    public ReadOnlySpan<int> Offsets => Lists.Offsets;

    /// <summary>The values of all lists as a column, shape <c>[objects]</c>.</summary>
    public Column<T> Flat => new(_values);

    /// <summary>The list of event <paramref name="index"/>, as a view.</summary>
    public ReadOnlySpan<T> this[int index] => Values[Offsets[index]..Offsets[index + 1]];

    /// <summary>The elements for which the mask is true; every event keeps its list, possibly empty.</summary>
    /// <exception cref="ArgumentException">The mask has lists of other lengths.</exception>
    public JaggedColumn<T> this[JaggedMask mask]
    {
        get
        {
            Lists.RequireSame(mask.Lists, "a jagged column", "a mask");
            var (lists, positions) = mask.Select();
            return new JaggedColumn<T>(lists, Gathered(positions));
        }
    }

    /// <summary>The lists of the events for which the mask is true.</summary>
    /// <exception cref="ArgumentException">The mask has another length.</exception>
    public JaggedColumn<T> this[Mask mask] => this[mask.ToIndex(Length)];

    /// <summary>The lists of the given events in the given order.</summary>
    public JaggedColumn<T> this[EventIndex index]
    {
        get
        {
            var (lists, values) = Lists.Select(Buffer, index);
            return new JaggedColumn<T>(lists, values);
        }
    }

    /// <summary>The elements at the given positions of each event's list, in the given order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position lies outside its list.</exception>
    public JaggedColumn<T> this[LocalIndex index] => new(index.Lists, Gathered(index.ToFlat(Lists)));

    /// <summary>The partner that each object was matched with in this collection, None where it has none; shape of the matched objects.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A position lies outside its list.</exception>
    public OptionalJaggedColumn<T> this[OptionalLocalIndex index]
    {
        get
        {
            var flat = index.ToFlat(Lists);
            var result = ColumnBuffer<T>.Allocate(flat.Workspace, flat.Length);
            var marks = ColumnBuffer<byte>.Allocate(flat.Workspace, flat.Length);
            Gather.ApplyOrNone(Values, flat.Span, result.Span, marks.Span);
            return new OptionalJaggedColumn<T>(new(index.Lists, result), new JaggedMask(index.Lists, marks));
        }
    }

    /// <summary>The same numbers as another type, by the rules of a C# cast.</summary>
    public JaggedColumn<TTo> To<TTo>() where TTo : unmanaged, INumber<TTo> => new(Lists, Flat.To<TTo>().Buffer);

    /// <summary>The lists, copied.</summary>
    public T[][] ToArrays()
    {
        var arrays = new T[Length][];
        for (var i = 0; i < arrays.Length; i++) arrays[i] = this[i].ToArray();
        return arrays;
    }

    /// <inheritdoc/>
    public override string ToString() => $"JaggedColumn<{typeof(T).Name}>[{Length}][{_values.Length}]";

    internal ColumnBuffer<T> Gathered(ColumnBuffer<int> positions)
    {
        var result = ColumnBuffer<T>.Allocate(Workspace ?? positions.Workspace, positions.Length);
        Gather.Apply(Values, positions.Span, result.Span);
        return result;
    }
}

/// <summary>Makes jagged columns from values in memory.</summary>
public static class JaggedColumn
{
    /// <summary>A jagged column with a copy of these lists.</summary>
    public static JaggedColumn<T> Of<T>(params ReadOnlySpan<T[]> lists) where T : unmanaged, INumber<T>
    {
        var counts = new int[lists.Length];
        for (var i = 0; i < counts.Length; i++) counts[i] = lists[i].Length;
        var divided = Lists.FromCounts(counts);
        var values = ColumnBuffer<T>.Allocate(null, divided.Total);
        for (var i = 0; i < counts.Length; i++) lists[i].CopyTo(values.Span[divided.Offsets[i]..]);
        return new JaggedColumn<T>(divided, values);
    }

    /// <summary>A jagged column with a copy of these flat values, divided into lists.</summary>
    /// <exception cref="ArgumentException">The lists do not hold as many values.</exception>
    public static JaggedColumn<T> Of<T>(ReadOnlySpan<T> values, Lists lists) where T : unmanaged, INumber<T>
    {
        if (values.Length != lists.Total) throw new ArgumentException($"{values.Length} values do not fill lists of {lists.Total}");
        return new JaggedColumn<T>(lists, ColumnBuffer<T>.CopyOf(values));
    }
}
