namespace Ristretto.Bytes.Trees;

/// <summary>Type and shape of a branch's values.</summary>
/// <param name="Name">fName of the leaf.</param>
/// <param name="LeafType">Type of one element.</param>
/// <param name="Dimensions">Fixed dimensions, outermost first, those of one list element where there is a counter; empty for one number.</param>
public sealed record Leaf(string Name, LeafType LeafType, IReadOnlyList<int> Dimensions);
