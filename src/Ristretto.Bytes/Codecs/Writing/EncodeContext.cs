using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Codecs.Writing;

/// <summary>What one thread needs to compress: the codecs' states and scratch memory, kept from record to record. Not thread-safe.</summary>
internal sealed class EncodeContext(bool useNativeLibraries = true) : IDisposable
{
    private readonly Dictionary<CompressionCodec, IBlockEncoder> _encoders = [];

    /// <summary>Scratch for the bytes of a basket or page before they are compressed.</summary>
    public GrowingBuffer Raw { get; } = new();

    /// <summary>The encoder of a codec.</summary>
    /// <exception cref="ConfigurationException">Its library is not installed.</exception>
    public IBlockEncoder For(CompressionCodec codec)
    {
        if (_encoders.TryGetValue(codec, out var encoder)) return encoder;
        encoder = codec switch
        {
            CompressionCodec.Zlib => Has(CodecLibrary.Deflate) ? new DeflateEncoder() : new ManagedDeflateEncoder(),
            CompressionCodec.Lz4 => Has(CodecLibrary.Lz4) ? new Lz4Encoder() : throw Missing(CodecLibrary.Lz4, "writing LZ4"),
            CompressionCodec.Zstd => Has(CodecLibrary.Zstd) ? ZstdEncoder.Create() : throw Missing(CodecLibrary.Zstd, "writing ZSTD"),
            CompressionCodec.Lzma => Has(CodecLibrary.Lzma) ? new LzmaEncoder() : throw Missing(CodecLibrary.Lzma, "writing LZMA"),
            _ => throw new ArgumentOutOfRangeException(nameof(codec), codec, "no such codec"),
        };
        _encoders.Add(codec, encoder);
        return encoder;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var encoder in _encoders.Values) encoder.Dispose();
        _encoders.Clear();
        Raw.Dispose();
    }

    private static ConfigurationException Missing(CodecLibrary library, string what) => new("compression", null, library.MissingMessage(what) + "; or write with zlib");

    private bool Has(CodecLibrary library) => useNativeLibraries && library.IsPresent;
}
