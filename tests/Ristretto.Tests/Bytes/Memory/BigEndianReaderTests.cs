using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;

namespace Ristretto.Tests.Bytes.Memory;

public class BigEndianReaderTests
{
    private static readonly RecordOrigin s_origin = new("data.root", "Events", 1000);

    [Fact]
    public void Read_NumbersInARow_MostSignificantByteFirst()
    {
        var reader = new BigEndianReader([0x01, 0xFF, 0xFE, 0x00, 0x00, 0x01, 0x02, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0], s_origin);

        Assert.Equal(1, reader.ReadByte());
        Assert.Equal(-2, reader.ReadInt16());
        Assert.Equal(258, reader.ReadInt32());
        Assert.Equal(1.5, reader.ReadDouble());
        Assert.Equal(0, reader.Remaining);
    }

    [Fact]
    public void ReadInt64_FourBytesLeft_NamesFileObjectAndOffset()
    {
        var error = Assert.Throws<RootFormatException>(() =>
        {
            var reader = new BigEndianReader([1, 2, 3, 4, 5, 6], s_origin);
            reader.Skip(2);
            reader.ReadInt64();
        });

        Assert.Equal("data.root: Events: at byte 1002: 8 bytes are needed, 4 are left", error.Message);
    }

    [Fact]
    public void ReadInt64_InADecompressedRecord_NamesTheKeyAndThePosition()
    {
        var error = Assert.Throws<RootFormatException>(() => new BigEndianReader([1], new RecordOrigin("data.root", "Events", 1000, isDecompressed: true)).ReadInt64());

        Assert.Equal("data.root: Events: at byte 1000: 8 bytes are needed, 1 are left (at byte 0 of the decompressed record)", error.Message);
    }

    [Theory]
    [InlineData(new byte[] { 3, 0x61, 0x62, 0x63 }, "abc")]
    [InlineData(new byte[] { 2, 0xC3, 0xA9 }, "é")]
    [InlineData(new byte[] { 1, 0xE9 }, "é")]
    [InlineData(new byte[] { 255, 0, 0, 0, 1, 0x61 }, "a")]
    [InlineData(new byte[] { 0 }, "")]
    public void ReadString_ShortLongUtf8Latin1_AsText(byte[] bytes, string expected)
    {
        var reader = new BigEndianReader(bytes, s_origin);

        Assert.Equal(expected, reader.ReadString());
        Assert.Equal(0, reader.Remaining);
    }

    [Theory]
    [InlineData(new byte[] { 255, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 255, 0x7F, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 5, 1 })]
    public void ReadString_LengthThatCannotBe_IsOurError(byte[] bytes) =>
        Assert.Throws<RootFormatException>(() => new BigEndianReader(bytes, s_origin).ReadString());

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(int.MinValue)]
    public void Seek_Outside_IsOurError(int position) => Assert.Throws<RootFormatException>(() => new BigEndianReader([1, 2, 3], s_origin).Seek(position));
}
