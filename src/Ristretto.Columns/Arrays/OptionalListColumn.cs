using System.Numerics;

namespace Ristretto.Columns.Arrays;

/// <summary>A list of numbers or no list at all (None) per event: a jagged column under a mask of events, aligned with the unselected events.</summary>
public readonly struct OptionalListColumn<T> where T : unmanaged, INumber<T>
{
    private readonly JaggedColumn<T> _lists;

    internal OptionalListColumn(JaggedColumn<T> lists, Mask hasValue) => (_lists, HasValue) = (lists, hasValue);

    /// <summary>Number of events.</summary>
    public int Length => HasValue.Length;

    /// <summary>Which events have a list, be it empty.</summary>
    public Mask HasValue { get; }

    /// <summary>Which events have none.</summary>
    public Mask IsNone => !HasValue;

    /// <summary>Length of each list, None where there is no list.</summary>
    public OptionalColumn<int> Count => _lists.Count.NoneUnless(HasValue);

    /// <summary>The lists of the events that have one.</summary>
    public JaggedColumn<T> DropNone() => _lists[HasValue];

    /// <summary>An empty list in place of None.</summary>
    public JaggedColumn<T> FillNoneWithEmpty() => _lists[HasValue.RepeatFor(_lists.Lists)];

    /// <summary>Lists made of each list, none where there is none: <c>masked.Apply(lists => lists.Take(2))</c>.</summary>
    /// <param name="function">It also gets lists of the events without one, and must keep the number of events.</param>
    /// <exception cref="ArgumentException">The function made another number of lists.</exception>
    public OptionalListColumn<TTo> Apply<TTo>(Func<JaggedColumn<T>, JaggedColumn<TTo>> function) where TTo : unmanaged, INumber<TTo> => function(_lists).NoneUnless(HasValue);

    /// <summary>A number for each list, None where there is no list: <c>masked.Reduce(lists => lists.Sum())</c>.</summary>
    /// <param name="reduce">What makes one number of each list; it also gets lists of the events without one and must accept them.</param>
    public OptionalColumn<TTo> Reduce<TTo>(Func<JaggedColumn<T>, Column<TTo>> reduce) where TTo : unmanaged, INumber<TTo> => reduce(_lists).NoneUnless(HasValue);

    /// <summary>A number or None for each list, None where there is no list: <c>masked.Reduce(lists => lists.Max())</c>.</summary>
    /// <param name="reduce">What makes one number or None of each list; it also gets lists of the events without one and must accept them.</param>
    public OptionalColumn<TTo> Reduce<TTo>(Func<JaggedColumn<T>, OptionalColumn<TTo>> reduce) where TTo : unmanaged, INumber<TTo> => reduce(_lists).NoneUnless(HasValue);

    /// <summary>The lists, copied; null for None.</summary>
    public T[]?[] ToArrays()
    {
        var result = new T[]?[Length];
        for (var i = 0; i < result.Length; i++) result[i] = HasValue[i] ? _lists[i].ToArray() : null;
        return result;
    }

    /// <inheritdoc/>
    public override string ToString() => $"OptionalListColumn<{typeof(T).Name}>[{Length}]";
}
