namespace Ristretto.Columns.Arrays;

/// <summary>Yes, no or nothing (None) per object, shape <c>[events][objects]</c>: what a comparison with an <see cref="OptionalJaggedColumn{T}"/> gives.</summary>
/// <remarks>It selects no objects by itself: <c>(distance &lt; 0.4).FillNone(false)</c> says what becomes of objects without a partner.</remarks>
public readonly struct OptionalJaggedMask
{
    private readonly JaggedMask _answers;

    internal OptionalJaggedMask(JaggedMask answers, JaggedMask hasValue) => (_answers, HasValue) = (answers, hasValue);

    /// <summary>How the objects are divided into lists.</summary>
    public Lists Lists => HasValue.Lists;

    /// <summary>Number of events.</summary>
    public int Length => HasValue.Length;

    /// <summary>Which objects have an answer.</summary>
    public JaggedMask HasValue { get; }

    /// <summary>Which objects have none.</summary>
    public JaggedMask IsNone => !HasValue;

    /// <summary>The answers, with <paramref name="value"/> in place of None.</summary>
    public JaggedMask FillNone(bool value) => value ? _answers | !HasValue : _answers & HasValue;

    /// <summary>Whether any answer of the event is yes; None is passed over.</summary>
    public Mask Any() => FillNone(false).Any();

    /// <summary>Whether no answer of the event is no; None is passed over.</summary>
    public Mask All() => FillNone(true).All();

    /// <summary>The answers, copied; null for None.</summary>
    public bool?[][] ToArrays()
    {
        var answers = _answers.ToArrays();
        var has = HasValue.ToArrays();
        return [.. answers.Select((list, i) => list.Select((answer, j) => has[i][j] ? answer : (bool?)null).ToArray())];
    }

    /// <summary>A mask in which every object has an answer.</summary>
    public static implicit operator OptionalJaggedMask(JaggedMask mask) => new(mask, new(mask.Lists, Mask.All(mask.Lists.Total, true, mask.Workspace).Buffer));

    /// <summary>Both; None where either has none.</summary>
    public static OptionalJaggedMask operator &(OptionalJaggedMask left, OptionalJaggedMask right) => new(left._answers & right._answers, left.HasValue & right.HasValue);

    /// <summary>At least one; None where either has none.</summary>
    public static OptionalJaggedMask operator |(OptionalJaggedMask left, OptionalJaggedMask right) => new(left._answers | right._answers, left.HasValue & right.HasValue);

    /// <summary>Exactly one; None where either has none.</summary>
    public static OptionalJaggedMask operator ^(OptionalJaggedMask left, OptionalJaggedMask right) => new(left._answers ^ right._answers, left.HasValue & right.HasValue);

    /// <summary>Not; None stays None.</summary>
    public static OptionalJaggedMask operator !(OptionalJaggedMask mask) => new(!mask._answers, mask.HasValue);

    /// <inheritdoc/>
    public override string ToString() => $"OptionalJaggedMask[{Length}][{Lists.Total}]";
}
