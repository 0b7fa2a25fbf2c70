using System.Runtime.InteropServices;

namespace Ristretto.Bytes.NTuples.Encodings;

/// <summary>Decodes elements of a page.</summary>
/// <param name="page">The whole page, decompressed.</param>
/// <param name="elements">Number of elements in it.</param>
/// <param name="from">First wanted element.</param>
/// <param name="destination">Receives as many elements as fit, in the natural type of the encoding and the machine's byte order.</param>
internal delegate void ElementDecoder(ReadOnlySpan<byte> page, int elements, int from, Span<byte> destination);

/// <summary>The decoder of each encoding of values.</summary>
internal static class ElementDecoders
{
    /// <summary>Whether a page's bytes are the elements in memory already.</summary>
    public static bool IsPlain(ColumnEncoding encoding) => encoding is ColumnEncoding.Byte or ColumnEncoding.Char or ColumnEncoding.Int8 or ColumnEncoding.UInt8
        || (BitConverter.IsLittleEndian && encoding is ColumnEncoding.Int16 or ColumnEncoding.UInt16 or ColumnEncoding.Int32 or ColumnEncoding.UInt32
            or ColumnEncoding.Int64 or ColumnEncoding.UInt64 or ColumnEncoding.Real32 or ColumnEncoding.Real64);

    /// <summary>The decoder of a column of values.</summary>
    public static ElementDecoder Of(ColumnRecord column) => column.Encoding switch
    {
        ColumnEncoding.Bit => static (page, _, from, destination) => BitUnpack.Decode(page, from, destination),
        ColumnEncoding.Byte or ColumnEncoding.Char or ColumnEncoding.Int8 or ColumnEncoding.UInt8 => Plain<byte>,
        ColumnEncoding.Int16 or ColumnEncoding.UInt16 => Plain<ushort>,
        ColumnEncoding.Int32 or ColumnEncoding.UInt32 or ColumnEncoding.Real32 => Plain<uint>,
        ColumnEncoding.Int64 or ColumnEncoding.UInt64 or ColumnEncoding.Real64 => Plain<ulong>,
        ColumnEncoding.SplitUInt16 => Split<ushort>,
        ColumnEncoding.SplitUInt32 or ColumnEncoding.SplitReal32 => Split<uint>,
        ColumnEncoding.SplitUInt64 or ColumnEncoding.SplitReal64 => Split<ulong>,
        ColumnEncoding.SplitInt16 => SplitZigZag<ushort>,
        ColumnEncoding.SplitInt32 => SplitZigZag<uint>,
        ColumnEncoding.SplitInt64 => SplitZigZag<ulong>,
        ColumnEncoding.Real16 => static (page, elements, from, destination) => Half(page, elements, from, destination, isSplit: false),
        ColumnEncoding.SplitReal16 => static (page, elements, from, destination) => Half(page, elements, from, destination, isSplit: true),
        ColumnEncoding.Real32Trunc => (page, _, from, destination) => PackedReals.DecodeTruncated(page, column.Bits, from, MemoryMarshal.Cast<byte, float>(destination)),
        ColumnEncoding.Real32Quant => (page, _, from, destination) =>
            PackedReals.DecodeQuantized(page, column.Bits, column.Low, column.High, from, MemoryMarshal.Cast<byte, double>(destination)),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Encoding, "no column of values"),
    };

    private static unsafe void Plain<T>(ReadOnlySpan<byte> page, int elements, int from, Span<byte> destination) where T : unmanaged
    {
        page.Slice(from * sizeof(T), destination.Length).CopyTo(destination);
        if (!BitConverter.IsLittleEndian) Reverse<T>(destination);
    }

    private static void Split<T>(ReadOnlySpan<byte> page, int elements, int from, Span<byte> destination) where T : unmanaged =>
        Unsplit.Decode(page, elements, from, MemoryMarshal.Cast<byte, T>(destination));

    private static void SplitZigZag<T>(ReadOnlySpan<byte> page, int elements, int from, Span<byte> destination)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>, System.Numerics.IUnsignedNumber<T>
    {
        var values = MemoryMarshal.Cast<byte, T>(destination);
        Unsplit.Decode(page, elements, from, values);
        ZigZag.Decode(values);
    }

    private static void Half(ReadOnlySpan<byte> page, int elements, int from, Span<byte> destination, bool isSplit)
    {
        const int step = 1024;
        Span<ushort> stored = stackalloc ushort[step];
        var values = MemoryMarshal.Cast<byte, float>(destination);
        for (var done = 0; done < values.Length; done += step)
        {
            var part = stored[..Math.Min(step, values.Length - done)];
            if (isSplit) Unsplit.Decode(page, elements, from + done, part);
            else Plain<ushort>(page, elements, from + done, MemoryMarshal.AsBytes(part));
            HalfReals.Decode(part, values.Slice(done, part.Length));
        }
    }

    private static unsafe void Reverse<T>(Span<byte> bytes) where T : unmanaged
    {
        for (var i = 0; i < bytes.Length; i += sizeof(T)) bytes.Slice(i, sizeof(T)).Reverse();
    }
}
