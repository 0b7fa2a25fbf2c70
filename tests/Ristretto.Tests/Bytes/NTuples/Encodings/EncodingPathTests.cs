using System.Runtime.InteropServices;
using Ristretto.Bytes.NTuples.Encodings;

namespace Ristretto.Tests.Bytes.NTuples.Encodings;

/// <summary>The vector path of each decoder against its scalar definition, to the bit, for all short lengths and starts.
/// Run also with DOTNET_EnableAVX2=0 and DOTNET_EnableHWIntrinsic=0.</summary>
public class EncodingPathTests
{
    private const int Longest = 70;

    [Fact]
    public void Unsplit_AllLengthsAndStarts_EqualsTheDefinition()
    {
        Unsplit<ushort>();
        Unsplit<uint>();
        Unsplit<ulong>();
    }

    [Fact]
    public void Unsplit_KnownBytes_AreJoined()
    {
        var values = new uint[2];
        Ristretto.Bytes.NTuples.Encodings.Unsplit.Decode([0x78, 0xDD, 0x56, 0xCC, 0x34, 0xBB, 0x12, 0xAA], 2, 0, values.AsSpan());
        Assert.Equal([0x12345678u, 0xAABBCCDDu], values);
    }

    [Fact]
    public void ZigZag_AllLengths_EqualsTheDefinition()
    {
        ZigZagOf<ushort>();
        ZigZagOf<uint>();
        ZigZagOf<ulong>();
    }

    [Fact]
    public void ZigZag_SmallNumbers_AlternateInSign()
    {
        uint[] stored = [0, 1, 2, 3, uint.MaxValue - 1, uint.MaxValue];
        ZigZag.Decode(stored.AsSpan());
        Assert.Equal([0, -1, 1, -2, int.MaxValue, int.MinValue], MemoryMarshal.Cast<uint, int>(stored).ToArray());
    }

    [Fact]
    public void Delta_AllLengths_EqualsTheDefinition()
    {
        for (var length = 0; length < Longest; length++)
        {
            var fast = Random<long>(8 * length);
            var plain = (long[])fast.Clone();
            Delta.Decode(fast);
            Delta.Scalar(plain);
            Assert.Equal(plain, fast);
        }
    }

    [Fact]
    public void Delta_Differences_AreAddedUp()
    {
        long[] values = [5, 0, 2, 1, 0, 7, 3];
        Delta.Decode(values);
        Assert.Equal([5, 5, 7, 8, 8, 15, 18], values);
    }

    [Fact]
    public void BitUnpack_AllLengthsAndStarts_EqualsTheDefinition()
    {
        var page = Random<byte>(Longest);
        for (var from = 0; from < 20; from++)
            for (var length = 0; length <= Longest; length++)
            {
                var (fast, plain) = (new byte[length], new byte[length]);
                BitUnpack.Decode(page, from, fast);
                BitUnpack.Scalar(page, from, plain);
                Assert.Equal(plain, fast);
            }
    }

    [Fact]
    public void HalfReals_AllBitPatterns_EqualsTheDefinition()
    {
        ushort[] all = [.. Enumerable.Range(0, 1 << 16).Select(i => (ushort)i)];
        var (fast, plain) = (new float[all.Length], new float[all.Length]);
        HalfReals.Decode(all, fast);
        HalfReals.Scalar(all, plain);
        Assert.Equal(MemoryMarshal.AsBytes(plain.AsSpan()).ToArray(), MemoryMarshal.AsBytes(fast.AsSpan()).ToArray());
        Assert.Equal([1f, -2f, 65504f, float.PositiveInfinity, 5.9604645e-8f], new[] { 0x3C00, 0xC000, 0x7BFF, 0x7C00, 1 }.Select(i => fast[i]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(17)]
    [InlineData(31)]
    [InlineData(32)]
    public void PackedBits_AnyWidth_AreTheBitsInOrder(int bits)
    {
        var page = Random<byte>(((Longest * bits) + 7) / 8);
        var packed = new PackedBits(page, bits);
        for (var i = 0; i < Longest; i++)
        {
            var expected = 0u;
            for (var k = bits - 1; k >= 0; k--) expected = (expected << 1) | (uint)((page[((i * bits) + k) / 8] >> (((i * bits) + k) % 8)) & 1);
            Assert.Equal(expected, packed[i]);
        }
    }

    [Fact]
    public void DecodeQuantized_EndsOfTheRange_AreExact()
    {
        var values = new double[2];
        PackedReals.DecodeQuantized([0b1111_0000], 4, -1.5, 6, 0, values);
        Assert.Equal([-1.5, 6], values);
    }

    [Fact]
    public void DecodeTruncated_UpperBits_AreKept()
    {
        var values = new float[1];
        PackedReals.DecodeTruncated([0xC0, 0x3F], 16, 0, values);
        Assert.Equal([1.5f], values);
    }

    private static void Unsplit<T>() where T : unmanaged
    {
        for (var plane = 0; plane <= Longest; plane++)
        {
            var page = Random<byte>(plane * Marshal.SizeOf<T>());
            foreach (var from in new[] { 0, 1, 5, 16, plane }.Where(from => from <= plane))
            {
                var (fast, plain) = (new T[plane - from], new T[plane - from]);
                Ristretto.Bytes.NTuples.Encodings.Unsplit.Decode(page, plane, from, fast.AsSpan());
                Ristretto.Bytes.NTuples.Encodings.Unsplit.Scalar(page, plane, from, plain.AsSpan());
                Assert.Equal(plain, fast);
            }
        }
    }

    private static void ZigZagOf<T>() where T : unmanaged, System.Numerics.IBinaryInteger<T>, System.Numerics.IUnsignedNumber<T>
    {
        for (var length = 0; length < Longest; length++)
        {
            var fast = Random<T>(Marshal.SizeOf<T>() * length);
            var plain = (T[])fast.Clone();
            ZigZag.Decode(fast.AsSpan());
            ZigZag.Scalar(plain.AsSpan());
            Assert.Equal(plain, fast);
        }
    }

    private static T[] Random<T>(int bytes) where T : unmanaged
    {
        var random = new byte[bytes];
        new Random(bytes + 1).NextBytes(random);
        return MemoryMarshal.Cast<byte, T>(random).ToArray();
    }
}
