using System.Text;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.NTuples.Writing;

public sealed class NTupleWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ristretto-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("none")]
    [InlineData("zlib:6")]
    [InlineData("lz4:1")]
    [InlineData("zstd:5")]
    [InlineData("lzma:5")]
    public void Fill_EachCodec_IsReadBackExactly(string codec)
    {
        var example = new NTupleExample(2500);

        RequireSame(example, Write(example, "ntuple.root", codec: codec));
    }

    [Theory]
    [InlineData(1, 2500)]
    [InlineData(2, 2500)]
    [InlineData(7, 1)]
    [InlineData(3, 257)]
    public void Fill_AnyThreadsAndBatches_GivesTheSameBytes(int threads, int batch)
    {
        var first = Write(new NTupleExample(2500), "a/ntuple.root");
        var second = Write(new NTupleExample(2500), "b/ntuple.root", threads, batch);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void Fill_ByBytes_EndsClustersThere()
    {
        var example = new NTupleExample(2500);
        var path = Write(example, "ntuple.root", options: new NTupleOptions { ClusterBytes = 50_000, ClustersPerGroup = 2 });

        using var file = RootFile.Open(path);
        Assert.True(file.GetNTuple("dir/Events").ClusterBoundaries.Count > 5);
        RequireSame(example, path);
    }

    [Fact]
    public void Collection_Members_AreStoredOnceAndSeenAsLists()
    {
        var path = Write(new NTupleExample(100), "ntuple.root");

        using var file = RootFile.Open(path);
        var schema = file.GetNTuple("dir/Events").Schema;
        Assert.Equal(["ROOT::RNTupleCardinality<std::uint32_t>", "ROOT::VecOps::RVec<float>", "ROOT::VecOps::RVec<std::uint8_t>"],
            schema.Fields.Where(field => field.SourceFieldId >= 0 && field.Name != "_0").Select(field => field.TypeName));
        Assert.Equal(1, schema.Columns.Count(column => schema.Fields[column.FieldId].Name == "Jet"));
        Assert.Equal(5, schema.Aliases.Count);                  // the length, and for each of two lists its lengths and its values
    }

    [Fact]
    public void Slots_OfEveryShape_AreReadBack()
    {
        var path = Path.Combine(_folder, "shapes.root");
        using (var writer = RootFileWriter.Create(path))
        {
            var tuple = writer.NTuple("n", new NTupleOptions { ClusterEntries = 2 });
            var record = tuple["record"].Record();
            var (a, b) = (record["a"].Of<int>(), record["b"].Strings());
            var pair = tuple["pair"].Tuple();
            var (first, second) = (pair[""].Of<float>(), pair[""].Of<long>());
            var optional = tuple["optional"].Optional();
            var value = optional.Item.Of<double>();
            var variant = tuple["variant"].Variant();
            var (whole, list) = (variant.Alternative.Of<int>(), variant.Alternative.Vector());
            var item = list.Item.Of<short>();
            var matrix = tuple["matrix"].Array(2).Item.Array(3).Item.Of<byte>();

            a.Append([1, 2, 3]);
            b.Append(["x", "", "yz"]);
            first.Append([0.5f, 1.5f, 2.5f]);
            second.Append([-1, -2, -3]);
            optional.Append([1, 0, 1]);
            value.Append([7, 8]);
            variant.Append([1, 0, 1]);
            whole.Append([42]);
            list.Append([2, 1]);
            item.Append([5, 6, -7]);
            matrix.Append([.. Enumerable.Range(0, 18).Select(i => (byte)i)]);
            tuple.Fill(3);
            writer.Complete();
        }

        using var file = RootFile.Open(path);
        using var context = new DecodeContext();
        var ntuple = file.GetNTuple("n");
        Assert.Empty(ntuple.Unread);
        Assert.Equal(["", "std::pair<float,std::int64_t>", "std::optional<double>", "std::variant<std::int32_t,std::vector<std::int16_t>>", "std::array<std::array<std::uint8_t,3>,2>"],
            ntuple.Schema.Fields.Take(5).Select(field => field.TypeName));
        using var reader = new NTupleReader(ntuple, context);
        RequireColumn(reader, "record.a", [1, 2, 3]);
        RequireColumn(reader, "record.b", ["x", "", "yz"]);
        RequireColumn(reader, "pair._0", [0.5f, 1.5f, 2.5f]);
        RequireColumn(reader, "pair._1", [-1L, -2L, -3L]);
        RequireColumn(reader, "optional", [new double[] { 7 }, Array.Empty<double>(), new double[] { 8 }]);
        RequireColumn(reader, "variant.index", [1, 0, 1]);
        RequireColumn(reader, "variant.alt0", [Array.Empty<int>(), new[] { 42 }, Array.Empty<int>()]);
        RequireColumn(reader, "variant.alt1", [new short[][] { [5, 6] }, Array.Empty<short[]>(), new short[][] { [-7] }]);
        RequireColumn(reader, "matrix", [.. Enumerable.Range(0, 3).Select(i => (object)Enumerable.Range(6 * i, 6).Select(k => (byte)k).ToArray())], isFixed: true);
    }

    [Fact]
    public void Fill_WrongNumberOfValues_NamesTheField()
    {
        using var writer = RootFileWriter.Create(Path.Combine(_folder, "ntuple.root"));
        var tuple = writer.NTuple("n");
        var x = tuple.Field<float>("x");
        var list = tuple["list"].Vector();
        var item = list.Item.Of<int>();
        x.Append([1, 2]);
        list.Append([1, 2]);
        item.Append([1, 2]);

        Assert.Contains("\"x\" has 2 values where 1", Assert.Throws<ArgumentException>(() => tuple.Fill(1)).Message, StringComparison.Ordinal);
        Assert.Contains("\"list._0\" has 2 values where 3", Assert.Throws<ArgumentException>(() => tuple.Fill(2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Field_NameOrTypeThatCannotBe_IsRefused()
    {
        using var writer = RootFileWriter.Create(Path.Combine(_folder, "ntuple.root"));
        var tuple = writer.NTuple("n");
        tuple.Field<float>("x");

        Assert.Throws<ArgumentException>(() => tuple.Field<float>("x"));
        Assert.Throws<ArgumentException>(() => tuple.Field<float>("a.b"));
        Assert.Throws<ArgumentException>(() => tuple.Field<float>(""));
        Assert.Throws<ArgumentException>(() => tuple.Field<decimal>("z"));
        Assert.Throws<ArgumentOutOfRangeException>(() => tuple["z"].Array(0));
        Assert.Throws<ArgumentException>(() => tuple["o"].Optional().Append([2]));
    }

    [Fact]
    public void Complete_NoEntries_HasTheSchema()
    {
        var path = Path.Combine(_folder, "ntuple.root");
        using (var writer = RootFileWriter.Create(path))
        {
            writer.NTuple("n").Field<float>("x");
            writer.Complete();
        }

        using var file = RootFile.Open(path);
        var ntuple = file.GetNTuple("n");
        Assert.Equal((0, "x"), (ntuple.Entries, Assert.Single(ntuple.Columns).Name));
    }

    [Fact]
    public void Fill_DiskFull_EndsInOneErrorAndLeavesNothing()
    {
        if (!File.Exists("/dev/full")) Assert.Skip("there is no /dev/full here");
        var path = Path.Combine(_folder, "ntuple.root");
        File.CreateSymbolicLink(Path.Combine(_folder, ".ntuple.root.partial"), "/dev/full");

        Assert.Throws<OutputException>(() =>
        {
            using var writer = RootFileWriter.Create(path, new RootWriteOptions { Threads = 3 });
            new NTupleExample(3000).Write(writer.NTuple("n", new NTupleOptions { ClusterEntries = 100 }), 50);
            writer.Complete();
        });
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData(1_999_999_000)]
    [InlineData(5_000_000_000)]
    public void Fill_BeyondTwoGigabytes_IsReadBack(long gap)
    {
        var example = new NTupleExample(300);
        var path = Path.Combine(_folder, "big.root");
        using (var writer = RootFileWriter.Create(path))
        {
            writer.LeaveGap(gap);
            example.Write(writer.NTuple("dir/Events", new NTupleOptions { ClusterEntries = 100 }), 60);
            writer.Complete();
        }

        RequireSame(example, path);
    }

    private string Write(NTupleExample example, string name, int threads = 2, int batch = 500, string codec = "lz4:4", NTupleOptions? options = null)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Assert.True(Compression.TryParse(codec, out var compression));
        using var writer = RootFileWriter.Create(path, new RootWriteOptions { Compression = compression, Threads = threads });
        example.Write(writer.NTuple("dir/Events", options ?? new NTupleOptions { ClusterEntries = 700, PageBytes = 1000, ClustersPerGroup = 3 }), batch);
        writer.Complete();
        return path;
    }

    private static void RequireSame(NTupleExample example, string path)
    {
        using var file = RootFile.Open(path);
        using var context = new DecodeContext();
        var ntuple = file.GetNTuple("dir/Events");
        Assert.Equal(example.Entries, ntuple.Entries);
        Assert.Empty(ntuple.Unread);
        using var reader = new NTupleReader(ntuple, context);
        foreach (var (name, values) in example.Values.Concat(example.Projected)) RequireColumn(reader, name, values, isFixed: name == "array");
    }

    private static void RequireColumn(NTupleReader reader, string name, object[] values, bool isFixed = false)
    {
        var column = reader[name];
        var bytes = new byte[column.ValueBytes(0, values.Length)];
        column.ReadValues(0, values.Length, bytes);
        Assert.True(values.SelectMany(Flatten).SequenceEqual(bytes), $"{name}: values differ");
        if (isFixed) return;
        object[] level = values;
        for (var depth = 0; depth < column.Column.ListDepth; depth++)
        {
            var lengths = new int[level.Length];
            column.ReadLengths(depth, 0, values.Length, lengths);
            Assert.Equal(level.Select(list => ((Array)list).Length), lengths);
            level = [.. level.SelectMany(list => ((Array)list).Cast<object>())];
        }
    }

    private static byte[] Flatten(object value) => value switch
    {
        string text => Encoding.UTF8.GetBytes(text),
        Array array => [.. array.Cast<object>().SelectMany(Flatten)],
        bool v => [v ? (byte)1 : (byte)0],
        sbyte v => [unchecked((byte)v)],
        byte v => [v],
        short v => BitConverter.GetBytes(v),
        ushort v => BitConverter.GetBytes(v),
        int v => BitConverter.GetBytes(v),
        uint v => BitConverter.GetBytes(v),
        long v => BitConverter.GetBytes(v),
        ulong v => BitConverter.GetBytes(v),
        float v => BitConverter.GetBytes(v),
        double v => BitConverter.GetBytes(v),
        _ => throw new ArgumentException($"{value.GetType()}"),
    };
}
