namespace Ristretto.Bytes.Codecs;

/// <summary>Decompresses the payload of a record: one block after the other, each with its own codec, until the declared length is reached.</summary>
internal static class BlockDecoder
{
    /// <summary>The most that a record may hold: what ROOT's buffers do.</summary>
    public const int Largest = 1 << 30;

    private const long Unquestioned = 64 << 20, LargestRatio = 1032;

    /// <summary>Whether so many bytes are refused to come out of so many stored ones, so that no memory is reserved for them: up to 64 MiB may, more only up
    /// to 1032 times as many, which is the most that zlib can do, and never more than the 1 GiB that ROOT's buffers hold.</summary>
    public static bool IsBomb(long originalBytes, long storedBytes) =>
        originalBytes > Unquestioned && (originalBytes > Largest || originalBytes / LargestRatio > storedBytes);

    /// <summary>Checks the headers of all blocks: they fill the stored bytes exactly and promise exactly <paramref name="originalBytes"/>.
    /// Done before memory is reserved, so that a wrong length costs nothing.</summary>
    public static DecodeError? Check(ReadOnlySpan<byte> stored, int originalBytes)
    {
        var (position, total) = (0, 0L);
        while (position < stored.Length)
        {
            if (stored.Length - position < BlockHeader.Size)
                return new DecodeError(position, $"{stored.Length - position} bytes are left where a block header needs {BlockHeader.Size}");
            var header = BlockHeader.Read(stored[position..]);
            if (header.StoredBytes > stored.Length - position - BlockHeader.Size)
                return new DecodeError(position, $"a {header.CodecName} block of {header.StoredBytes} bytes does not fit into the {stored.Length - position - BlockHeader.Size} bytes left");
            position += BlockHeader.Size + header.StoredBytes;
            total += header.OriginalBytes;
        }
        return total == originalBytes ? null : new DecodeError(0, $"the compressed blocks promise {total} bytes, the key says {originalBytes}");
    }

    /// <summary>Decompresses blocks that <see cref="Check"/> has accepted.</summary>
    /// <param name="context">The worker's decoders.</param>
    /// <param name="stored">The blocks with their headers.</param>
    /// <param name="destination">Room for all bytes.</param>
    /// <param name="wanted">The first so many bytes are needed; codecs that can stop do so. Equal to the length of the destination: all,
    /// with every checksum that the codec has.</param>
    /// <param name="produced">Number of bytes that are now right, at least <paramref name="wanted"/> when there is no error.</param>
    public static DecodeError? Decode(DecodeContext context, ReadOnlySpan<byte> stored, Span<byte> destination, int wanted, out int produced)
    {
        produced = 0;
        var position = 0;
        while (produced < wanted)
        {
            var header = BlockHeader.Read(stored[position..]);
            var block = stored.Slice(position + BlockHeader.Size, header.StoredBytes);
            var target = destination.Slice(produced, header.OriginalBytes);
            var wantedHere = Math.Min(wanted - produced, target.Length);
            if (DecodeOne(context, header, block, target, ref wantedHere) is { } reason) return new DecodeError(position, reason);
            produced += wantedHere;
            position += BlockHeader.Size + header.StoredBytes;
        }
        return null;
    }

    private static string? DecodeOne(DecodeContext context, BlockHeader header, ReadOnlySpan<byte> block, Span<byte> target, ref int wanted) => header.Tag switch
    {
        BlockHeader.Zlib => ZlibCodec.Decode(context, block, target, ref wanted),
        BlockHeader.Zstd => ZstdCodec.Decode(context, block, target, ref wanted),
        BlockHeader.Lz4 => Lz4Codec.Decode(context, block, target, ref wanted),
        BlockHeader.Lzma => LzmaCodec.Decode(context, block, target, ref wanted),
        BlockHeader.OldDeflate => OldDeflateCodec.Decode(context, block, target, ref wanted),
        _ => $"unknown codec: the block starts with the bytes {header.Tag:x4}; known are ZL, XZ, L4, ZS and CS",
    };
}
