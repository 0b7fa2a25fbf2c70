using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto convert</c>: the same values in the other format, in each codec, and back.</summary>
public sealed class ConvertCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ristretto-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("root/nano_dy.root", "rntuple", "zstd:5")]
    [InlineData("root/nano_dy.root", "ttree", "lz4:1")]
    [InlineData("root/nano_tt_v12.root", "rntuple", "none")]
    [InlineData("root/nano_dy_empty.root", "rntuple", "zlib:1")]
    [InlineData("root/uproot-HZZ-zstd.root", "rntuple", "lz4:4")]
    [InlineData("root/uproot-HZZ-zstd.root", "ttree", "lzma:1")]
    [InlineData("root-written/rn_nano_zstd.root", "ttree", "zstd:1")]
    [InlineData("root-written/rn_nano_zstd.root", "rntuple", "zlib:9")]
    [InlineData("root-written/rn_clusters.root", "ttree", "none")]
    public void Convert_ThereAndBack_KeepsTheValues(string name, string to, string codec)
    {
        var compared = ConvertRoundTrip.RequireSame(SharedData.Path(name.Split('/')), _folder, to, codec, out var columns);
        Assert.True(compared > columns, $"{compared} of twice {columns} columns");
    }

    [Fact]
    public void Convert_SomeColumnsAndEntries_AreAllThereIs()
    {
        var output = Path.Combine(_folder, "small.root");
        CliRun.Of("convert", SharedData.Path("root", "nano_dy.root") + ":Events", output, "--to", "ttree", "--columns", "Jet_pt,run", "--entries", "3:7").Succeeded();

        var columns = ConvertRoundTrip.Columns(output);
        Assert.Equal(["Events:Jet_pt", "Events:nJet", "Events:run"], columns.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(4, columns["Events:run"].GetProperty("n").GetInt32());
    }

    [Theory]
    [InlineData("--to", "csv")]
    [InlineData("--to", "ttree", "--codec", "gzip")]
    [InlineData("--to", "ttree", "--entries", "7")]
    [InlineData("--to", "ttree", "--entries", "7:3")]
    [InlineData("--to", "ttree", "--entries", "0:3")]
    public void Convert_WrongOption_IsAUsageError(params string[] options) =>
        CliRun.Of(["convert", SharedData.Path("root", "nano_dy.root"), Path.Combine(_folder, "x.root"), .. options]).Failed(1);

    [Fact]
    public void Convert_NoSuchColumnOrTree_NamesTheNearest()
    {
        var input = SharedData.Path("root", "nano_dy.root");
        CliRun.Of("convert", input, Path.Combine(_folder, "x.root"), "--to", "ttree", "--columns", "Jet_ptt").Failed(3);
        CliRun.Of("convert", input + ":Event", Path.Combine(_folder, "x.root"), "--to", "ttree").Failed(3);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }
}
