using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Codecs.Writing;

namespace Ristretto.Tests.Bytes.Codecs.Writing;

public sealed class BlockEncoderTests
{
    public static TheoryData<string> Codecs => ["zlib:1", "zlib:9", "lz4:1", "lz4:9", "zstd:1", "zstd:9", "lzma:1", "lzma:9"];

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Encode_AnyCodec_IsDecodedToTheSame(string codec)
    {
        Assert.True(Compression.TryParse(codec, out var compression));
        using var context = new EncodeContext();
        var bytes = Compressible(100_000);

        RequireSame(context, compression, bytes);
        RequireSame(context, compression, bytes[..300]);
        RequireSame(context, compression, bytes);
    }

    [Fact]
    public void Encode_WithoutLibraries_ZlibIsThere()
    {
        using var context = new EncodeContext(useNativeLibraries: false);

        RequireSame(context, Compression.Zlib(), Compressible(50_000));
    }

    [Fact]
    public void Encode_MoreThanABlock_IsSeveral()
    {
        using var context = new EncodeContext();
        var bytes = Compressible(40_000_000);

        var stored = RequireSame(context, Compression.Lz4(1), bytes);

        var (blocks, position) = (0, 0);
        while (position < stored.Length) (blocks, position) = (blocks + 1, position + BlockHeader.Size + BlockHeader.Read(stored.AsSpan(position)).StoredBytes);
        Assert.Equal(3, blocks);
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Encode_BytesThatDoNotShrink_AreToBeStored(string codec)
    {
        Assert.True(Compression.TryParse(codec, out var compression));
        using var context = new EncodeContext();
        var bytes = new byte[5000];
        new Random(3).NextBytes(bytes);

        Assert.Equal(0, BlockEncoder.Encode(context, compression, bytes, new byte[6000]));
        Assert.Equal(0, BlockEncoder.Encode(context, compression, bytes.AsSpan(0, 9), new byte[6000]));
    }

    private static byte[] RequireSame(EncodeContext context, Compression compression, byte[] bytes)
    {
        var stored = new byte[bytes.Length];
        var length = BlockEncoder.Encode(context, compression, bytes, stored);
        Assert.InRange(length, 1, bytes.Length - 1);
        stored = stored[..length];
        Assert.Null(BlockDecoder.Check(stored, bytes.Length));
        using var decoding = new DecodeContext();
        var decoded = new byte[bytes.Length];
        Assert.Null(BlockDecoder.Decode(decoding, stored, decoded, decoded.Length, out _));
        Assert.True(bytes.AsSpan().SequenceEqual(decoded));
        return stored;
    }

    private static byte[] Compressible(int length)
    {
        var bytes = new byte[length];
        var random = new Random(2);
        for (var i = 0; i < length; i++) bytes[i] = (byte)(i % 4 == 0 ? random.Next(256) : i / 1000);
        return bytes;
    }
}
