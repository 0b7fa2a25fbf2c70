using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Codecs;

/// <summary>What one worker needs to decompress: the native decoders' states and scratch memory, kept from basket to basket.
/// One per thread; not thread-safe.</summary>
public sealed class DecodeContext : IDisposable
{
    private readonly bool _useNative;
    private ZstdState? _zstd;
    private LzmaState? _lzma;
    private DeflateState? _deflate;
    private bool _disposed;

    /// <summary>An empty context; decoders are made when a file asks for them.</summary>
    public DecodeContext() : this(useNativeLibraries: true) { }

    /// <summary>A context that behaves as if no native library were installed, for tests of the managed decoders and of the error messages.</summary>
    internal DecodeContext(bool useNativeLibraries) => _useNative = useNativeLibraries;

    /// <summary>Told how long each basket and page took; null for nobody.</summary>
    public DecodeMeter? Meter { get; set; }

    /// <summary>Scratch for compressed bytes while one basket is decoded.</summary>
    internal GrowingBuffer Compressed { get; } = new();

    /// <summary>Null when libzstd is not installed.</summary>
    internal ZstdState? Zstd => _zstd ??= Has(CodecLibrary.Zstd) ? ZstdState.Create() : null;

    /// <summary>Null when liblzma is not installed.</summary>
    internal LzmaState? Lzma => _lzma ??= Has(CodecLibrary.Lzma) ? new LzmaState() : null;

    /// <summary>Null when libdeflate is not installed.</summary>
    internal DeflateState? Deflate => _deflate ??= Has(CodecLibrary.Deflate) ? DeflateState.Create() : null;

    /// <summary>Whether liblz4 is installed.</summary>
    internal bool HasLz4 => Has(CodecLibrary.Lz4);

    /// <summary>Frees the decoders and the scratch memory.</summary>
    public void Dispose()
    {
        _disposed = true;
        _zstd?.Dispose();
        _lzma?.Dispose();
        _deflate?.Dispose();
        Compressed.Dispose();
    }

    private bool Has(CodecLibrary library)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _useNative && library.IsPresent;
    }
}
