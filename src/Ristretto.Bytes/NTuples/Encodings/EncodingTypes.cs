using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.NTuples.Encodings;

/// <summary>What follows from a column's encoding.</summary>
internal static class EncodingTypes
{
    /// <summary>Whether the encoding is known and has so many bits.</summary>
    public static bool IsKnown(ColumnEncoding encoding, int bits) => encoding switch
    {
        ColumnEncoding.Bit => bits == 1,
        ColumnEncoding.Byte or ColumnEncoding.Char or ColumnEncoding.Int8 or ColumnEncoding.UInt8 => bits == 8,
        ColumnEncoding.Int16 or ColumnEncoding.UInt16 or ColumnEncoding.Real16 => bits == 16,
        ColumnEncoding.SplitInt16 or ColumnEncoding.SplitUInt16 or ColumnEncoding.SplitReal16 => bits == 16,
        ColumnEncoding.Int32 or ColumnEncoding.UInt32 or ColumnEncoding.Real32 or ColumnEncoding.Index32 => bits == 32,
        ColumnEncoding.SplitInt32 or ColumnEncoding.SplitUInt32 or ColumnEncoding.SplitReal32 or ColumnEncoding.SplitIndex32 => bits == 32,
        ColumnEncoding.Int64 or ColumnEncoding.UInt64 or ColumnEncoding.Real64 or ColumnEncoding.Index64 => bits == 64,
        ColumnEncoding.SplitInt64 or ColumnEncoding.SplitUInt64 or ColumnEncoding.SplitReal64 or ColumnEncoding.SplitIndex64 => bits == 64,
        ColumnEncoding.Switch => bits == 96,
        ColumnEncoding.Real32Trunc => bits is >= 10 and <= 31,
        ColumnEncoding.Real32Quant => bits is >= 1 and <= 32,
        _ => false,
    };

    /// <summary>Whether the elements are ends of lists.</summary>
    public static bool IsIndex(ColumnEncoding encoding) =>
        encoding is ColumnEncoding.Index32 or ColumnEncoding.Index64 or ColumnEncoding.SplitIndex32 or ColumnEncoding.SplitIndex64;

    /// <summary>The type to which elements are decoded first: list ends as 64 bits; null for <see cref="ColumnEncoding.Switch"/>.</summary>
    public static LeafType? NaturalType(ColumnEncoding encoding) => encoding switch
    {
        ColumnEncoding.Bit => LeafType.Bool,
        ColumnEncoding.Byte or ColumnEncoding.UInt8 => LeafType.UInt8,
        ColumnEncoding.Char or ColumnEncoding.Int8 => LeafType.Int8,
        ColumnEncoding.Int16 or ColumnEncoding.SplitInt16 => LeafType.Int16,
        ColumnEncoding.UInt16 or ColumnEncoding.SplitUInt16 => LeafType.UInt16,
        ColumnEncoding.Int32 or ColumnEncoding.SplitInt32 => LeafType.Int32,
        ColumnEncoding.UInt32 or ColumnEncoding.SplitUInt32 => LeafType.UInt32,
        ColumnEncoding.Int64 or ColumnEncoding.SplitInt64 => LeafType.Int64,
        ColumnEncoding.UInt64 or ColumnEncoding.SplitUInt64 => LeafType.UInt64,
        ColumnEncoding.Real16 or ColumnEncoding.SplitReal16 or ColumnEncoding.Real32 or ColumnEncoding.SplitReal32 or ColumnEncoding.Real32Trunc => LeafType.Float,
        ColumnEncoding.Real64 or ColumnEncoding.SplitReal64 or ColumnEncoding.Real32Quant => LeafType.Double,
        ColumnEncoding.Index32 or ColumnEncoding.Index64 or ColumnEncoding.SplitIndex32 or ColumnEncoding.SplitIndex64 => LeafType.Int64,
        _ => null,
    };

    /// <summary>Whether values decoded as <paramref name="natural"/> can stand in a field of type <paramref name="wanted"/>: integers for integers, reals for reals.</summary>
    public static bool Converts(LeafType natural, LeafType wanted)
    {
        var isReal = wanted is LeafType.Float or LeafType.Double;
        return isReal ? natural is LeafType.Float or LeafType.Double : natural is not (LeafType.Float or LeafType.Double or LeafType.String) && wanted != LeafType.String;
    }
}
