using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Errors;

namespace Ristretto.Tests.Bytes.Codecs.Writing;

public sealed class CompressionTests
{
    [Theory]
    [InlineData("zstd:5", 505, "zstd:5")]
    [InlineData("ZSTD", 505, "zstd:5")]
    [InlineData("lz4", 404, "lz4:4")]
    [InlineData("zlib:9", 109, "zlib:9")]
    [InlineData("lzma:8", 208, "lzma:8")]
    [InlineData("none", 0, "none")]
    [InlineData("0", 0, "none")]
    [InlineData("404", 404, "lz4:4")]
    public void TryParse_KnownText_IsTheSetting(string text, int setting, string written)
    {
        Assert.True(Compression.TryParse(text, out var compression));
        Assert.Equal((setting, written), (compression.Setting, compression.ToString()));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd:0")]
    [InlineData("zstd:10")]
    [InlineData("zstd:x")]
    [InlineData("none:1")]
    [InlineData("305")]
    [InlineData("500")]
    [InlineData("")]
    public void TryParse_OtherText_IsRefused(string text) => Assert.False(Compression.TryParse(text, out _));

    [Fact]
    public void Zstd_LevelOutOfRange_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Compression.Zstd(10));

    [Fact]
    public void For_LibraryMissing_NamesThePackage()
    {
        using var context = new EncodeContext(useNativeLibraries: false);

        Assert.Contains("libzstd1", Assert.Throws<ConfigurationException>(() => context.For(CompressionCodec.Zstd)).Message, StringComparison.Ordinal);
        Assert.Contains("liblz4-1", Assert.Throws<ConfigurationException>(() => context.For(CompressionCodec.Lz4)).Message, StringComparison.Ordinal);
        Assert.Contains("liblzma5", Assert.Throws<ConfigurationException>(() => context.For(CompressionCodec.Lzma)).Message, StringComparison.Ordinal);
    }
}
