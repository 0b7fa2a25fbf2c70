using System.Text;

namespace Ristretto.Bytes.Files;

/// <summary>Recognises what people open by accident instead of a ROOT file.</summary>
internal static class NotRootFile
{
    /// <summary>Whether the first bytes are those of a ROOT file.</summary>
    public static bool IsRoot(ReadOnlySpan<byte> start) => start.StartsWith("root"u8);

    /// <summary>Says what the file looks like instead.</summary>
    public static string Describe(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("version https://git-lfs"u8)) return "not a ROOT file but a Git-LFS pointer; fetch the content with: git lfs pull";
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return "not a ROOT file but a gzip archive; unpack it first";
        if (start.StartsWith("PK\x03\x04"u8)) return "not a ROOT file but a zip archive; unpack it first";
        if (start.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD])) return "not a ROOT file but a zstd archive; unpack it first";
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F'])) return "not a ROOT file but an HDF5 file";
        if (start.StartsWith("PAR1"u8)) return "not a ROOT file but a Parquet file";
        var text = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 256)]).TrimStart();
        if (text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return "not a ROOT file but an HTML page; perhaps a download that asked for a login";
        if (IsText(start)) return "not a ROOT file: it looks like text";
        return $"not a ROOT file: it starts with the bytes {Convert.ToHexStringLower(start[..Math.Min(4, start.Length)])}, expected 726f6f74 ('root')";
    }

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            if (b is < 32 and not (9 or 10 or 13) or 127) return false;
        return !bytes.IsEmpty;
    }
}
