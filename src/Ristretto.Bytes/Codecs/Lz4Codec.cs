using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ristretto.Bytes.Codecs;

/// <summary>Blocks <c>L4</c>: the XXH64 of the compressed bytes, then one bare LZ4 block. liblz4 where installed, otherwise <see cref="ManagedLz4"/>.</summary>
internal static partial class Lz4Codec
{
    private const int ChecksumBytes = 8;

    /// <summary>Decodes at least <paramref name="wanted"/> bytes and sets it to the number decoded; null, or what was wrong.</summary>
    public static string? Decode(DecodeContext context, ReadOnlySpan<byte> source, Span<byte> destination, ref int wanted)
    {
        if (source.Length < ChecksumBytes) return $"an LZ4 block of {source.Length} bytes has no room for its checksum";
        var stored = BinaryPrimitives.ReadUInt64BigEndian(source);
        var bytes = source[ChecksumBytes..];
        var computed = XxHash64.HashToUInt64(bytes);
        if (stored != computed) return $"LZ4 checksum differs (stored {stored:x16}, computed {computed:x16})";
        if (!context.HasLz4) return ManagedLz4.Decode(bytes, destination, wanted = destination.Length);
        var result = wanted == destination.Length
            ? DecompressSafe(bytes, destination, bytes.Length, destination.Length)
            : DecompressSafePartial(bytes, destination, bytes.Length, wanted, destination.Length);
        return result >= 0 && result == wanted ? null : $"the LZ4 block is corrupt or does not give the {destination.Length} bytes that it promises";
    }

    [LibraryImport(CodecLibrary.Lz4Name, EntryPoint = "LZ4_decompress_safe"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int DecompressSafe(ReadOnlySpan<byte> from, Span<byte> to, int fromSize, int toSize);

    [LibraryImport(CodecLibrary.Lz4Name, EntryPoint = "LZ4_decompress_safe_partial"), UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int DecompressSafePartial(ReadOnlySpan<byte> from, Span<byte> to, int fromSize, int wanted, int toSize);
}
