namespace Ristretto.Bytes.Trees;

/// <summary>What follows from a leaf's type.</summary>
public static class LeafTypes
{
    /// <summary>Bytes of one element in memory; 1 for the characters of a string.</summary>
    public static int SizeOf(LeafType type) => type switch
    {
        LeafType.Int16 or LeafType.UInt16 => 2,
        LeafType.Int32 or LeafType.UInt32 or LeafType.Float => 4,
        LeafType.Int64 or LeafType.UInt64 or LeafType.Double => 8,
        _ => 1,
    };

    /// <summary>Whether the elements are integers, as those of a counter must be.</summary>
    public static bool IsInteger(LeafType type) => type is >= LeafType.Int8 and <= LeafType.UInt64;

    /// <summary>The type of a ROOT leaf class, null when its elements are not stored as plain numbers or strings.</summary>
    internal static LeafType? Of(string className, bool isUnsigned) => className switch
    {
        "TLeafO" => LeafType.Bool,
        "TLeafB" => isUnsigned ? LeafType.UInt8 : LeafType.Int8,
        "TLeafS" => isUnsigned ? LeafType.UInt16 : LeafType.Int16,
        "TLeafI" => isUnsigned ? LeafType.UInt32 : LeafType.Int32,
        "TLeafL" or "TLeafG" => isUnsigned ? LeafType.UInt64 : LeafType.Int64,
        "TLeafF" => LeafType.Float,
        "TLeafD" => LeafType.Double,
        "TLeafC" => LeafType.String,
        _ => null,
    };
}
