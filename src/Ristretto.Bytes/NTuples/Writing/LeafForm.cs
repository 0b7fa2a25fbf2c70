namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>How a basic type stands in an ntuple: its C++ name, and its encodings without and with compression.</summary>
internal readonly record struct LeafForm(string TypeName, ColumnEncoding Plain, ColumnEncoding Split, int Bits)
{
    /// <summary>The form of a .NET type.</summary>
    /// <exception cref="ArgumentException">An ntuple has no such type.</exception>
    public static LeafForm Of(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => new("bool", ColumnEncoding.Bit, ColumnEncoding.Bit, 1),
        TypeCode.SByte => new("std::int8_t", ColumnEncoding.Int8, ColumnEncoding.Int8, 8),
        TypeCode.Byte => new("std::uint8_t", ColumnEncoding.UInt8, ColumnEncoding.UInt8, 8),
        TypeCode.Int16 => new("std::int16_t", ColumnEncoding.Int16, ColumnEncoding.SplitInt16, 16),
        TypeCode.UInt16 => new("std::uint16_t", ColumnEncoding.UInt16, ColumnEncoding.SplitUInt16, 16),
        TypeCode.Int32 => new("std::int32_t", ColumnEncoding.Int32, ColumnEncoding.SplitInt32, 32),
        TypeCode.UInt32 => new("std::uint32_t", ColumnEncoding.UInt32, ColumnEncoding.SplitUInt32, 32),
        TypeCode.Int64 => new("std::int64_t", ColumnEncoding.Int64, ColumnEncoding.SplitInt64, 64),
        TypeCode.UInt64 => new("std::uint64_t", ColumnEncoding.UInt64, ColumnEncoding.SplitUInt64, 64),
        TypeCode.Single => new("float", ColumnEncoding.Real32, ColumnEncoding.SplitReal32, 32),
        TypeCode.Double => new("double", ColumnEncoding.Real64, ColumnEncoding.SplitReal64, 64),
        _ => throw new ArgumentException($"an ntuple has no field for {type.Name}; bool, float, double and the integers of 8 to 64 bits it has"),
    };
}
