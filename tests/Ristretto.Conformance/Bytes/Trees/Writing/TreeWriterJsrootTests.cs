using System.Globalization;
using System.Text.Json;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Trees.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Bytes.Trees.Writing;

/// <summary>What we write as trees, JSROOT reads: exactly the values that went in, for every type, shape and codec.</summary>
public sealed class TreeWriterJsrootTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ristretto-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("none", 100)]
    [InlineData("zlib:1", 1)]
    [InlineData("zlib:9", 100)]
    [InlineData("lz4:1", 100)]
    [InlineData("lz4:4", 37)]
    [InlineData("lz4:9", 100)]
    [InlineData("zstd:1", 1000)]
    [InlineData("zstd:5", 100)]
    [InlineData("zstd:9", 100)]
    [InlineData("lzma:1", 100)]
    [InlineData("lzma:8", 100)]
    public void Fill_ColumnsOfEveryType_AreReadBackExactly(string codec, int batch)
    {
        Assert.True(Compression.TryParse(codec, out var compression));
        var example = new TreeExample(1234);
        var path = Path.Combine(_folder, "tree.root");
        using (var writer = RootFileWriter.Create(path, new RootWriteOptions { Compression = compression, Threads = 2 }))
        {
            example.Write(writer.Tree("Events", new TreeOptions { Title = "all kinds", ClusterEntries = 500, BasketBytes = 2000 }), batch);
            writer.Complete();
        }

        RequireSame(example, Jsroot.ReadColumns(path, "Events"));
    }

    [Fact]
    public void Tree_SeveralInDirectories_AreReadBack()
    {
        var (events, runs) = (new TreeExample(300), new TreeExample(3));
        var path = Path.Combine(_folder, "trees.root");
        using (var writer = RootFileWriter.Create(path))
        {
            var first = writer.Tree("nano/Events", new TreeOptions { Title = "all kinds", ClusterBytes = 10_000 });
            var second = writer.Tree("nano/meta/Runs", new TreeOptions { Title = "all kinds" });
            events.Write(first, 100);
            runs.Write(second, 2);
            writer.Complete();
        }

        RequireSame(events, Jsroot.ReadColumns(path, "nano/Events"));
        RequireSame(runs, Jsroot.ReadColumns(path, "nano/meta/Runs"));
    }

    private static void RequireSame(TreeExample example, JsonElement read)
    {
        Assert.Equal("all kinds", read.GetProperty("title").GetString());
        Assert.Equal(example.Entries, read.GetProperty("entries").GetInt64());
        Assert.Equal("transverse momentum of the jets", read.GetProperty("titles").GetProperty("Jet_pt").GetString());
        Assert.Equal("mat[2][3]/F", read.GetProperty("titles").GetProperty("mat").GetString());
        var columns = read.GetProperty("columns");
        Assert.Equal(example.Values.Keys.Order(StringComparer.Ordinal), columns.EnumerateObject().Select(column => column.Name).Order(StringComparer.Ordinal));
        foreach (var (name, values) in example.Values)
        {
            var column = columns.GetProperty(name);
            Assert.Equal(example.Entries, column.GetArrayLength());
            for (var i = 0; i < example.Entries; i++)
            {
                // JSROOT 7.11.2 reads negative numbers of 64 bits as 2^32 more than they are; our own reader's tests have them.
                if (values[i] is < 0L) continue;
                Assert.True(Text(values[i]) == Flat(column[i]), $"{name}[{i}]: {Text(values[i])} was written, {Flat(column[i])} read");
            }
        }
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        Array array => string.Join(' ', array.Cast<object>().Select(Text)),
        bool flag => flag ? "1" : "0",
        float number when !float.IsFinite(number) => Name(number),
        double number when !double.IsFinite(number) => Name(number),
        // JSROOT has doubles for everything.
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Name(double number) => double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";

    private static string Flat(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(Flat)),
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
    };
}
