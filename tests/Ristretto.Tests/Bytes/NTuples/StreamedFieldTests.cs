using System.Runtime.InteropServices;
using System.Text;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Objects;
using static Ristretto.Tests.Bytes.NTuples.MadeNTuple;

namespace Ristretto.Tests.Bytes.NTuples;

/// <summary>Fields with objects as ROOT streams them: made by hand; one that ROOT wrote is in the conformance tests.</summary>
public sealed class StreamedFieldTests : IDisposable
{
    private const int Byte = 0x01, Index64 = 0x0F, Real32 = 0x0C, Streamer = 4;

    private static readonly StreamerClass[] s_classes =
    [
        StreamerClass.Of("Hit", 1, 0x11, "x:5 layers:500=vector<int>"),
        StreamerClass.Of("Track", 2, 0x22, "id:3 name:65 weights:500=vector<float> hits:500=vector<Hit> best:62=Hit"),
    ];

    private readonly MadeNTuple _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public void ReadValues_StreamedObjects_AreColumnsOfTheirMembers()
    {
        var ntuple = Open("Track", s_classes, [Track(7, "a", [1, 2], [(0.5f, [1, 2]), (1.5f, [])]), Track(8, "", [], []), Track(9, "ccc", [3], [(2.5f, [5])])]);

        Assert.Equal(["x: Float", "t.id: Int32", "t.name: String", "t.weights: list<Float>", "t.hits.x: list<Float>", "t.hits.layers: list<list<Int32>>", "t.best.x: Float", "t.best.layers: list<Int32>"],
            ntuple.Columns.Select(column => column.ToString()));
        Assert.Equal([7, 8, 9], Read<int>(ntuple, "t.id"));
        Assert.Equal([8], Read<int>(ntuple, "t.id", 1, 1));
        Assert.Equal("accc", Encoding.UTF8.GetString(Read<byte>(ntuple, "t.name")));
        Assert.Equal([1, 2, 3f], Read<float>(ntuple, "t.weights"));
        Assert.Equal([0.5f, 1.5f, 2.5f], Read<float>(ntuple, "t.hits.x"));
        Assert.Equal([1, 2, 5], Read<int>(ntuple, "t.hits.layers"));
        Assert.Equal([7, 8, 9f], Read<float>(ntuple, "t.best.x"));
        Assert.Equal([7, 8, 9], Read<int>(ntuple, "t.best.layers"));
        Assert.Equal([2, 0, 1], Lengths(ntuple, "t.weights", 0));
        Assert.Equal([2, 0, 1], Lengths(ntuple, "t.hits.layers", 0));
        Assert.Equal([2, 0, 1], Lengths(ntuple, "t.hits.layers", 1));
        Assert.Equal([1, 1, 1], Lengths(ntuple, "t.best.layers", 0));
        Assert.Equal([1, 0, 3], TextLengths(ntuple, "t.name"));
        Assert.True(ntuple.GetColumn("t.hits.layers").HasSameLists(ntuple.GetColumn("t.hits.layers")));
        Assert.False(ntuple.GetColumn("t.weights").HasSameLists(ntuple.GetColumn("t.hits.x")));
        Assert.False(ntuple.GetColumn("t.id").HasSameValues(ntuple.GetColumn("t.name")));
    }

    [Fact]
    public void ReadValues_ListsOfStreamedObjects_HaveTheListsOfBoth()
    {
        byte[][] objects = [Track(1, "", [1], []), Track(2, "", [2, 3], []), Track(3, "", [], [])];
        var ntuple = _made.Open(
            schema => schema.List(w => w.Field("v", "std::vector<Track>", 0, role: 1), w => w.Field("_0", "Track", 0, role: Streamer))
                .List(w => w.Column(Index64, 64, 0), w => w.Column(Index64, 64, 1), w => w.Column(Byte, 8, 1)).List().List(Describe(Infos(s_classes))),
            [(3, [Stored(_made.Page(3, Bytes(2L, 2, 3))), Stored(_made.Page(3, Ends(objects))), Stored(_made.Page(objects.Sum(o => o.Length), [.. objects.SelectMany(o => o)]))])]);

        Assert.Equal([1, 2, 3], Read<int>(ntuple, "v.id"));
        Assert.Equal([2, 0, 1], Lengths(ntuple, "v.id", 0));
        Assert.Equal([2, 0, 1], Lengths(ntuple, "v.weights", 0));
        Assert.Equal([1, 2, 0], Lengths(ntuple, "v.weights", 1));
        Assert.Equal([3], Read<int>(ntuple, "v.id", 2, 1));
        Assert.Empty(Read<float>(ntuple, "v.weights", 1, 2));
        Assert.Empty(Read<int>(ntuple, "v.id", 1, 1));
    }

    [Fact]
    public void Prefetch_StreamedObjects_FetchesTheirPages()
    {
        var ntuple = Open("Track", s_classes, [Track(7, "a", [1], []), Track(8, "", [], [])]);
        using var context = new DecodeContext();
        using var reader = new NTupleReader(ntuple, context);
        reader.PrefetchAhead([ntuple.GetColumn("t.id"), ntuple.GetColumn("t.weights")], 0, 1);
        reader.Prefetch([ntuple.GetColumn("t.id"), ntuple.GetColumn("t.weights")], 0, 1);
        var id = new byte[4];
        reader["t.id"].ReadValues(0, 1, id);
        Assert.Equal(7, BitConverter.ToInt32(id));
        Assert.Equal(4, reader["t.weights"].ValueBytes(0, 1));
    }

    [Fact]
    public void ReadValues_StreamedFieldAddedLater_IsEmptyBefore()
    {
        var late = Track(5, "late", [1], []);
        var ntuple = _made.Open(
            schema => schema.List(w => w.Field("x", "float", 0)).List(w => w.Column(Real32, 32, 0)).List().List(),
            [(3, [Stored(_made.Page(3, Bytes<float>(1, 2, 3))), Stored(_made.Page(1, Ends(late))), Stored(_made.Page(late.Length, late))])],
            extension => extension.List(w => w.Field("t", "Track", 1, role: Streamer))
                .List(w => w.Column(Index64, 64, 1, firstElement: 2), w => w.Column(Byte, 8, 1)).List().List(Describe(Infos(s_classes))));

        Assert.Equal([0, 0, 5], Read<int>(ntuple, "t.id"));
        Assert.Equal([0, 0, 1], Lengths(ntuple, "t.weights", 0));
    }

    [Theory]
    [InlineData(1, 0, "1 more than its class explains (at byte ")]
    [InlineData(-1, 0, "cluster 0, object 1")]
    [InlineData(0, 1, "elements 0 to ")]
    [InlineData(0, -200, "before its start")]
    public void ReadValues_ObjectThatDoesNotFit_IsRefusedWithItsNumber(int longer, int lastEnd, string words)
    {
        byte[] first = Track(1, "", [1], []), second = Track(2, "", [1], []);
        byte[] content = [.. first, .. longer < 0 ? second[..^1] : second, .. new byte[Math.Max(0, longer)]];
        var ntuple = _made.Open(Schema("Track", Infos(s_classes)),
            [(2, [Stored(_made.Page(2, Bytes<float>(1, 2))), Stored(_made.Page(2, Bytes((long)first.Length, content.Length + lastEnd))), Stored(_made.Page(content.Length, content))])]);

        foreach (var column in (string[])["t.id", "t.weights"])
            Assert.Contains(words, Assert.Throws<RootFormatException>(() => Read<byte>(ntuple, column)).Message, StringComparison.Ordinal);
        Assert.Equal([1, 2f], Read<float>(ntuple, "x"));
    }

    [Fact]
    public void ReadValues_ObjectThatPromisesMuch_IsRefusedBeforeMemoryIsTaken()
    {
        var ntuple = _made.Open(Schema("Track", Infos(s_classes)),
            [(1, [Stored(_made.Page(1, Bytes<float>(1))), Stored(_made.Page(1, Bytes(500_000_000L))), Stored(page => page.I32(500_000_000).I32(100).I64(100))])]);
        Read<float>(ntuple, "x");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("500000000 elements of 8 bits", Assert.Throws<RootFormatException>(() => Read<int>(ntuple, "t.id")).Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4 << 20);
    }

    [Fact]
    public void ReadValues_ObjectsOfMegabytes_AreReadInPieces()
    {
        var weights = Enumerable.Range(0, 900_000).Select(i => i * 0.5f).ToArray();
        var ntuple = Open("Track", s_classes, [Track(1, "", [1], []), Track(2, "large", weights, []), Track(3, "", weights[..300_000], [])]);
        Assert.Equal([1, 2, 3], Read<int>(ntuple, "t.id"));
        Assert.Equal([1, .. weights, .. weights[..300_000]], Read<float>(ntuple, "t.weights"));
    }

    [Theory]
    [InlineData("Other", 0, "the file does not describe the class Other")]
    [InlineData("Track", 4, "the description of its class is damaged: ")]
    [InlineData("Track", 1, "the description of its class is damaged: ")]
    public void Unread_ClassThatIsNotDescribed_LeavesTheOtherFields(string type, int keep, string reason)
    {
        var infos = Infos(s_classes);
        var ntuple = _made.Open(Schema(type, keep == 0 ? infos : keep == 1 ? [.. infos[..^40]] : infos[..keep]), [(1, [Stored(_made.Page(1, Bytes<float>(4))), Stored(), Stored()])]);

        Assert.Equal([4f], Read<float>(ntuple, "x"));
        var unread = Assert.Single(ntuple.Unread);
        Assert.Equal(("t", type), (unread.Name, unread.TypeName));
        Assert.StartsWith(reason, unread.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Unread_StreamedFieldWithoutItsBytes_IsRefused()
    {
        var ntuple = _made.Open(schema => schema.List(w => w.Field("t", "Track", 0, role: Streamer)).List(w => w.Column(Index64, 64, 0)).List().List(Describe(Infos(s_classes))), []);

        Assert.Equal("it has 1 columns, 2 are expected", Assert.Single(ntuple.Unread).Reason);
    }

    private NTuple Open(string type, StreamerClass[] classes, byte[][] objects) => _made.Open(Schema(type, Infos(classes)),
    [
        (objects.Length, [Stored(_made.Page(objects.Length, new byte[4 * objects.Length])), Stored(_made.Page(objects.Length, Ends(objects))),
            Stored(_made.Page(objects.Sum(o => o.Length), [.. objects.SelectMany(o => o)]))]),
    ]);

    private static Action<EnvelopeWriter> Schema(string type, byte[] infos) => schema => schema.List(w => w.Field("x", "float", 0), w => w.Field("t", type, 1, role: Streamer))
        .List(w => w.Column(Real32, 32, 0), w => w.Column(Index64, 64, 1), w => w.Column(Byte, 8, 1)).List().List(Describe(infos));

    private static Action<EnvelopeWriter> Describe(byte[] infos) => w => w.Record(record => record.U32(0).U32(0).Text("").Blob(infos));

    private static byte[] Infos(StreamerClass[] classes)
    {
        var writer = new ObjectWriter();
        var pointer = writer.BeginPointer("TList");
        StreamerInfoEncoder.Encode(classes, writer);
        writer.End(pointer);
        return writer.Bytes.ToArray();
    }

    private static byte[] Track(int id, string name, float[] weights, (float X, int[] Layers)[] hits)
    {
        var writer = new ObjectWriter();
        var start = writer.Begin(2);
        writer.Int32(id);
        writer.String(name);
        Vector(writer, weights, writer.Float);
        Vector(writer, hits, hit => Hit(writer, hit.X, hit.Layers));
        Hit(writer, id, [id]);
        writer.End(start);
        return writer.Bytes.ToArray();
    }

    private static void Hit(ObjectWriter writer, float x, int[] layers)
    {
        var start = writer.Begin(1);
        writer.Float(x);
        Vector(writer, layers, writer.Int32);
        writer.End(start);
    }

    private static void Vector<T>(ObjectWriter writer, T[] items, Action<T> write)
    {
        var start = writer.Begin(9);
        writer.Int32(items.Length);
        Array.ForEach(items, write);
        writer.End(start);
    }

    private static byte[] Ends(params byte[][] objects)
    {
        var end = 0L;
        return Bytes([.. objects.Select(o => end += o.Length)]);
    }

    private static int[] Lengths(NTuple ntuple, string name, int level)
    {
        using var context = new DecodeContext();
        using var reader = new NTupleReader(ntuple, context);
        var lengths = new int[reader[name].Count(level, 0, (int)ntuple.Entries)];
        reader[name].ReadLengths(level, 0, (int)ntuple.Entries, lengths);
        return lengths;
    }

    private static int[] TextLengths(NTuple ntuple, string name)
    {
        using var context = new DecodeContext();
        using var reader = new NTupleReader(ntuple, context);
        var lengths = new int[reader[name].Count(0, 0, (int)ntuple.Entries)];
        reader[name].ReadLengths(0, (int)ntuple.Entries, lengths);
        return lengths;
    }

    private static byte[] Bytes<T>(params T[] values) where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();
}
