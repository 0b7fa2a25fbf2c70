using System.IO.Compression;
using System.Text;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Codecs.Writing;

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

    /// <summary>Also of those who need only the beginning: the check of an .xz stream stands at its end.</summary>
    [Theory]
    [InlineData("lzma")]
    [InlineData("lz4")]
    [InlineData("zlib")]
    public void Decode_BeginningOfABlockWithADamagedByte_IsTheSameOrRefused(string codec)
    {
        Assert.True(Compression.TryParse(codec, out var compression));
        using var encoders = new EncodeContext();
        using var context = new DecodeContext();
        var random = new Random(3);
        byte[] original = [.. Enumerable.Range(0, 600).Select(i => (byte)(i % 8 < 6 ? i / 64 : random.Next(256)))];
        var stored = new byte[original.Length];
        var block = stored.AsSpan(0, BlockEncoder.Encode(encoders, compression, original, stored)).ToArray();
        Assert.NotEmpty(block);
        var (wanted, bytes) = (original.Length / 2, new byte[original.Length]);
        for (var at = 0; at < block.Length; at++)
        {
            block[at] ^= 0x10;
            bytes.AsSpan().Clear();
            var error = BlockDecoder.Check(block, bytes.Length) ?? BlockDecoder.Decode(context, block, bytes, wanted, out _);
            Assert.True(error is not null || bytes.AsSpan(0, wanted).SequenceEqual(original.AsSpan(0, wanted)), $"byte {at} of {block.Length}");
            block[at] ^= 0x10;
        }
    }

    /// <summary>libzstd can be asked for a checksum at the end of the frame; this one holds 200 000 letters a, more than one of its blocks.</summary>
    [Theory]
    [InlineData(200_000)]
    [InlineData(500)]
    public void Decode_ZstdFrameWithAnotherChecksum_IsRefused(int wanted)
    {
        const int letters = 200_000;
        var frame = Convert.FromHexString("28b52ffda4400d03005400001061610100fbff39c002036a08618356bc98");
        using var context = new DecodeContext();
        var bytes = new byte[letters];

        Assert.Null(BlockDecoder.Decode(context, Block("ZS", frame, letters), bytes, wanted, out _));
        Assert.Equal(wanted, bytes.AsSpan(0, wanted).Count((byte)'a'));
        frame[^1] ^= 1;
        Assert.Contains("checksum", BlockDecoder.Decode(context, Block("ZS", frame, letters), bytes, wanted, out _)?.Reason, StringComparison.Ordinal);
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

    [Theory]
    [InlineData(64L << 20, 10, false)]
    [InlineData((64L << 20) + 1, 10, true)]
    [InlineData(200L << 20, 200_000, true)]
    [InlineData(200L << 20, 210_000, false)]
    [InlineData(1L << 30, 1 << 30, false)]
    [InlineData((1L << 30) + 1, 1 << 30, true)]
    public void IsBomb_LengthsOnBothSidesOfTheLimits_TellsThemApart(long original, long stored, bool expected) => Assert.Equal(expected, BlockDecoder.IsBomb(original, stored));
}
