using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Errors;
using static Ristretto.Tests.Bytes.NTuples.MadeNTuple;

namespace Ristretto.Tests.Bytes.NTuples;

/// <summary>What the format allows and no sample has, and what must be refused.</summary>
public sealed class MadeNTupleTests : IDisposable
{
    private const int Index64 = 0x0F;
    private const int Int32 = 0x07;
    private const int Int64 = 0x09;
    private const int Real16 = 0x0B;
    private const int Real32 = 0x0C;

    private readonly MadeNTuple _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public void ReadValues_TwoRepresentations_AreTakenFromTheOneThatEachClusterStores()
    {
        var ntuple = _made.Open(
            schema => schema.List(w => w.Field("x", "float", 0)).List(w => w.Column(Real32, 32, 0), w => w.Column(Real16, 16, 0, representation: 1)).List().List(),
            [
                (2, [Stored(_made.Page(2, Bytes<float>(1.5f, 2.5f))), Suppressed]),
                (3, [Suppressed, Stored(_made.Page(1, Bytes(Half.One)), _made.Page(2, Bytes((Half)(-0.5), (Half)3)))]),
                (1, [Stored(_made.Page(1, Bytes<float>(7))), Suppressed]),
            ]);
        Assert.Equal([1.5f, 2.5f, 1, -0.5f, 3, 7], Read<float>(ntuple, "x"));
        Assert.Equal([-0.5f, 3, 7], Read<float>(ntuple, "x", 3, 3));
    }

    [Fact]
    public void ReadValues_ArrayAddedInsideACluster_IsZeroBefore()
    {
        var ntuple = _made.Open(
            schema => schema.List(w => w.Field("x", "float", 0)).List(w => w.Column(Real32, 32, 0)).List().List(),
            [
                (2, [Stored(_made.Page(2, Bytes<float>(1, 2)))]),
                (2, [Stored(_made.Page(2, Bytes<float>(3, 4))), Stored(_made.Page(3, Bytes(5, 6, 7)))]),
                (1, [Stored(_made.Page(1, Bytes<float>(5))), Stored(_made.Page(3, Bytes(8, 9, 10)))]),
            ],
            extension => extension.List(w => w.Field("late", "std::array<std::int32_t,3>", 1, flags: 1, arraySize: 3), w => w.Field("_0", "std::int32_t", 1))
                .List(w => w.Column(Int32, 32, 2, firstElement: 9)).List().List());
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 6, 7, 8, 9, 10], Read<int>(ntuple, "late"));
        Assert.Equal([0, 5, 6, 7], Read<int>(ntuple, "late", 2, 2)[2..]);
        Assert.Equal([1, 2, 3, 4, 5f], Read<float>(ntuple, "x"));
    }

    [Fact]
    public void ReadValues_PageInSeveralKeys_IsPutTogether()
    {
        const int largest = 200;
        int[] values = [.. Enumerable.Range(0, 50)];
        var content = Bytes(values);
        var at = _made.AddInPieces([.. content, .. BitConverter.GetBytes(XxHash3.HashToUInt64(content))], largest);
        var ntuple = _made.Open(schema => schema.List(w => w.Field("x", "std::int32_t", 0)).List(w => w.Column(Int32, 32, 0)).List().List(),
            [(50, [Stored(page => page.I32(-50).I32(content.Length).I64(at))])], largestKey: largest);
        Assert.Equal(values, Read<int>(ntuple, "x"));
    }

    [Fact]
    public void ReadValues_IntegerInAWiderColumn_IsConvertedWhereItFits()
    {
        var ntuple = _made.Open(schema => schema.List(w => w.Field("x", "std::int32_t", 0), w => w.Field("flag", "bool", 1)).List(w => w.Column(Int64, 64, 0), w => w.Column(Int32, 32, 1)).List().List(),
            [(2, [Stored(_made.Page(2, Bytes(-5L, int.MaxValue))), Stored(_made.Page(2, Bytes(0, 256)))]), (1, [Stored(_made.Page(1, Bytes(1L << 31))), Stored(_made.Page(1, Bytes(1)))])]);
        Assert.Equal([-5, int.MaxValue], Read<int>(ntuple, "x", 0, 2));
        Assert.Equal([0, 1, 1], Read<byte>(ntuple, "flag"));
        Assert.Contains("does not fit the field's type Int32", Assert.Throws<RootFormatException>(() => Read<int>(ntuple, "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_ProjectedVariantAndUnknownKinds_AreListedOrLeftOutWithTheReason()
    {
        var ntuple = _made.Open(schema => schema.List(
                w => w.Field("odd", "float", 0), w => w.Field("new", "float", 1, version: 3), w => w.Field("role", "float", 2, role: 9), w => w.Field("x", "float", 3),
                w => w.Field("shown", "float", 4, flags: 2, source: 3), w => w.Field("mystery", "Mystery", 5), w => w.Field("nothing", "Empty", 6, role: 2))
            .List(w => w.Column(0x7F, 32, 0), w => w.Column(Real32, 32, 1), w => w.Column(Real32, 32, 2), w => w.Column(Real32, 32, 3), w => w.Column(Real32, 32, 5))
            .List(w => w.Record(alias => alias.U32(3).U32(4))).List(),
            [(1, [Stored(), Stored(), Stored(), Stored(_made.Page(1, Bytes<float>(4))), Stored()])]);
        Assert.Equal(["x", "shown"], ntuple.Columns.Select(column => column.Name));
        Assert.Equal([4f], Read<float>(ntuple, "shown"));
        Assert.Equal(["odd", "new", "role", "mystery"], ntuple.Unread.Select(field => field.Name));
        Assert.Equal(["columns of type 0x7f with 32 bits are not known", "version 3 of the field's layout is not known", "fields of role 9 are not known", "the type Mystery is not known"],
            ntuple.Unread.Select(field => field.Reason));
        Assert.Equal(["nothing"], ntuple.Empty);
        Assert.Contains("cannot be read: the type Mystery", Assert.Throws<SchemaException>(() => ntuple.GetColumn("mystery")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3L, 2L, "before its start 3")]
    [InlineData(-1L, 2L, "ends at -1")]
    [InlineData(2L, 5L, "which has 2")]
    [InlineData(1L, long.MaxValue, "end at element")]
    public void ReadValues_ListsThatEndNowhere_AreRefused(long first, long second, string words)
    {
        var ntuple = _made.Open(schema => schema.List(w => w.Field("v", "std::vector<float>", 0, role: 1), w => w.Field("_0", "float", 0)).List(w => w.Column(Index64, 64, 0), w => w.Column(Real32, 32, 1)).List().List(),
            [(2, [Stored(_made.Page(2, Bytes(first, second))), Stored(_made.Page(2, Bytes<float>(1, 2)))])]);
        Assert.Contains(words, Assert.Throws<RootFormatException>(() => Read<float>(ntuple, "v")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0L, 1u, 1L, 1u, true)]
    [InlineData(0L, 1u, 0L, 2u, true)]
    [InlineData(0L, 0u, 0L, 1u, true)]
    [InlineData(0L, 1u, 0L, 1u, false)]        // both point to the first value
    [InlineData(0L, 1u, 5L, 1u, false)]
    [InlineData(0L, 1u, 0L, 3u, false)]        // there are two alternatives
    [InlineData(-1L, 1u, 0L, 2u, false)]
    public void ReadValues_Variants_PointToTheirValuesInOrder(long position1, uint tag1, long position2, uint tag2, bool isRight)
    {
        var ntuple = _made.Open(schema => schema.List(w => w.Field("v", "std::variant<float,std::int32_t>", 0, role: 3), w => w.Field("_0", "float", 0), w => w.Field("_1", "std::int32_t", 0))
            .List(w => w.Column(0x10, 96, 0), w => w.Column(Real32, 32, 1), w => w.Column(Int32, 32, 2)).List().List(),
            [(2, [Stored(_made.Page(2, [.. Bytes(position1), .. Bytes(tag1), .. Bytes(position2), .. Bytes(tag2)])), Stored(_made.Page(2, Bytes<float>(1, 2))), Stored(_made.Page(2, Bytes(3, 4)))])]);
        if (isRight)
        {
            Assert.Equal([(int)tag1 - 1, (int)tag2 - 1], Read<int>(ntuple, "v.index"));
            Assert.Equal((tag1 == 1 ? 1 : 0) + (tag2 == 1 ? 1 : 0), Read<float>(ntuple, "v.alt0").Length);
            Assert.Equal(new[] { 3 }[..(tag2 == 2 ? 1 : 0)], Read<int>(ntuple, "v.alt1"));
        }
        else
        {
            Assert.Throws<RootFormatException>(() => Read<int>(ntuple, "v.index"));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void ReadValues_ClusterWithAnotherNumberOfElements_IsRefused(int elements)
    {
        var ntuple = _made.Open(schema => schema.List(w => w.Field("x", "std::int32_t", 0)).List(w => w.Column(Int32, 32, 0)).List().List(), [(4, [Stored(_made.Page(elements, new byte[4 * elements]))])]);
        Assert.Contains($"cluster 0 has 4 entries and so needs 4 elements, {elements} are stored", Assert.Throws<RootFormatException>(() => Read<int>(ntuple, "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadValues_PageThatCannotBe_IsRefusedBeforeMemoryIsTaken()
    {
        var ntuple = _made.Open(schema => schema.List(w => w.Field("x", "std::int32_t", 0)).List(w => w.Column(Int32, 32, 0)).List().List(),
            [(500_000_000, [Stored(page => page.I32(500_000_000).I32(100).I64(100))])]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("500000000 elements of 32 bits in a file of", Assert.Throws<RootFormatException>(() => Read<int>(ntuple, "x", 0, 10)).Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public void ReadValues_PageLongerThanTheFile_IsRefusedBeforeMemoryIsTaken()
    {
        var ntuple = _made.Open(schema => schema.List(w => w.Field("x", "std::int32_t", 0)).List(w => w.Column(Int32, 32, 0)).List().List(),
            [(200_000_000, [Stored(page => page.I32(200_000_000).I32(500_000_000).I64(100))])]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("a page of 500000000 bytes lies outside the file", Assert.Throws<RootFormatException>(() => Read<int>(ntuple, "x", 0, 10)).Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    private static byte[] Bytes<T>(params T[] values) where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();
}
