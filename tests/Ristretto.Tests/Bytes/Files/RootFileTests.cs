using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Files;

public sealed class RootFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ristretto");

    public void Dispose() => _folder.Delete(recursive: true);

    private string ErrorFor(byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, "data.root");
        File.WriteAllBytes(path, bytes);
        var message = Assert.Throws<RootFormatException>(() => RootFile.Open(path)).Message;
        Assert.StartsWith(path + ": ", message, StringComparison.Ordinal);
        return message[(path.Length + 2)..];
    }

    [Theory]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "not a ROOT file but a Git-LFS pointer; fetch the content with: git lfs pull")]
    [InlineData("  <!DOCTYPE html><html>", "not a ROOT file but an HTML page; perhaps a download that asked for a login")]
    [InlineData("run,event\n1,2\n", "not a ROOT file: it looks like text")]
    public void Open_TextOfSomeKind_SaysWhatItIs(string text, string expected) => Assert.Equal(expected, ErrorFor(System.Text.Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Open_Gzip_SaysWhatItIs() => Assert.Equal("not a ROOT file but a gzip archive; unpack it first", ErrorFor([0x1F, 0x8B, 8, 0, 0]));

    [Fact]
    public void Open_OtherBytes_ShowsThem() => Assert.Equal("not a ROOT file: it starts with the bytes 00010203, expected 726f6f74 ('root')", ErrorFor([0, 1, 2, 3, 4]));

    [Fact]
    public void Open_OnlyTheMagic_IsRefused() => Assert.Contains("bytes are needed", ErrorFor("root"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void Open_Truncated_NamesBothLengths()
    {
        var path = SharedData.Path("root-written", "truncated.root");

        Assert.Equal($"{path}: the file is truncated: it has 109934 bytes, its header says 183224; copy it again", Assert.Throws<RootFormatException>(() => RootFile.Open(path)).Message);
    }

    [Theory]
    [InlineData("root", "bad_delphes.root")]
    [InlineData("root-written", "unclosed.root")]
    public void Open_NotClosed_SaysSo(string folder, string name) =>
        Assert.Contains("the file was not closed by its writer", Assert.Throws<RootFormatException>(() => RootFile.Open(SharedData.Path(folder, name))).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_SmallestFile_HasNoKeys()
    {
        using var file = RootFile.Open(SharedData.Path("root", "uproot-issue70.root"));

        Assert.Empty(file.AllKeys());
    }

    [Fact]
    public void Open_NanoAod_NeedsTwoRequestsAndTheTreeOneMore()
    {
        using var file = RootFile.Open(SharedData.Path("root", "NanoAODv5_sample.root"));
        Assert.Equal(2, file.Counters.Requests);

        file.GetTree("Events");

        Assert.Equal(3, file.Counters.Requests);
    }

    [Fact]
    public void Header_OfAFileWithNegativeVersion_IsRepaired()
    {
        using var file = RootFile.Open(SharedData.Path("root", "nano_dy_SpecialTree.root"));

        Assert.True(file.Header.StoredVersion < 0);
        Assert.InRange(file.Version, 60000, 70000);
    }

    [Fact]
    public void AllKeys_NestedDirectories_GivesPaths()
    {
        using var file = RootFile.Open(SharedData.Path("root", "uproot-nesteddirs.root"));

        Assert.Equal(["one", "one/two", "one/two/tree", "one/tree", "three", "three/tree"], file.AllKeys().Select(entry => entry.Path));
    }

    [Fact]
    public void GetTree_TwoCycles_GivesTheHighestUnlessAsked()
    {
        using var file = RootFile.Open(SharedData.Path("root", "tree_cycles_hist.root"));

        Assert.Equal(2, file.GetTree("Events").Key.Cycle);
        Assert.Equal(1, file.GetTree("Events;1").Key.Cycle);
        Assert.Equal("Events", file.GetTree("Events;1").Path);
    }

    [Fact]
    public void GetTree_Missing_ListsTreesAndTheNearest()
    {
        var path = SharedData.Path("root", "nano_dy.root");
        using var file = RootFile.Open(path);

        var error = Assert.Throws<SchemaException>(() => file.GetTree("Event"));

        Assert.StartsWith($"{path}: has no tree Event; trees in this file: ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; nearest: Events", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetTree_NotATree_SaysItsClass()
    {
        using var file = RootFile.Open(SharedData.Path("root", "tree_cycles_hist.root"));

        Assert.Contains("myTH1F is a TH1F, not a tree", Assert.Throws<SchemaException>(() => file.GetTree("myTH1F")).Message, StringComparison.Ordinal);
    }
}
