using System.IO.Compression;
using System.Text;
using Ristretto.Bytes.Codecs;

namespace Ristretto.Tests.Bytes.Codecs;

public class BlockDecoderTests
{
    private static readonly byte[] s_original = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"{i % 37} ")));

    private static byte[] Block(string tag, byte[] stored, int original) =>
        [.. Encoding.ASCII.GetBytes(tag), 8, (byte)stored.Length, (byte)(stored.Length >> 8), (byte)(stored.Length >> 16), (byte)original, (byte)(original >> 8), (byte)(original >> 16), .. stored];

    private static byte[] Compress(Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target)) stream.Write(s_original);
        return target.ToArray();
    }

    private static byte[] Zlib() => Compress(stream => new ZLibStream(stream, CompressionLevel.SmallestSize));

    private static byte[] Deflate() => Compress(stream => new DeflateStream(stream, CompressionLevel.SmallestSize));

    private static (string? Error, byte[] Bytes) Decode(byte[] blocks, int size, bool native)
    {
        using var context = new DecodeContext(native);
        var bytes = new byte[size];
        var error = BlockDecoder.Check(blocks, size) ?? BlockDecoder.Decode(context, blocks, bytes, size, out _);
        return (error?.Reason, bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decode_TwoZlibBlocks_JoinsThem(bool native)
    {
        var block = Block("ZL", Zlib(), s_original.Length);

        var (error, bytes) = Decode([.. block, .. block], 2 * s_original.Length, native);

        Assert.Null(error);
        Assert.Equal([.. s_original, .. s_original], bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decode_OldDeflateBlock_Inflates(bool native)
    {
        var (error, bytes) = Decode(Block("CS", Deflate(), s_original.Length), s_original.Length, native);

        Assert.Null(error);
        Assert.Equal(s_original, bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decode_ZlibWithAnotherAdler32_IsRefused(bool native)
    {
        var stream = Zlib();
        stream[^1] ^= 1;

        Assert.NotNull(Decode(Block("ZL", stream, s_original.Length), s_original.Length, native).Error);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    [InlineData(1, false)]
    public void Decode_ZlibOfAnotherLength_IsRefused(int change, bool native)
    {
        var promised = s_original.Length + change;

        Assert.NotNull(Decode(Block("ZL", Zlib(), promised), promised, native).Error);
    }

    [Theory]
    [InlineData("ZS", "ZSTD needs the library libzstd.so.1, which is not installed (Debian, Ubuntu: apt install libzstd1; RHEL, Fedora: dnf install libzstd)")]
    [InlineData("XZ", "LZMA needs the library liblzma.so.5, which is not installed (Debian, Ubuntu: apt install liblzma5; RHEL, Fedora: dnf install xz-libs)")]
    public void Decode_LibraryAbsent_NamesLibraryAndPackage(string tag, string expected) => Assert.Equal(expected, Decode(Block(tag, [1, 2, 3], 10), 10, native: false).Error);

    [Fact]
    public void Decode_UnknownTag_NamesIt() => Assert.Contains("unknown codec: the block starts with the bytes 5151", Decode(Block("QQ", [1], 10), 10, native: true).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("ZL")]
    [InlineData("CS")]
    [InlineData("XZ")]
    [InlineData("L4")]
    [InlineData("ZS")]
    public void Decode_Rubbish_IsRefused(string tag)
    {
        var random = new Random(7);
        for (var length = 0; length < 60; length++)
        {
            var stored = new byte[length];
            random.NextBytes(stored);
            Assert.NotNull(Decode(Block(tag, stored, 500), 500, native: true).Error);
        }
    }

    [Fact]
    public void Check_BlocksPromiseMoreThanTheKey_IsRefused() =>
        Assert.Equal("the compressed blocks promise 20 bytes, the key says 10", BlockDecoder.Check(Block("ZS", [1, 2, 3], 20), 10)!.Reason);

    [Fact]
    public void Check_BlockLongerThanTheRecord_SaysWhere()
    {
        var error = BlockDecoder.Check([.. Block("ZS", [1, 2, 3], 20), .. Block("ZS", [1, 2, 3], 20)[..^1]], 40)!;

        Assert.Equal((12, "a ZSTD block of 3 bytes does not fit into the 2 bytes left"), (error.Position, error.Reason));
    }
}
