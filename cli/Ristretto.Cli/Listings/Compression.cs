namespace Ristretto.Cli.Listings;

/// <summary>Names of ROOT's compression settings.</summary>
internal static class Compression
{
    private static readonly string[] s_algorithms = ["zlib", "zlib", "LZMA", "old", "LZ4", "ZSTD"];

    /// <summary>The setting of a file, <c>algorithm * 100 + level</c>, as words: <c>ZSTD 5</c>.</summary>
    internal static string Name(int setting)
    {
        var (algorithm, level) = Math.DivRem(setting, 100);
        if (level == 0) return "uncompressed";
        return algorithm >= 0 && algorithm < s_algorithms.Length ? $"{s_algorithms[algorithm]} {level}" : $"algorithm {algorithm}, level {level}";
    }
}
