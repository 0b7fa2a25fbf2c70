using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Merging;
using Ristretto.Bytes.Trees.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Files.Merging;

public sealed class FileMergerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Merge_FolderInThePlaceOfAnObject_IsRefusedByName() =>
        Assert.Equal($"{_folder["second.root"]}: thing is a folder here and a TObjString elsewhere; leave it out with --skip thing, or merge without this file", ErrorOf(("", "thing"), ("thing", "text")));

    [Fact]
    public void Merge_ObjectInThePlaceOfAFolder_IsRefusedByName() =>
        Assert.Equal($"{_folder["second.root"]}: thing is a TObjString here and a folder elsewhere; leave it out with --skip thing, or merge without this file", ErrorOf(("thing", "text"), ("", "thing")));

    [Fact]
    public void Merge_DescriptionOfAClassWithAnImpossibleVersion_IsRefused() =>
        Assert.Contains("a TStreamerInfo of class version", ErrorOfDamaged("TStreamerInfo\0", at => at + "TStreamerInfo\0".Length + 4, 0xBF, 0xFF), StringComparison.Ordinal);

    [Fact]
    public void Merge_MemberOfAClassShorterThanItsName_IsRefused() =>
        Assert.Contains("has no byte count, or one that is too small", ErrorOfDamaged("TStreamerBase\0", at => at - 8, 0x40, 0, 0, 5), StringComparison.Ordinal);

    [Fact]
    public void Merge_UnionOfTreesWithIndex_FindsTheEntriesOfBothAndNamesTheOtherTitle()
    {
        string[] files = [_folder["a.root"], _folder["b.root"]];
        for (var i = 0; i < files.Length; i++)
        {
            using var writer = RootFileWriter.Create(files[i], new RootWriteOptions { Compression = Compression.None });
            var tree = writer.Tree("Events", new TreeOptions { Title = $"title {i}" });
            tree.Column<int>($"x{i}").Append([1, 2, 3]);
            tree.Fill(3);
            var index = new MergedIndex();
            index.Add(files[i], new TreeIndex("run", "event", [7, 7, 8], [1 + i, 5, 0], [2, 0, 1]), 0);
            tree.Index = index.Encode();
            writer.Complete();
        }

        var report = FileMerger.Merge(files, _folder["merged.root"], new MergeOptions { Threads = 1, Schema = MergeSchema.Union, Compression = Compression.None });

        using var merged = RootFile.Open(_folder["merged.root"]);
        var found = merged.GetTree("Events").Index!;
        (long Run, long Event)[] wanted = [(7, 1), (7, 2), (7, 5), (8, 0), (8, 1)];
        Assert.Equal([2, 5, 0, 1, -1], wanted.Select(pair => found.Find(pair.Run, pair.Event)));
        Assert.Equal($"6 entries, written anew with 2 branches; title of {files[0]} kept, that of {files[1]} is another; index by run, event", report.Objects[0].Note);
        Assert.Equal(new Dictionary<string, int> { ["x0"] = 1, ["x1"] = 1 }, report.Objects[0].Missing);
    }

    // Bytes are changed beside the last place of a name in the list of class descriptions, which stands behind the objects.
    private string ErrorOfDamaged(string name, Func<int, int> place, params byte[] damage)
    {
        using (var writer = RootFileWriter.Create(_folder["first.root"], new RootWriteOptions { Compression = Compression.None }))
        {
            writer.WriteText("", "thing", "a text");
            writer.Complete();
        }
        var bytes = File.ReadAllBytes(_folder["first.root"]);
        damage.CopyTo(bytes, place(bytes.AsSpan().LastIndexOf(System.Text.Encoding.ASCII.GetBytes(name))));
        File.WriteAllBytes(_folder["damaged.root"], bytes);
        return Assert.Throws<RootFormatException>(() => FileMerger.Merge([_folder["damaged.root"]], _folder["merged.root"], new MergeOptions { Threads = 1 })).Message;
    }

    private string ErrorOf((string Folder, string Name) first, (string Folder, string Name) second)
    {
        Write("first.root", first);
        Write("second.root", second);
        var options = new MergeOptions { Threads = 1 };
        return Assert.Throws<SchemaException>(() => FileMerger.Merge([_folder["first.root"], _folder["second.root"]], _folder["merged.root"], options)).Message;
    }

    private void Write(string file, (string Folder, string Name) text)
    {
        using var writer = RootFileWriter.Create(_folder[file]);
        writer.WriteText(text.Folder, text.Name, "a text");
        writer.Complete();
    }
}
