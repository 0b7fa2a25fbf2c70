namespace Ristretto.Bytes.Trees.Fields;

/// <summary>One column of a <see cref="TreeField"/>: flat values of one basic type, with list lengths for each list level.</summary>
/// <param name="Name">Name of the branch; with the names of members, joined by dots, where the branch holds objects.</param>
/// <param name="Type">Type from outside in: <c>list&lt;float[3]&gt;</c>, <c>int32[2][3]</c>, <c>list&lt;list&lt;string&gt;&gt;</c>.</param>
/// <param name="LeafType">Type of one value.</param>
/// <param name="ListLevels">Number of list levels.</param>
public sealed record FieldColumn(string Name, string Type, LeafType LeafType, int ListLevels)
{
    /// <summary>Values per entry, or per element of the innermost list: the product of the fixed dimensions there.</summary>
    public int FixedLength { get; init; } = 1;

    /// <summary>Whether arrays of fixed length have lists in them, as in <c>list&lt;float&gt;[3]</c>.</summary>
    public bool IsArrayOfLists { get; init; }
}
