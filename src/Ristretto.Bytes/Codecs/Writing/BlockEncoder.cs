namespace Ristretto.Bytes.Codecs.Writing;

/// <summary>Compresses the payload of a record into one block after the other.</summary>
internal static class BlockEncoder
{
    /// <summary>Compresses into <paramref name="to"/>; the length, or 0 when the result would not be shorter than the payload, which is then
    /// to be stored as it is.</summary>
    /// <param name="context">The thread's encoders.</param>
    /// <param name="compression">Codec and level.</param>
    /// <param name="from">The payload.</param>
    /// <param name="to">Room for at least one byte less than the payload.</param>
    public static int Encode(EncodeContext context, Compression compression, ReadOnlySpan<byte> from, Span<byte> to)
    {
        if (compression.Codec == CompressionCodec.None || from.Length <= BlockHeader.Size) return 0;
        var encoder = context.For(compression.Codec);
        var room = Math.Min(to.Length, from.Length - 1);
        var written = 0;
        for (var start = 0; start < from.Length; start += BlockHeader.LargestBlock)
        {
            var block = from.Slice(start, Math.Min(BlockHeader.LargestBlock, from.Length - start));
            var space = Math.Min(room - written - BlockHeader.Size, BlockHeader.LargestBlock);
            if (space <= 0) return 0;
            var length = encoder.Encode(block, to.Slice(written + BlockHeader.Size, space), compression.Level);
            if (length == 0) return 0;
            WriteHeader(to[written..], encoder.Tag, length, block.Length);
            written += BlockHeader.Size + length;
        }
        return written;
    }

    private static void WriteHeader(Span<byte> header, ReadOnlySpan<byte> tag, int compressed, int original)
    {
        tag.CopyTo(header);
        for (var i = 0; i < 3; i++)
        {
            header[3 + i] = (byte)(compressed >> 8 * i & 0xFF);
            header[6 + i] = (byte)(original >> 8 * i & 0xFF);
        }
    }
}
