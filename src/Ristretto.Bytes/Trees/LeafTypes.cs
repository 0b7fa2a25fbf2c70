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

    /// <summary>The name by which listings and summaries call the type: <c>float</c>, <c>uint8</c>, <c>string</c>.</summary>
    public static string NameOf(LeafType type) => type switch
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

    /// <summary>Makes something for the .NET type of the elements.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The elements are strings.</exception>
    public static TResult Make<TResult>(LeafType type, ILeafTypeMaker<TResult> maker)
    {
        ArgumentNullException.ThrowIfNull(maker);
        return type switch
        {
            LeafType.Bool => maker.Make<bool>(),
            LeafType.Int8 => maker.Make<sbyte>(),
            LeafType.UInt8 => maker.Make<byte>(),
            LeafType.Int16 => maker.Make<short>(),
            LeafType.UInt16 => maker.Make<ushort>(),
            LeafType.Int32 => maker.Make<int>(),
            LeafType.UInt32 => maker.Make<uint>(),
            LeafType.Int64 => maker.Make<long>(),
            LeafType.UInt64 => maker.Make<ulong>(),
            LeafType.Float => maker.Make<float>(),
            LeafType.Double => maker.Make<double>(),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "elements of this type have no .NET type of fixed length"),
        };
    }

    /// <summary>Whether the elements are integers, as those of a counter must be.</summary>
    public static bool IsInteger(LeafType type) => type is >= LeafType.Int8 and <= LeafType.UInt64;

    /// <summary>The smallest type that holds all values of two; null when there is none, or one is a number and the other is not of its kind.</summary>
    internal static LeafType? Joined(LeafType a, LeafType b)
    {
        if (a == b) return a;
        if (a is LeafType.Float or LeafType.Double && b is LeafType.Float or LeafType.Double) return LeafType.Double;
        if (!IsInteger(a) || !IsInteger(b)) return null;
        var (large, small) = SizeOf(a) >= SizeOf(b) ? (a, b) : (b, a);
        if (IsSigned(large) == IsSigned(small) || (IsSigned(large) && SizeOf(large) > SizeOf(small))) return large;
        return SizeOf(large) switch
        {
            1 => LeafType.Int16,
            2 => LeafType.Int32,
            4 => LeafType.Int64,
            _ => null,
        };

        static bool IsSigned(LeafType type) => type is LeafType.Int8 or LeafType.Int16 or LeafType.Int32 or LeafType.Int64;
    }

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
