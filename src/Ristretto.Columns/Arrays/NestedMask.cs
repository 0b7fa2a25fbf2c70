namespace Ristretto.Columns.Arrays;

/// <summary>Yes or no for each partner of each object, shape <c>[events][objects][partners]</c>.</summary>
public readonly struct NestedMask
{
    internal NestedMask(Lists lists, JaggedMask inner) => (Lists, Inner) = (lists, inner);

    /// <summary>How the objects are divided into events.</summary>
    public Lists Lists { get; }

    /// <summary>The innermost lists one after the other, shape <c>[objects][partners]</c>.</summary>
    public JaggedMask Inner { get; }

    /// <summary>Number of events.</summary>
    public int Length => Lists.Length;

    /// <summary>Whether any partner of the object is selected; false for an object without partners.</summary>
    public JaggedMask Any() => new(Lists, Inner.Any().Buffer);

    /// <summary>Whether all partners of the object are selected; true for an object without partners.</summary>
    public JaggedMask All() => new(Lists, Inner.All().Buffer);

    /// <summary>Number of selected partners of each object, shape <c>[events][objects]</c>.</summary>
    public JaggedColumn<int> CountTrue() => new(Lists, Inner.CountTrue().Buffer);

    /// <summary>The answers, copied.</summary>
    public bool[][][] ToArrays()
    {
        var inner = Inner.ToArrays();
        var result = new bool[Length][][];
        for (var i = 0; i < result.Length; i++) result[i] = inner[Lists.Offsets[i]..Lists.Offsets[i + 1]];
        return result;
    }

    /// <summary>Both.</summary>
    public static NestedMask operator &(NestedMask left, NestedMask right) => new(Same(left, right), left.Inner & right.Inner);

    /// <summary>At least one.</summary>
    public static NestedMask operator |(NestedMask left, NestedMask right) => new(Same(left, right), left.Inner | right.Inner);

    /// <summary>Exactly one.</summary>
    public static NestedMask operator ^(NestedMask left, NestedMask right) => new(Same(left, right), left.Inner ^ right.Inner);

    /// <summary>Not.</summary>
    public static NestedMask operator !(NestedMask mask) => new(mask.Lists, !mask.Inner);

    /// <inheritdoc/>
    public override string ToString() => $"NestedMask[{Length}][{Lists.Total}][{Inner.Lists.Total}]";

    private static Lists Same(in NestedMask left, in NestedMask right)
    {
        left.Lists.RequireSame(right.Lists, "a nested mask", "another");
        return left.Lists;
    }
}
