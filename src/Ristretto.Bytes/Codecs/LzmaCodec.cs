namespace Ristretto.Bytes.Codecs;

/// <summary>Blocks <c>XZ</c>: one .xz stream, decoded by liblzma within the memory of its highest preset; the stream's own check is verified.</summary>
internal static class LzmaCodec
{
    /// <summary>Decodes the whole block, since the check stands at its end; null, or what was wrong.</summary>
    public static string? Decode(DecodeContext context, ReadOnlySpan<byte> source, Span<byte> destination, ref int wanted)
    {
        wanted = destination.Length;
        return context.Lzma is { } state ? state.Decode(source, destination) : CodecLibrary.Lzma.MissingMessage("LZMA");
    }
}
