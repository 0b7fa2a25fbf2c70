using System.Globalization;

namespace Ristretto.Bytes.Codecs.Writing;

/// <summary>A codec and its level, as ROOT understands them: 1 is fast, 9 is small.</summary>
/// <remarks>The same level gives the same effort as in ROOT: zstd runs at twice the level (5 is libzstd's 10), LZ4 below 4 is its fast mode
/// and from 4 on its thorough one, LZMA and zlib take the level as it is.</remarks>
public readonly record struct Compression
{
    /// <summary>The highest level.</summary>
    public const int HighestLevel = 9;

    private Compression(CompressionCodec codec, int level)
    {
        if (codec != CompressionCodec.None && level is < 1 or > HighestLevel)
            throw new ArgumentOutOfRangeException(nameof(level), level, $"levels of compression go from 1 to {HighestLevel}");
        (Codec, Level) = (codec, level);
    }

    /// <summary>The codec.</summary>
    public CompressionCodec Codec { get; }

    /// <summary>1 to 9; 0 without a codec.</summary>
    public int Level { get; }

    /// <summary>fCompress: number of the codec times 100 plus the level; 0 when nothing is compressed.</summary>
    public int Setting => 100 * (int)Codec + Level;

    /// <summary>No compression.</summary>
    public static Compression None => default;

    /// <summary>zlib: what every reader of ROOT files understands without further libraries.</summary>
    public static Compression Zlib(int level = 1) => new(CompressionCodec.Zlib, level);

    /// <summary>LZMA: the smallest files, and the slowest to write and to read by far.</summary>
    public static Compression Lzma(int level = 7) => new(CompressionCodec.Lzma, level);

    /// <summary>LZ4: the fastest to read; for files that are read again and again.</summary>
    public static Compression Lz4(int level = 4) => new(CompressionCodec.Lz4, level);

    /// <summary>Zstandard: small and fast to read; the default of what holds data.</summary>
    public static Compression Zstd(int level = 5) => new(CompressionCodec.Zstd, level);

    /// <summary>Reads <c>zstd:5</c>, <c>lz4</c> (with ROOT's usual level), <c>none</c>, or a setting of ROOT such as <c>505</c>.</summary>
    public static bool TryParse(string text, out Compression compression)
    {
        compression = default;
        var (name, levelText) = text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (text[..colon], text[(colon + 1)..]) : (text, "");
        var codec = name.ToUpperInvariant() switch
        {
            "NONE" or "0" => CompressionCodec.None,
            "ZLIB" => CompressionCodec.Zlib,
            "LZMA" or "XZ" => CompressionCodec.Lzma,
            "LZ4" => CompressionCodec.Lz4,
            "ZSTD" => CompressionCodec.Zstd,
            _ => (CompressionCodec)(-1),
        };
        if (codec == (CompressionCodec)(-1) && levelText.Length == 0 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var setting))
            (codec, levelText) = ((CompressionCodec)(setting / 100), $"{setting % 100}");
        if (codec == CompressionCodec.None) return levelText.Length == 0;
        if (!Enum.IsDefined(codec)) return false;
        var usual = codec switch { CompressionCodec.Zlib => 1, CompressionCodec.Lzma => 7, CompressionCodec.Lz4 => 4, _ => 5 };
        if (levelText.Length > 0 && (!int.TryParse(levelText, NumberStyles.None, CultureInfo.InvariantCulture, out usual) || usual is < 1 or > HighestLevel)) return false;
        compression = new Compression(codec, usual);
        return true;
    }

    /// <summary><c>zstd:5</c>, <c>none</c>.</summary>
    public override string ToString() => Codec switch
    {
        CompressionCodec.None => "none",
        CompressionCodec.Zlib => $"zlib:{Level}",
        CompressionCodec.Lzma => $"lzma:{Level}",
        CompressionCodec.Lz4 => $"lz4:{Level}",
        _ => $"zstd:{Level}",
    };
}
