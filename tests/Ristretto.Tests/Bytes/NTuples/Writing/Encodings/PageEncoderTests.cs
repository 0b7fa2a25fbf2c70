using System.Runtime.InteropServices;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.NTuples.Writing.Encodings;

namespace Ristretto.Tests.Bytes.NTuples.Writing.Encodings;

/// <summary>The fast forms equal the definition, for every length around the vectors'.</summary>
public sealed class PageEncoderTests
{
    [Theory]
    [InlineData(ColumnEncoding.SplitReal32, 4)]
    [InlineData(ColumnEncoding.SplitUInt16, 2)]
    [InlineData(ColumnEncoding.SplitReal64, 8)]
    [InlineData(ColumnEncoding.SplitUInt64, 8)]
    public void Encode_Split_HasByteKInPlaneK(ColumnEncoding encoding, int size)
    {
        foreach (var count in Counts())
        {
            var values = Bytes(size * count);
            var page = new byte[values.Length];

            PageEncoder.Encode(encoding, values, page, 0, 0);

            for (var i = 0; i < count; i++)
                for (var k = 0; k < size; k++) Assert.Equal(values[size * i + k], page[k * count + i]);
        }
    }

    [Fact]
    public void Encode_SignedIntegers_AlternateFromZero()
    {
        foreach (var count in Counts())
        {
            int[] values = [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? i / 2 : -(i + 1) / 2)];
            RequirePlanes([.. Enumerable.Range(0, count).Select(i => (ulong)i)], 4, ColumnEncoding.SplitInt32, MemoryMarshal.AsBytes(values.AsSpan()));
            RequirePlanes([.. Enumerable.Range(0, count).Select(i => (ulong)i)], 2, ColumnEncoding.SplitInt16, MemoryMarshal.AsBytes(values.Select(value => (short)value).ToArray().AsSpan()));
            RequirePlanes([.. Enumerable.Range(0, count).Select(i => (ulong)i)], 8, ColumnEncoding.SplitInt64, MemoryMarshal.AsBytes(values.Select(value => (long)value).ToArray().AsSpan()));
        }
    }

    [Fact]
    public void Encode_ListEnds_AreDifferencesBehindTheFirst()
    {
        foreach (var count in Counts().Where(count => count > 0))
        {
            long[] ends = [.. Enumerable.Range(1, count).Select(i => 1000L + 3 * i)];

            RequirePlanes([23, .. Enumerable.Repeat(3ul, count - 1)], 8, ColumnEncoding.SplitIndex64, MemoryMarshal.AsBytes(ends.AsSpan()), before: 1000, clusterStart: 980);
        }
    }

    [Fact]
    public void Encode_Flags_AreBitsFromTheLowest()
    {
        foreach (var count in Counts())
        {
            byte[] flags = [.. Bytes(count).Select(value => (byte)(value & 1))];
            var page = new byte[(count + 7) / 8];

            PageEncoder.Encode(ColumnEncoding.Bit, flags, page, 0, 0);

            for (var i = 0; i < 8 * page.Length; i++) Assert.Equal(i < count ? flags[i] : 0, page[i / 8] >> i % 8 & 1);
        }
    }

    private static void RequirePlanes(ulong[] expected, int size, ColumnEncoding encoding, ReadOnlySpan<byte> values, long before = 0, long clusterStart = 0)
    {
        var page = new byte[values.Length];
        PageEncoder.Encode(encoding, values, page, before, clusterStart);
        for (var i = 0; i < expected.Length; i++)
            for (var k = 0; k < size; k++) Assert.Equal((byte)(expected[i] >> 8 * k), page[k * expected.Length + i]);
    }

    private static IEnumerable<int> Counts() => Enumerable.Range(0, 40).Append(1000).Append(1033);

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }
}
