namespace Ristretto.Bytes.Codecs;

/// <summary>The 9 bytes in front of each compressed block: two letters, a method, and two lengths of 24 bits, least significant byte first.</summary>
/// <param name="Tag">The two letters, first one in the high byte.</param>
/// <param name="Method">The method byte.</param>
/// <param name="StoredBytes">Bytes of the block behind this header.</param>
/// <param name="OriginalBytes">Bytes that come out of it.</param>
internal readonly record struct BlockHeader(ushort Tag, byte Method, int StoredBytes, int OriginalBytes)
{
    /// <summary>Size of a block header.</summary>
    public const int Size = 9;

    /// <summary>The largest block: 24 bits.</summary>
    public const int LargestBlock = 0xFF_FFFF;

    public const ushort Zlib = 'Z' << 8 | 'L';
    public const ushort OldDeflate = 'C' << 8 | 'S';
    public const ushort Lzma = 'X' << 8 | 'Z';
    public const ushort Lz4 = 'L' << 8 | '4';
    public const ushort Zstd = 'Z' << 8 | 'S';

    /// <summary>Reads a header from at least <see cref="Size"/> bytes.</summary>
    public static BlockHeader Read(ReadOnlySpan<byte> bytes) => new(
        (ushort)(bytes[0] << 8 | bytes[1]), bytes[2], bytes[3] | bytes[4] << 8 | bytes[5] << 16, bytes[6] | bytes[7] << 8 | bytes[8] << 16);

    /// <summary>The codec as ROOT's users call it; for an unknown one what the file says.</summary>
    public string CodecName => Tag switch
    {
        Zlib => "zlib",
        OldDeflate => "old deflate",
        Lzma => "LZMA",
        Lz4 => "LZ4",
        Zstd => "ZSTD",
        _ => $"codec {(char)(Tag >> 8)}{(char)(Tag & 0xFF)}",
    };
}
