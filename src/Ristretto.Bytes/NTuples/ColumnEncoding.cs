namespace Ristretto.Bytes.NTuples;

/// <summary>How the elements of an RNTuple column are stored (column type in the format's words).</summary>
public enum ColumnEncoding
{
    /// <summary>One bit, eight to a byte, first one lowest.</summary>
    Bit = 0x00,
    /// <summary>std::byte.</summary>
    Byte = 0x01,
    /// <summary>A character.</summary>
    Char = 0x02,
    /// <summary>8-bit signed integer.</summary>
    Int8 = 0x03,
    /// <summary>8-bit unsigned integer.</summary>
    UInt8 = 0x04,
    /// <summary>16-bit signed integer.</summary>
    Int16 = 0x05,
    /// <summary>16-bit unsigned integer.</summary>
    UInt16 = 0x06,
    /// <summary>32-bit signed integer.</summary>
    Int32 = 0x07,
    /// <summary>32-bit unsigned integer.</summary>
    UInt32 = 0x08,
    /// <summary>64-bit signed integer.</summary>
    Int64 = 0x09,
    /// <summary>64-bit unsigned integer.</summary>
    UInt64 = 0x0A,
    /// <summary>IEEE 754 half precision.</summary>
    Real16 = 0x0B,
    /// <summary>IEEE 754 single precision.</summary>
    Real32 = 0x0C,
    /// <summary>IEEE 754 double precision.</summary>
    Real64 = 0x0D,
    /// <summary>Ends of lists, counted from the start of the cluster, in 32 bits.</summary>
    Index32 = 0x0E,
    /// <summary>Ends of lists, counted from the start of the cluster, in 64 bits.</summary>
    Index64 = 0x0F,
    /// <summary>A variant's 64-bit position in the alternative and 32-bit number of the alternative, counted from 1.</summary>
    Switch = 0x10,
    /// <summary>16-bit signed integer: zigzag, then bytes split.</summary>
    SplitInt16 = 0x11,
    /// <summary>16-bit unsigned integer, bytes split.</summary>
    SplitUInt16 = 0x12,
    /// <summary>32-bit signed integer: zigzag, then bytes split.</summary>
    SplitInt32 = 0x13,
    /// <summary>32-bit unsigned integer, bytes split.</summary>
    SplitUInt32 = 0x14,
    /// <summary>64-bit signed integer: zigzag, then bytes split.</summary>
    SplitInt64 = 0x15,
    /// <summary>64-bit unsigned integer, bytes split.</summary>
    SplitUInt64 = 0x16,
    /// <summary>Half precision, bytes split.</summary>
    SplitReal16 = 0x17,
    /// <summary>Single precision, bytes split.</summary>
    SplitReal32 = 0x18,
    /// <summary>Double precision, bytes split.</summary>
    SplitReal64 = 0x19,
    /// <summary>32-bit list ends: differences, then bytes split.</summary>
    SplitIndex32 = 0x1A,
    /// <summary>64-bit list ends: differences, then bytes split.</summary>
    SplitIndex64 = 0x1B,
    /// <summary>The upper 10 to 31 bits of single precision.</summary>
    Real32Trunc = 0x1C,
    /// <summary>1 to 32 bits that divide a range of values evenly.</summary>
    Real32Quant = 0x1D,
}
