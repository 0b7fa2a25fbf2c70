using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.NTuples;

/// <summary>The C++ types of leaf fields.</summary>
internal static class FieldTypes
{
    /// <summary>Type of the values in memory; null for other types.</summary>
    public static LeafType? Of(string typeName) => typeName switch
    {
        "bool" => LeafType.Bool,
        "char" or "std::int8_t" or "signed char" => LeafType.Int8,
        "std::byte" or "std::uint8_t" or "unsigned char" => LeafType.UInt8,
        "std::int16_t" or "short" => LeafType.Int16,
        "std::uint16_t" or "unsigned short" => LeafType.UInt16,
        "std::int32_t" or "int" => LeafType.Int32,
        "std::uint32_t" or "unsigned int" => LeafType.UInt32,
        "std::int64_t" or "long" or "long long" => LeafType.Int64,
        "std::uint64_t" or "unsigned long" or "unsigned long long" => LeafType.UInt64,
        "float" => LeafType.Float,
        "double" or "Double32_t" => LeafType.Double,
        "std::string" => LeafType.String,
        _ => null,
    };

    /// <summary>The type of list lengths that a field shows; null when it is no cardinality.</summary>
    public static LeafType? CardinalityOf(string typeName) => typeName switch
    {
        "ROOT::RNTupleCardinality<std::uint32_t>" => LeafType.UInt32,
        "ROOT::RNTupleCardinality<std::uint64_t>" => LeafType.UInt64,
        _ => null,
    };

    /// <summary>Whether the type is a map of any kind, whose elements have a key and a value.</summary>
    public static bool IsMap(string typeName) =>
        typeName.StartsWith("std::map<", StringComparison.Ordinal) || typeName.StartsWith("std::unordered_map<", StringComparison.Ordinal)
        || typeName.StartsWith("std::multimap<", StringComparison.Ordinal) || typeName.StartsWith("std::unordered_multimap<", StringComparison.Ordinal);
}
