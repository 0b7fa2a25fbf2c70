namespace Ristretto.Columns.Arrays;

/// <summary>Yes, no or nothing (None) per event, shape <c>[events]</c>: what a comparison with an <see cref="OptionalColumn{T}"/> gives.</summary>
/// <remarks>It selects no events by itself: <c>(leading.Pt &gt; 30).FillNone(false)</c> says what becomes of events without a leading object.</remarks>
public readonly struct OptionalMask
{
    private readonly Mask _answers;

    internal OptionalMask(Mask answers, Mask hasValue) => (_answers, HasValue) = (answers, hasValue);

    /// <summary>Number of events.</summary>
    public int Length => HasValue.Length;

    /// <summary>Which events have an answer.</summary>
    public Mask HasValue { get; }

    /// <summary>Which events have none.</summary>
    public Mask IsNone => !HasValue;

    /// <summary>The answer of event <paramref name="index"/>, or null.</summary>
    public bool? this[int index] => HasValue[index] ? _answers[index] : null;

    /// <summary>The answers, with <paramref name="value"/> in place of None.</summary>
    public Mask FillNone(bool value) => value ? _answers | !HasValue : _answers & HasValue;

    /// <summary>The answers, copied; null for None.</summary>
    public bool?[] ToArray()
    {
        var result = new bool?[Length];
        for (var i = 0; i < result.Length; i++) result[i] = this[i];
        return result;
    }

    /// <summary>A mask in which every event has an answer.</summary>
    public static implicit operator OptionalMask(Mask mask) => new(mask, Mask.All(mask.Length, true, mask.Workspace));

    /// <summary>Both; None where either has none.</summary>
    public static OptionalMask operator &(OptionalMask left, OptionalMask right) => new(left._answers & right._answers, left.HasValue & right.HasValue);

    /// <summary>At least one; None where either has none.</summary>
    public static OptionalMask operator |(OptionalMask left, OptionalMask right) => new(left._answers | right._answers, left.HasValue & right.HasValue);

    /// <summary>Exactly one; None where either has none.</summary>
    public static OptionalMask operator ^(OptionalMask left, OptionalMask right) => new(left._answers ^ right._answers, left.HasValue & right.HasValue);

    /// <summary>Not; None stays None.</summary>
    public static OptionalMask operator !(OptionalMask mask) => new(!mask._answers, mask.HasValue);

    /// <inheritdoc/>
    public override string ToString() => $"OptionalMask[{Length}]";
}
