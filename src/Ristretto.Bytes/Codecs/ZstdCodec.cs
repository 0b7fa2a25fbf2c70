namespace Ristretto.Bytes.Codecs;

/// <summary>Blocks <c>ZS</c>: one Zstandard frame, decoded by libzstd. Stops after the frame's block of up to 128 KiB in which the wanted bytes end,
/// unless the frame has a checksum, which stands at its end; those of ROOT have none.</summary>
internal static class ZstdCodec
{
    private const int DescriptorAt = 4, HasChecksum = 1 << 2;       // of the frame's header, behind its magic number

    /// <summary>Decodes at least <paramref name="wanted"/> bytes and sets it to the number decoded; null, or what was wrong.</summary>
    public static string? Decode(DecodeContext context, ReadOnlySpan<byte> source, Span<byte> destination, ref int wanted)
    {
        if (context.Zstd is not { } state) return CodecLibrary.Zstd.MissingMessage("ZSTD");
        string? problem;
        if (wanted < destination.Length && ZstdState.CanStop && !(source.Length > DescriptorAt && (source[DescriptorAt] & HasChecksum) != 0))
        {
            wanted = state.TryDecodePrefix(source, destination, wanted, out problem);
        }
        else
        {
            wanted = destination.Length;
            state.TryDecode(source, destination, out problem);
        }
        return problem is null ? null : $"the ZSTD frame is corrupt: {problem}";
    }
}
