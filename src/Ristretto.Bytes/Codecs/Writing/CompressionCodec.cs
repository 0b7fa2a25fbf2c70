namespace Ristretto.Bytes.Codecs.Writing;

/// <summary>The codecs that ROOT files are written with; the numbers are ROOT's.</summary>
public enum CompressionCodec
{
    /// <summary>As it is.</summary>
    None = 0,

    /// <summary>zlib, blocks <c>ZL</c>.</summary>
    Zlib = 1,

    /// <summary>LZMA in .xz streams, blocks <c>XZ</c>.</summary>
    Lzma = 2,

    /// <summary>LZ4 with the XXH64 of each block, blocks <c>L4</c>.</summary>
    Lz4 = 4,

    /// <summary>Zstandard, blocks <c>ZS</c>.</summary>
    Zstd = 5,
}
