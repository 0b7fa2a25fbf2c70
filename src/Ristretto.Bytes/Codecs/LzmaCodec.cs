namespace Ristretto.Bytes.Codecs;

/// <summary>Blocks <c>XZ</c>: one .xz stream, decoded by liblzma within the memory of its highest preset; the stream's own check is verified.</summary>
internal static class LzmaCodec
{
    /// <summary>Decodes the first <paramref name="wanted"/> bytes; null, or what was wrong.</summary>
    public static string? Decode(DecodeContext context, ReadOnlySpan<byte> source, Span<byte> destination, ref int wanted) =>
        context.Lzma is { } state ? state.Decode(source, destination, wanted) : CodecLibrary.Lzma.MissingMessage("LZMA");
}
