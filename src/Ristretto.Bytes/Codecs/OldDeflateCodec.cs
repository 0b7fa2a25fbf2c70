using System.IO.Compression;

namespace Ristretto.Bytes.Codecs;

/// <summary>Blocks <c>CS</c> of very old files: a bare deflate stream without checksum. libdeflate where installed, otherwise the runtime's zlib.</summary>
internal static class OldDeflateCodec
{
    /// <summary>Decodes the whole block; null, or what was wrong.</summary>
    public static string? Decode(DecodeContext context, ReadOnlySpan<byte> source, Span<byte> destination, ref int wanted)
    {
        wanted = destination.Length;
        if (context.Deflate is not { } state) return ManagedInflate.Decode(source, destination, static stream => new DeflateStream(stream, CompressionMode.Decompress), "deflate");
        return state.TryInflateRaw(source, destination, out _) ? null
            : $"the deflate stream is corrupt or does not give the {destination.Length} bytes that its block promises";
    }
}
