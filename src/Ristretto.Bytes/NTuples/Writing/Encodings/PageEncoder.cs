using System.Runtime.InteropServices;

namespace Ristretto.Bytes.NTuples.Writing.Encodings;

/// <summary>Brings the elements of a page from memory into the form of their column.</summary>
internal static class PageEncoder
{
    /// <summary>Encodes a page.</summary>
    /// <param name="encoding">The column's encoding.</param>
    /// <param name="values">The elements: numbers and flags as they are in memory; ends of lists as 64-bit numbers.</param>
    /// <param name="page">The page.</param>
    /// <param name="before">For ends of lists: the end before the first one.</param>
    /// <param name="clusterStart">For ends of lists: what the cluster counts from.</param>
    public static void Encode(ColumnEncoding encoding, ReadOnlySpan<byte> values, Span<byte> page, long before, long clusterStart)
    {
        switch (encoding)
        {
            case ColumnEncoding.Bit: BitPack.Pack(values, page); break;
            case ColumnEncoding.SplitInt16: Split.ZigZag16(Cast<short>(values), page); break;
            case ColumnEncoding.SplitInt32: Split.ZigZag32(Cast<int>(values), page); break;
            case ColumnEncoding.SplitInt64: Split.ZigZag64(Cast<long>(values), page); break;
            case ColumnEncoding.SplitUInt16 or ColumnEncoding.SplitReal16: Split.Bytes2(values, page); break;
            case ColumnEncoding.SplitUInt32 or ColumnEncoding.SplitReal32: Split.Bytes4(values, page); break;
            case ColumnEncoding.SplitUInt64 or ColumnEncoding.SplitReal64: Split.Bytes8(values, page); break;
            case ColumnEncoding.SplitIndex64: Split.Differences(Cast<long>(values), page, before, clusterStart); break;
            case ColumnEncoding.Index64: FromClusterStart(Cast<long>(values), Cast<long>(page), clusterStart); break;
            default: values.CopyTo(page); break;
        }
    }

    private static void FromClusterStart(ReadOnlySpan<long> ends, Span<long> page, long clusterStart)
    {
        for (var i = 0; i < ends.Length; i++) page[i] = ends[i] - clusterStart;
    }

    private static ReadOnlySpan<T> Cast<T>(ReadOnlySpan<byte> bytes) where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes);

    private static Span<T> Cast<T>(Span<byte> bytes) where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes);
}
