using System.IO.Compression;

namespace Ristretto.Bytes.Codecs;

/// <summary>Blocks <c>ZL</c>: a zlib stream (RFC 1950), its Adler-32 verified. libdeflate where installed, otherwise the runtime's zlib.</summary>
internal static class ZlibCodec
{
    /// <summary>Decodes the whole block; null, or what was wrong.</summary>
    public static string? Decode(DecodeContext context, ReadOnlySpan<byte> source, Span<byte> destination, ref int wanted)
    {
        wanted = destination.Length;
        if (context.Deflate is not { } state) return ManagedInflate.Decode(source, destination, static stream => new ZLibStream(stream, CompressionMode.Decompress), "zlib");
        return state.TryInflateZlib(source, destination, out _) ? null
            : $"the zlib stream is corrupt or does not give the {destination.Length} bytes that its block promises, or its Adler-32 differs";
    }
}
