using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Trees.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Trees.Writing;

public sealed class TreeWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ristretto-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("none")]
    [InlineData("zlib:1")]
    [InlineData("zlib:6")]
    [InlineData("lz4:1")]
    [InlineData("lz4:9")]
    [InlineData("zstd:5")]
    [InlineData("lzma:5")]
    public void Fill_EachCodec_IsReadBackExactly(string codec)
    {
        var example = new TreeExample(3000);
        var path = Write(example, "tree.root", codec: codec);

        TreeRoundTrip.RequireSame(example, path, "dir/Events");
    }

    [Theory]
    [InlineData(1, 3000)]
    [InlineData(2, 3000)]
    [InlineData(7, 1)]
    [InlineData(3, 257)]
    public void Fill_AnyThreadsAndBatches_GivesTheSameBytes(int threads, int batch)
    {
        var first = Write(new TreeExample(3000), "a/tree.root");
        var second = Write(new TreeExample(3000), "b/tree.root", threads, batch);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
    }

    [Fact]
    public void Fill_ByBytes_HasClustersOfAsManyEntries()
    {
        var path = Write(new TreeExample(3000), "tree.root", options: new TreeOptions { ClusterBytes = 100_000 });

        using var file = RootFile.Open(path);
        var tree = file.GetTree("dir/Events");
        var boundaries = tree.ClusterBoundaries(tree.Branches);
        var sizes = boundaries.Zip(boundaries.Skip(1), (from, to) => to - from).ToArray();
        Assert.True(sizes.Length > 3);
        Assert.All(sizes[..^1], size => Assert.Equal(sizes[0], size));
        Assert.InRange(sizes[0], 200, 1000);
    }

    [Fact]
    public void Fill_EntriesThatGrow_EndsClustersEarly()
    {
        var path = Path.Combine(_folder, "tree.root");
        var values = new float[100_000];
        using (var writer = RootFileWriter.Create(path))
        {
            var tree = writer.Tree("t", new TreeOptions { ClusterBytes = 10_000 });
            var column = tree.Column<float>("x", counter: "n");
            for (var i = 0; i < 1000; i++)
            {
                var length = i < 500 ? 1 : 100;
                column.Append(values.AsSpan(0, length), [0, length]);
                tree.Fill(1);
            }
            writer.Complete();
        }

        using var file = RootFile.Open(path);
        var read = file.GetTree("t");
        var boundaries = read.ClusterBoundaries(read.Branches);
        // 8 bytes an entry: the first cluster is not full when entries of 404 bytes begin, so they fill it; those after have no more than 40 000.
        Assert.Equal(1000, boundaries[^1]);
        Assert.All(boundaries.Zip(boundaries.Skip(1)), pair => Assert.True(pair.Second - pair.First <= 515));
        Assert.All(boundaries.Zip(boundaries.Skip(1)).Skip(1), pair => Assert.True(pair.Second - pair.First <= 100, $"{pair}"));
    }

    [Fact]
    public void Append_OffsetsOfTheFirstColumn_CountForAll()
    {
        var path = Path.Combine(_folder, "tree.root");
        using (var writer = RootFileWriter.Create(path))
        {
            var tree = writer.Tree("t");
            var pt = tree.Column<float>("Jet_pt", counter: "nJet");
            var eta = tree.Column<float>("Jet_eta", counter: "nJet");
            pt.Append([1, 2, 3], [0, 1, 3]);
            eta.Append([9, 4, 5, 6], [1, 2, 4]);
            tree.Fill(2);
            Assert.Contains("nJet", Assert.Throws<ArgumentException>(() => { pt.Append([1, 2], [0, 2]); eta.Append([1], [0, 1]); }).Message, StringComparison.Ordinal);
            writer.Dispose();
        }
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Fill_WrongNumberOfValues_NamesTheColumn()
    {
        using var writer = RootFileWriter.Create(Path.Combine(_folder, "tree.root"));
        var tree = writer.Tree("t");
        var x = tree.Column<float>("x");
        var list = tree.Column<int>("list", counter: "n");
        x.Append([1, 2]);
        list.Append([1, 2, 3], [0, 1, 3]);

        Assert.Contains("\"x\" has 2 values where 1", Assert.Throws<ArgumentException>(() => tree.Fill(1)).Message, StringComparison.Ordinal);
        list.Append([1]);
        Assert.Contains("\"list\" has 4 values where 3", Assert.Throws<ArgumentException>(() => tree.Fill(2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_NameOrTypeThatCannotBe_IsRefused()
    {
        using var writer = RootFileWriter.Create(Path.Combine(_folder, "tree.root"));
        var tree = writer.Tree("t");
        tree.Column<float>("x");

        Assert.Throws<ArgumentException>(() => tree.Column<float>("x"));
        Assert.Throws<ArgumentException>(() => tree.Column<float>("y", counter: "x"));
        Assert.Throws<ArgumentException>(() => tree.Column<decimal>("z"));
        Assert.Throws<ArgumentException>(() => tree.Column<float>("z", dimensions: [0]));
        Assert.Throws<ArgumentException>(() => writer.Tree("t"));
    }

    [Fact]
    public void Fill_DiskFull_EndsInOneErrorAndLeavesNothing()
    {
        if (!File.Exists("/dev/full")) Assert.Skip("there is no /dev/full here");
        var path = Path.Combine(_folder, "tree.root");
        File.CreateSymbolicLink(Path.Combine(_folder, ".tree.root.partial"), "/dev/full");

        var error = Assert.Throws<OutputException>(() =>
        {
            using var writer = RootFileWriter.Create(path, new RootWriteOptions { Threads = 3 });
            new TreeExample(5000).Write(writer.Tree("t", new TreeOptions { ClusterEntries = 100 }), 50);
            writer.Complete();
        });

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData(1_999_000_000)]
    [InlineData(1_999_999_000)]
    [InlineData(2_147_000_000)]
    [InlineData(5_000_000_000)]
    public void Fill_BeyondTwoGigabytes_IsReadByJsrootAndUs(long gap)
    {
        var example = new TreeExample(300);
        var path = Path.Combine(_folder, "big.root");
        using (var writer = RootFileWriter.Create(path, new RootWriteOptions { Compression = Compression.Zlib() }))
        {
            writer.Tree("before/few", new TreeOptions()).Column<int>("x");
            writer.LeaveGap(gap);
            example.Write(writer.Tree("after/Events", new TreeOptions { ClusterEntries = 100 }), 60);
            writer.Complete();
        }

        Assert.True(new FileInfo(path).Length > gap);
        TreeRoundTrip.RequireSame(example, path, "after/Events");
        var read = Jsroot.ReadColumns(path, "after/Events");
        Assert.Equal(300, read.GetProperty("entries").GetInt64());
        Assert.Equal(example.Values["nJet"].Cast<int>(), read.GetProperty("columns").GetProperty("nJet").EnumerateArray().Select(value => value.GetInt32()));
    }

    /// <summary>The real thing, 4.8 GB on the disk; by name: <c>./test FiveGigabytes -- -explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public void Fill_FiveGigabytes_IsReadByJsrootAndUs()
    {
        const int entries = 1_000_000, batch = 10_000, count = 60;
        var path = Path.Combine(_folder, "big.root");
        var random = new Random(1);
        using (var writer = RootFileWriter.Create(path, new RootWriteOptions { Compression = Compression.None }))
        {
            var tree = writer.Tree("Events", new TreeOptions());
            var index = tree.Column<int>("index");
            var columns = Enumerable.Range(0, count).Select(i => tree.Column<double>($"x{i}", dimensions: [10])).ToArray();
            var values = new double[10 * batch];
            for (var from = 0; from < entries; from += batch)
            {
                index.Append(Enumerable.Range(from, batch).ToArray());
                foreach (var column in columns)
                {
                    for (var i = 0; i < values.Length; i++) values[i] = random.NextDouble();
                    column.Append(values);
                }
                tree.Fill(batch);
            }
            writer.Complete();
        }

        Assert.True(new FileInfo(path).Length > 4_500_000_000);
        using var file = RootFile.Open(path);
        using var context = new Ristretto.Bytes.Codecs.DecodeContext();
        var read = file.GetTree("Events");
        Assert.Equal(entries, read.Entries);
        random = new Random(1);
        using var reader = new Ristretto.Bytes.Trees.BranchReader(read.GetBranch("index"), context);
        var indices = new byte[4 * entries];
        reader.ReadValues(0, entries, indices);
        for (var i = 0; i < entries; i++) Assert.Equal(i, BitConverter.ToInt32(indices, 4 * i));
        var buffer = new byte[80 * batch];
        var readers = Enumerable.Range(0, count).Select(i => new Ristretto.Bytes.Trees.BranchReader(read.GetBranch($"x{i}"), context)).ToArray();
        for (var from = 0; from < entries; from += batch)
        {
            foreach (var column in readers)
            {
                column.ReadValues(from, batch, buffer);
                for (var i = 0; i < 10 * batch; i++) Assert.Equal(random.NextDouble(), BitConverter.ToDouble(buffer, 8 * i));
            }
        }
        foreach (var column in readers) column.Dispose();
        var byJsroot = Jsroot.ReadColumns(path, "Events", "index");
        Assert.Equal(Enumerable.Range(0, entries), byJsroot.GetProperty("columns").GetProperty("index").EnumerateArray().Select(value => value.GetInt32()));
    }

    private string Write(TreeExample example, string name, int threads = 2, int batch = 500, string codec = "lz4:4", TreeOptions? options = null)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Assert.True(Compression.TryParse(codec, out var compression));
        using var writer = RootFileWriter.Create(path, new RootWriteOptions { Compression = compression, Threads = threads });
        example.Write(writer.Tree("dir/Events", options ?? new TreeOptions { ClusterEntries = 700, BasketBytes = 3000 }), batch);
        writer.Complete();
        return path;
    }
}
