using System.Buffers.Binary;

namespace Ristretto.Bytes.NTuples.Encodings;

/// <summary>Decodes the ends of lists to 64 bits.</summary>
internal static class IndexDecoder
{
    /// <summary>Decodes all elements of a page.</summary>
    public static void Decode(ColumnEncoding encoding, ReadOnlySpan<byte> page, Span<long> ends)
    {
        switch (encoding)
        {
            case ColumnEncoding.Index64:
                for (var i = 0; i < ends.Length; i++) ends[i] = BinaryPrimitives.ReadInt64LittleEndian(page[(8 * i)..]);
                break;
            case ColumnEncoding.Index32:
                for (var i = 0; i < ends.Length; i++) ends[i] = BinaryPrimitives.ReadUInt32LittleEndian(page[(4 * i)..]);
                break;
            case ColumnEncoding.SplitIndex64:
                Unsplit.Decode(page, ends.Length, 0, ends);
                Delta.Decode(ends);
                break;
            default:
                Widen(page, ends);
                Delta.Decode(ends);
                break;
        }
    }

    private static void Widen(ReadOnlySpan<byte> page, Span<long> ends)
    {
        const int step = 1024;
        Span<uint> part = stackalloc uint[step];
        for (var done = 0; done < ends.Length; done += step)
        {
            var some = part[..Math.Min(step, ends.Length - done)];
            Unsplit.Decode(page, ends.Length, done, some);
            for (var i = 0; i < some.Length; i++) ends[done + i] = some[i];
        }
    }
}
