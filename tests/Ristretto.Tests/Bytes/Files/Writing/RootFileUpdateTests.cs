using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;
using Ristretto.Tests.Bytes.Trees.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Files.Writing;

public sealed class RootFileUpdateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ristretto-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> FilesOfRoot => ["hists.root", "gaps.root", "tree_zstd5.root", "rn_nano_zlib.root", "empty.root"];

    [Theory]
    [MemberData(nameof(FilesOfRoot))]
    public void Update_FileOfRoot_KeepsWhatIsThereAndHasWhatIsNew(string name)
    {
        var path = Copy(name);
        var before = Contents(path);
        var example = new TreeExample(200);
        using (var writer = RootFileWriter.Update(path, new RootWriteOptions()))
        {
            writer.WriteText("new/deep", "text", "added");
            writer.Write("", new GraphRecord { Name = "newGraph", X = [1], Y = [2] });
            example.Write(writer.Tree("new/Events"), 50);
            writer.Complete();
        }

        var after = Contents(path);
        foreach (var (key, bytes) in before) Assert.True(bytes.AsSpan().SequenceEqual(after[key]), key);
        Assert.Equal(before.Count + 5, after.Count);                 // two directories, a text, a graph, a tree
        TreeRoundTrip.RequireSame(example, path, "new/Events");
        using var file = RootFile.Open(path);
        var classes = file.ReadStreamerInfos().Select(info => info.ClassName).ToList();
        Assert.Contains("TObjString", classes);
        Assert.Contains("TGraph", classes);
        Assert.Contains("TLeafC", classes);
        var added = Jsroot.ReadObjects(path).Single(item => item.GetProperty("path").GetString() == "new/deep/text");
        Assert.Equal("added", added.GetProperty("object").GetProperty("fString").GetString());
        Assert.Equal(200, Jsroot.ReadColumns(path, "new/Events", "i32").GetProperty("columns").GetProperty("i32").GetArrayLength());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Update_DeletedObjects_LeaveSpaceThatIsUsedAgain(bool isInPlace)
    {
        var path = Path.Combine(_folder, "file.root");
        using (var writer = RootFileWriter.Create(path))
        {
            for (var i = 0; i < 20; i++) writer.WriteText("dir", $"text{i}", new string('x', 100 + i));
            writer.Complete();
        }
        var length = new FileInfo(path).Length;
        for (var round = 0; round < 5; round++)
        {
            using var writer = Open(path, isInPlace, new RootWriteOptions());
            writer.Delete($"dir/text{round}");
            writer.WriteText("dir", $"new{round}", new string('y', 100));
            writer.Complete();
        }

        Assert.InRange(new FileInfo(path).Length, length, length + 5000);
        var texts = Jsroot.ReadObjects(path).ToDictionary(item => item.GetProperty("path").GetString()!, item => item.GetProperty("object").GetProperty("fString").GetString()!);
        Assert.Equal(20, texts.Count);
        for (var i = 5; i < 20; i++) Assert.Equal(new string('x', 100 + i), texts[$"dir/text{i}"]);
        for (var i = 0; i < 5; i++) Assert.Equal(new string('y', 100), texts[$"dir/new{i}"]);
        RequireNoHoles(path);
    }

    [Fact]
    public void Update_NameThatIsThere_IsReplacedOrTheNextCycle()
    {
        var path = Copy("hists.root");
        using (var writer = RootFileWriter.Update(path, new RootWriteOptions { NameTaken = NameTaken.NextCycle }))
        {
            writer.WriteText("", "ostr", "second");
            writer.Complete();
        }
        using (var file = RootFile.Open(path)) Assert.Equal([1, 2], file.AllKeys().Where(entry => entry.Path == "ostr").Select(entry => (int)entry.Key.Cycle).Order());
        using (var writer = RootFileWriter.Update(path, new RootWriteOptions { NameTaken = NameTaken.Replace }))
        {
            writer.WriteText("", "ostr", "third");
            writer.Complete();
        }
        var read = Assert.Single(Jsroot.ReadObjects(path), item => item.GetProperty("path").GetString() == "ostr");
        Assert.Equal("third", read.GetProperty("object").GetProperty("fString").GetString());
    }

    [Fact]
    public void Delete_DirectoryOrCycle_IsGone()
    {
        var path = Path.Combine(_folder, "file.root");
        using (var writer = RootFileWriter.Create(path, new RootWriteOptions { NameTaken = NameTaken.NextCycle }))
        {
            writer.WriteText("a/b", "x", "1");
            writer.WriteText("a/c", "x", "1");
            writer.WriteText("a/c", "x", "2");
            writer.Complete();
        }
        using (var writer = RootFileWriter.Update(path, new RootWriteOptions()))
        {
            writer.Delete("a/b");
            writer.Delete("a/c/x;1");
            Assert.Contains("x", Assert.Throws<ArgumentException>(() => writer.Delete("a/c/y")).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => writer.Delete("a/b/x"));
            writer.Complete();
        }

        using var file = RootFile.Open(path);
        Assert.Equal(["a", "a/c", "a/c/x"], file.AllKeys().Select(entry => entry.Path));
        RequireNoHoles(path);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Dispose_WithoutComplete_LeavesTheFileAsItWas(bool isInPlace)
    {
        var path = Copy("gaps.root");
        var before = File.ReadAllBytes(path);
        using (var writer = Open(path, isInPlace, new RootWriteOptions { NameTaken = NameTaken.Replace }))
        {
            writer.WriteText("", "small", "changed");
            writer.WriteText("", "large", string.Concat(Enumerable.Range(0, 30_000)));
            writer.Delete("h0");
        }

        if (!isInPlace) Assert.Equal(before, File.ReadAllBytes(path));
        else Assert.Equal(before.Length, new FileInfo(path).Length);
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
        using var file = RootFile.Open(path);
        using var original = RootFile.Open(SharedData.Path("root-written", "gaps.root"));
        Assert.Equal(original.AllKeys().Select(entry => entry.Key), file.AllKeys().Select(entry => entry.Key));
        foreach (var (_, key) in file.AllKeys()) Assert.Equal(original.ReadPayload(key), file.ReadPayload(key));
    }

    [Fact]
    public void Update_NoRootFile_IsRefused()
    {
        var path = Path.Combine(_folder, "text.root");
        File.WriteAllText(path, "no ROOT file");

        Assert.Throws<RootFormatException>(() => RootFileWriter.Update(path, new RootWriteOptions()));
        Assert.Equal("no ROOT file", File.ReadAllText(path));
    }

    private static RootFileWriter Open(string path, bool isInPlace, RootWriteOptions options) =>
        isInPlace ? RootFileWriter.UpdateInPlace(path, options) : RootFileWriter.Update(path, options);

    private string Copy(string name)
    {
        var path = Path.Combine(_folder, name);
        File.Copy(SharedData.Path("root-written", name), path);
        File.SetAttributes(path, FileAttributes.Normal);
        return path;
    }

    private static Dictionary<string, byte[]> Contents(string path)
    {
        using var file = RootFile.Open(path);
        return file.AllKeys().ToDictionary(entry => $"{entry.Path};{entry.Key.Cycle} {entry.Key.ClassName}",
            entry => RootDirectory.IsDirectory(entry.Key) ? [] : file.ReadPayload(entry.Key));
    }

    // From the first record to the end, every byte belongs to a record or a gap.
    private static void RequireNoHoles(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var position = 100;
        while (position < bytes.Length)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(position));
            Assert.NotEqual(0, length);
            position += Math.Abs(length);
        }
        Assert.Equal(bytes.Length, position);
    }
}
