using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;

namespace Ristretto.Tests.Bytes.Files.Writing;

public sealed class RootFileWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ristretto-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Complete_SameHistograms_GivesTheSameBytes()
    {
        var (a, b) = (Path.Combine(_folder, "a", "h.root"), Path.Combine(_folder, "b", "h.root"));
        foreach (var path in (string[])[a, b])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Write(path, 3);
        }

        Assert.Equal(File.ReadAllBytes(a), File.ReadAllBytes(b));
    }

    [Fact]
    public void Complete_OtherContent_HasAnotherIdentity()
    {
        var (a, b) = (Path.Combine(_folder, "a.root"), Path.Combine(_folder, "b.root"));
        Write(a, 3);
        Write(b, 4);

        Assert.NotEqual(File.ReadAllBytes(a)[47..63], File.ReadAllBytes(b)[47..63]);
    }

    [Fact]
    public void Dispose_WithoutComplete_LeavesNothing()
    {
        var path = Path.Combine(_folder, "h.root");
        using (var writer = RootFileWriter.Create(path)) writer.Write("", Histogram("h", 1));

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Complete_OverAnOlderFile_ReplacesItAtOnce()
    {
        var path = Path.Combine(_folder, "h.root");
        File.WriteAllText(path, "old");
        using (var writer = RootFileWriter.Create(path))
        {
            writer.Write("", Histogram("h", 1));
            Assert.Equal("old", File.ReadAllText(path));
            writer.Complete();
        }

        Assert.Equal("root"u8, File.ReadAllBytes(path).AsSpan(0, 4));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_NameTwice_IsRefused()
    {
        using var writer = RootFileWriter.Create(Path.Combine(_folder, "h.root"));
        writer.Write("a/b", Histogram("h", 1));

        Assert.Contains("\"h\"", Assert.Throws<ArgumentException>(() => writer.Write("a", Histogram("b/h", 1))).Message);
        Assert.Throws<ArgumentException>(() => writer.Write("a", Histogram("b", 1)));
    }

    [Fact]
    public void Write_CellsThatDoNotFit_IsRefused()
    {
        using var writer = RootFileWriter.Create(Path.Combine(_folder, "h.root"));

        Assert.Throws<ArgumentException>(() => writer.Write("", Histogram("h", 1) with { Contents = [1] }));
        Assert.Throws<ArgumentException>(() => writer.Write("", Histogram("h", 1) with { Class = "TH2D" }));
        Assert.Throws<ArgumentException>(() => writer.Write("", Histogram("h", 1) with { Class = "TProfile" }));
    }

    [Fact]
    public void Create_FolderMissing_NamesTheFileAndTheFolder()
    {
        var path = Path.Combine(_folder, "none", "h.root");

        var error = Assert.Throws<OutputException>(() => RootFileWriter.Create(path));

        Assert.Equal($"{path}: the folder {Path.Combine(_folder, "none")} does not exist; make it first", error.Message);
    }

    [Fact]
    public void Create_FileInTheWay_IsNamed()
    {
        File.WriteAllText(Path.Combine(_folder, "none"), "mine");
        var path = Path.Combine(_folder, "none", "deeper", "h.root");

        var error = Assert.Throws<OutputException>(() => RootFileWriter.Create(path));

        Assert.Equal($"{path}: {Path.Combine(_folder, "none")} is a file, not a folder", error.Message);
    }

    [Fact]
    public void Write_DiskFull_EndsInOneErrorAndLeavesNothing()
    {
        // /dev/full refuses every byte; a link makes it the temporary file.
        if (!File.Exists("/dev/full")) Assert.Skip("there is no /dev/full here");
        var path = Path.Combine(_folder, "h.root");
        File.CreateSymbolicLink(Path.Combine(_folder, ".h.root.partial"), "/dev/full");

        var error = Assert.Throws<OutputException>(() =>
        {
            using var writer = RootFileWriter.Create(path);
            for (var i = 0; i < 100; i++) writer.Write("", Histogram($"h{i}", i));
            writer.Complete();
        });

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_ThousandsOfHistograms_StaySmall()
    {
        var path = Path.Combine(_folder, "h.root");
        using (var writer = RootFileWriter.Create(path))
        {
            for (var i = 0; i < 5000; i++) writer.Write($"set{i % 16}/tag{i % 2}/region{i % 3}", Histogram($"h{i}", i));
            writer.Complete();
        }

        Assert.InRange(new FileInfo(path).Length, 5000 * 300, 5000 * 600);
    }

    private static void Write(string path, int seed)
    {
        using var writer = RootFileWriter.Create(path);
        for (var i = 0; i < 20; i++) writer.Write($"folder{i % 3}/sub", Histogram($"h{i}", seed + i));
        writer.Complete();
    }

    private static HistogramRecord Histogram(string name, int seed)
    {
        var random = new Random(seed);
        double[] contents = [.. Enumerable.Range(0, 52).Select(_ => (double)random.Next(3))];
        return new HistogramRecord
        {
            Class = "TH1D",
            Name = name,
            Axes = [new AxisRecord { Bins = 50, High = 10 }],
            Contents = contents,
            SumW2 = contents,
            Entries = contents.Sum(),
        };
    }
}
