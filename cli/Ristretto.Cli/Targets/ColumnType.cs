using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Targets;

/// <summary>The type of a branch's values as it is printed: <c>list&lt;float&gt;</c>, <c>int32[2][3]</c>, <c>string</c>.</summary>
internal static class ColumnType
{
    internal static string Of(Branch branch)
    {
        var element = Name(branch.LeafType) + string.Concat(branch.Leaf.Dimensions.Select(length => $"[{length}]"));
        return branch.Counter is null ? element : $"list<{element}>";
    }

    private static string Name(LeafType type) => type switch
    {
        LeafType.Bool => "bool",
        LeafType.Int8 => "int8",
        LeafType.UInt8 => "uint8",
        LeafType.Int16 => "int16",
        LeafType.UInt16 => "uint16",
        LeafType.Int32 => "int32",
        LeafType.UInt32 => "uint32",
        LeafType.Int64 => "int64",
        LeafType.UInt64 => "uint64",
        LeafType.Float => "float",
        LeafType.Double => "double",
        _ => "string",
    };
}
