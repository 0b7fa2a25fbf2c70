using System.Text.Json;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Bytes.Files;

/// <summary>Files that were not closed or are cut off: refused, unless they are to be recovered; then what ROOT finds in them.</summary>
public class RecoveryTests
{
    private static readonly RootFileOptions s_recover = new() { Recover = true };

    [Fact]
    public void Open_UnclosedFile_IsRefusedOrGivesWhatRootRecovers()
    {
        var path = SharedData.Path("root-written", "unclosed.root");
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedData.Path("root-written", "expected", "unclosed.extra.json")));
        Assert.Contains("not closed", Assert.Throws<RootFormatException>(() => RootFile.Open(path)).Message, StringComparison.Ordinal);

        using var file = RootFile.Open(path, s_recover);

        Assert.True(file.IsRecovered);
        Assert.Equal(expected.RootElement.GetProperty("recovered").EnumerateArray().Select(item => $"{item[0].GetString()} {item[1].GetString()};{item[2].GetInt32()}"),
            file.AllKeys().Select(entry => $"{entry.Key.ClassName} {entry.Path};{entry.Key.Cycle}"));
        var tree = file.GetTree("Events");
        Assert.Equal(expected.RootElement.GetProperty("entries").GetInt64(), tree.Entries);
        using var reader = tree.GetField("x").Open();
        reader.Read(0, (int)tree.Entries);
        Assert.Equal(expected.RootElement.GetProperty("sum x").GetDouble(), reader.Doubles(0)!.Sum(), 1e-9);
        Assert.Equal(1, file.ReadObject("h_before").Get<double>("fEntries"));
    }

    [Theory]
    [InlineData("root-written", "truncated.root")]
    [InlineData("root", "bad_delphes.root")]
    public void Open_DamagedFile_IsRefusedOrOpensWithWhatIsThere(string folder, string name)
    {
        Assert.Throws<RootFormatException>(() => RootFile.Open(SharedData.Path(folder, name)));

        using var file = RootFile.Open(SharedData.Path(folder, name), s_recover);

        foreach (var (path, key) in file.AllKeys()) Assert.NotNull(file.ReadObject(path, key));
    }

    [Fact]
    public void Open_WholeFile_IsNotRecovered()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "hists.root"), s_recover);

        Assert.False(file.IsRecovered);
    }

    [Fact]
    public void Open_WholeFileWithoutItsHeadersLists_GivesTheSameObjects()
    {
        using var whole = RootFile.Open(SharedData.Path("root-written", "hists.root"));
        var bytes = File.ReadAllBytes(SharedData.Path("root-written", "hists.root"));
        bytes.AsSpan(16, 8).Clear();                                 // fSeekFree, fNbytesFree

        using var file = RootFile.Open(new Trees.MemorySource(bytes), s_recover);

        Assert.Equal(whole.AllKeys().Select(entry => $"{entry.Path};{entry.Key.Cycle}").Order(), file.AllKeys().Select(entry => $"{entry.Path};{entry.Key.Cycle}").Order());
        Assert.Equal(whole.GetHistogram("dir/deeper/copy").Contents, file.GetHistogram("dir/deeper/copy").Contents);
    }
}
