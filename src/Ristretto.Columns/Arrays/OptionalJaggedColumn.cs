using System.Numerics;

namespace Ristretto.Columns.Arrays;

/// <summary>A list of numbers or nothings (None) per event, shape <c>[events][objects]</c>: padded lists, matches that may be missing. Immutable.</summary>
public readonly struct OptionalJaggedColumn<T> where T : unmanaged, INumber<T>
{
    private readonly JaggedColumn<T> _values;        // zero where there is no value

    internal OptionalJaggedColumn(JaggedColumn<T> values, JaggedMask hasValue) => (_values, HasValue) = (values, hasValue);

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

    /// <summary>The lists with <paramref name="value"/> in place of None; lengths unchanged.</summary>
    public JaggedColumn<T> FillNone(T value) => new(Lists, new OptionalColumn<T>(_values.Flat, HasValue.Flat).FillNone(value).Buffer);

    /// <summary>The lists without their None elements.</summary>
    public JaggedColumn<T> DropNone() => _values[HasValue];

    /// <summary>The lists, copied; null for None.</summary>
    public T?[][] ToArrays()
    {
        var flat = new OptionalColumn<T>(_values.Flat, HasValue.Flat).ToArray();
        var result = new T?[Length][];
        for (var i = 0; i < result.Length; i++) result[i] = flat[Lists.Offsets[i]..Lists.Offsets[i + 1]];
        return result;
    }

    /// <inheritdoc/>
    public override string ToString() => $"OptionalJaggedColumn<{typeof(T).Name}>[{Length}][{Lists.Total}]";
}
