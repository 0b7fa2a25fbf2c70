namespace Ristretto.Bytes.Codecs;

/// <summary>Which compressed blocks carry a checksum of their content.</summary>
internal static class BlockProtection
{
    // In the byte behind the magic number of a ZSTD frame.
    private const int ZstdHeaderAt = 4, ZstdHasChecksum = 4;

    /// <summary>The stored bytes of a payload in which a changed bit could go unseen: uncompressed ones, and blocks of codecs without a checksum.</summary>
    /// <param name="stored">The payload as stored, its blocks known to be whole.</param>
    /// <param name="isCompressed">Whether it consists of blocks.</param>
    public static long UnprotectedBytes(ReadOnlySpan<byte> stored, bool isCompressed)
    {
        if (!isCompressed) return stored.Length;
        var bytes = 0L;
        for (var position = 0; position + BlockHeader.Size <= stored.Length;)
        {
            var header = BlockHeader.Read(stored[position..]);
            position += BlockHeader.Size;
            if (header.StoredBytes > stored.Length - position) break;
            var block = stored.Slice(position, header.StoredBytes);
            var isProtected = header.Tag is BlockHeader.Zlib or BlockHeader.Lz4 or BlockHeader.Lzma
                || (header.Tag == BlockHeader.Zstd && block.Length > ZstdHeaderAt && (block[ZstdHeaderAt] & ZstdHasChecksum) != 0);
            if (!isProtected) bytes += block.Length;
            position += header.StoredBytes;
        }
        return bytes;
    }
}
