using System.Buffers.Binary;
using System.IO.Hashing;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples;

namespace Ristretto.Tests.Bytes.NTuples;

public class AnchorRecordTests
{
    private static readonly RecordOrigin s_origin = new("made.root", "ntuple, anchor", 0);

    [Fact]
    public void Decode_FormatOne_GivesBothLinks()
    {
        var anchor = AnchorRecord.Decode(Anchor(1, 0), s_origin);

        Assert.Equal((1, 0, 3000L), (anchor.Epoch, anchor.Major, anchor.Footer.Locator.Offset));
    }

    [Theory]
    [InlineData(0xFFFF, 0, "the RNTuple has format 65535.0.0.0; formats 1.x are supported")]
    [InlineData(0x8000, 0x8001, "the RNTuple has format 32768.32769.0.0; formats 1.x are supported")]
    public void Decode_FormatWithItsHighestBitSet_IsRefusedByItsNumber(int epoch, int major, string expected) =>
        Assert.Contains(expected, Assert.Throws<RootFormatException>(() => AnchorRecord.Decode(Anchor(epoch, major), s_origin)).Message, StringComparison.Ordinal);

    private static byte[] Anchor(int epoch, int major)
    {
        const int end = 70;
        var bytes = new byte[end + 8];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, 0x4000_0000 | (end - 4));
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(4), 2);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(6), (ushort)epoch);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(8), (ushort)major);
        long[] fields = [1000, 100, 200, 3000, 100, 200, 0];
        for (var i = 0; i < fields.Length; i++) BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(14 + 8 * i), fields[i]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(end), XxHash3.HashToUInt64(bytes.AsSpan(6, end - 6)));
        return bytes;
    }
}
