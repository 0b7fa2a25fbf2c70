using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples;

namespace Ristretto.Tests.Bytes.NTuples;

public class EnvelopeRecordTests
{
    private static readonly RecordOrigin s_origin = new("made.root", "ntuple", 0);

    private static EnvelopeWriter Header(ulong flags = 0) => new EnvelopeWriter().U64(flags).Text("name").Text("for people").Text("hand 1.0");

    private static Envelope PageList(long first, long entries, Action<EnvelopeWriter> columns) => new EnvelopeWriter().U64(7)
        .List(list => list.Record(cluster => cluster.I64(first).I64(entries))).List(columns).ToEnvelope(Envelope.PageListType);

    private static ClusterRecord[] Decode(Envelope pages, long entries) => PageListRecord.Decode(pages, new ClusterGroupRecord(0, entries, 1, default), 7);

    [Fact]
    public void Header_FieldsAndColumns_AreDecoded()
    {
        var header = HeaderRecord.Decode(Header().List(w => w.Field("x", "float", 0)).List(w => w.Column(0x18, 32, 0)).List().List().ToEnvelope(Envelope.HeaderType));
        Assert.Equal(("name", "for people", "hand 1.0"), (header.Name, header.Description, header.Writer));
        Assert.Equal(("x", "float", 0), (header.Schema.Fields[0].Name, header.Schema.Fields[0].TypeName, header.Schema.Fields[0].ParentId));
        Assert.Equal((ColumnEncoding.SplitReal32, 32), (header.Schema.Columns[0].Encoding, header.Schema.Columns[0].Bits));
    }

    [Fact]
    public void Header_NewerRecordsAndFrames_ArePassed()
    {
        var header = HeaderRecord.Decode(Header().List(
            w => w.Record(field => field.U32(0).U32(0).U32(0).U16(0).U16(0).Text("x").Text("float").Text("").Text("").U64(99)),
            w => w.Field("y", "float", 1)).List().List().List().U64(42).ToEnvelope(Envelope.HeaderType));
        Assert.Equal(["x", "y"], header.Schema.Fields.Select(field => field.Name));
    }

    [Theory]
    [InlineData(1UL, 0)]
    [InlineData(1UL << 5, 5)]
    public void Header_FeatureFlag_IsRefusedByItsNumber(ulong flags, int number) =>
        Assert.Contains($"format feature {number}, which is not supported",
            Assert.Throws<RootFormatException>(() => HeaderRecord.Decode(Header(flags).NoSchema().ToEnvelope(Envelope.HeaderType))).Message, StringComparison.Ordinal);

    [Fact]
    public void Header_FeatureFlagInTheSecondWord_IsRefusedByItsNumber()
    {
        var envelope = new EnvelopeWriter().U64(1UL << 63).U64(2).Text("").Text("").Text("").NoSchema().ToEnvelope(Envelope.HeaderType);
        Assert.Contains("format feature 65,", Assert.Throws<RootFormatException>(() => HeaderRecord.Decode(envelope)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_EachByteChanged_IsRefused()
    {
        var bytes = Header().NoSchema().ToBytes(Envelope.HeaderType);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0x10;
            Assert.Throws<RootFormatException>(() => Envelope.Open(bytes, s_origin, Envelope.HeaderType));
            bytes[i] ^= 0x10;
        }
        Assert.NotEqual(0UL, Envelope.Open(bytes, s_origin, Envelope.HeaderType).Checksum);
        Assert.Contains("type 1 where 2", Assert.Throws<RootFormatException>(() => Envelope.Open(bytes, s_origin, Envelope.FooterType)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Footer_OfAnotherHeader_IsRefused()
    {
        var header = HeaderRecord.Decode(Header().NoSchema().ToEnvelope(Envelope.HeaderType));
        var footer = new EnvelopeWriter().U64(0).U64(header.Checksum + 1).Record(_ => { }).List().ToEnvelope(Envelope.FooterType);
        Assert.Contains("belongs to a header", Assert.Throws<RootFormatException>(() => FooterRecord.Decode(footer, header)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Footer_ExtensionGroupsAndAttributeSets_AreDecoded()
    {
        var header = HeaderRecord.Decode(Header().NoSchema().ToEnvelope(Envelope.HeaderType));
        var footer = FooterRecord.Decode(new EnvelopeWriter().U64(0).U64(header.Checksum)
            .Record(schema => schema.List(w => w.Field("late", "float", 0)).List().List().List())
            .List(w => w.Record(group => group.I64(0).I64(12).U32(3).I64(100).I32(40).I64(5000)))
            .List(w => w.Record(set => set.U16(1).U16(0).U32(78).I32(60).I64(6000).Text("luminosity"))).ToEnvelope(Envelope.FooterType), header);
        Assert.Equal("late", header.Schema.Fields[0].Name);
        Assert.Equal(new ClusterGroupRecord(0, 12, 3, new EnvelopeLinkRecord(100, new LocatorRecord(40, 5000))), footer.ClusterGroups[0]);
        Assert.Equal("luminosity", footer.AttributeSets[0].Name);
    }

    [Fact]
    public void PageList_LargeLocatorChecksumAndSuppressedColumn_AreDecoded()
    {
        var clusters = Decode(PageList(0, 10, cluster => cluster.List(
            column => column.Pages(rest => rest.I64(0).I32(505), page => page.I32(-4).I32(16).I64(300), page => page.I32(6).I32(-(0x0100_0000 | 20)).I64(24).I64(1L << 40)),
            column => column.Pages(rest => rest.I64(-1)))), 10);
        Assert.Equal([new PageRecord(300, 16, 4, true), new PageRecord(1L << 40, 24, 6, false)], clusters[0].Pages(0).ToArray());
        Assert.Equal((true, false, false), (clusters[0].Stores(0), clusters[0].Stores(1), clusters[0].Stores(2)));
        Assert.Equal(505, clusters[0].Compression);
    }

    [Theory]
    [InlineData(1L << 56, "sharded")]
    [InlineData(2L << 56, "flags 0x02")]
    public void PageList_ClusterFlags_AreRefused(long flags, string words) =>
        Assert.Contains(words, Assert.Throws<RootFormatException>(() => Decode(PageList(0, 10 | flags, cluster => cluster.List()), 10)).Message, StringComparison.Ordinal);

    [Fact]
    public void PageList_ClustersThatFillTheirGroup_AreDecoded() => Assert.Equal(10, Decode(PageList(0, 10, cluster => cluster.List()), 10).Single().EndEntry);

    [Theory]
    [InlineData(0, 9)]
    [InlineData(1, 9)]
    [InlineData(0, 11)]
    public void PageList_ClustersThatDoNotFillTheirGroup_AreRefused(long first, long entries) =>
        Assert.Throws<RootFormatException>(() => Decode(PageList(first, entries, cluster => cluster.List()), 10));

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(0x3FFF_FFFFu)]
    public void Anchor_ByteCountThatCannotBe_IsRefused(uint count)
    {
        var anchor = MadeNTuple.Anchor(100, 10, 200, 10, 0);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(anchor, 0x4000_0000 | count);
        Assert.Contains("do not fit", Assert.Throws<RootFormatException>(() => AnchorRecord.Decode(anchor, s_origin)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Locator_OfAnotherStore_IsRefused()
    {
        var bytes = new EnvelopeWriter().I32(-(0x0200_0000 | 20)).I64(24).I64(4).ToArray();
        var error = Assert.Throws<RootFormatException>(() =>
        {
            var reader = new LittleEndianReader(bytes, s_origin);
            LocatorRecord.Decode(ref reader);
        });
        Assert.Contains("locators of type 2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 40, 3)]       // 3 pieces hold 120 bytes, 16 of them for positions
    [InlineData(104, 40, 3)]
    [InlineData(105, 40, 4)]
    [InlineData(120, 40, 4)]
    public void Pieces_OfALongPayload_HaveRoomForThePositions(long bytes, long largest, long pieces) => Assert.Equal(pieces, ChunkedBlob.Pieces(bytes, largest));

    [Fact]
    public void FieldTree_FieldInACircle_IsRefused()
    {
        var header = HeaderRecord.Decode(Header().List(w => w.Field("a", "", 1, role: 2), w => w.Field("b", "", 0, role: 2)).List().List().List().ToEnvelope(Envelope.HeaderType));
        Assert.Contains("part of itself", Assert.Throws<RootFormatException>(() => FieldTree.Build(header.Schema, s_origin)).Message, StringComparison.Ordinal);
    }
}
