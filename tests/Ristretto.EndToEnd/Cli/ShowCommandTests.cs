using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto show</c>.</summary>
public sealed class ShowCommandTests
{
    private static string Histograms => SharedData.Path("root-written", "hists.root");

    [Fact]
    public void Histogram_IsDrawnAsBars()
    {
        var lines = Lines(CliRun.Of("show", $"{Histograms}:h1"));

        Assert.Equal("TH1F   h1   regular   5 000 entries   Σw 5 000.0", lines[0]);
        Assert.Equal(20 + 2, lines.Length);
        Assert.Matches(@"^  0 – 5 +\d+\.\d+ ± \d+\.\d+ +█+", lines[1]);
    }

    [Fact]
    public void Histogram_WithLabels_ShowsThem() => Assert.Contains("  ≥4 jets  ", CliRun.Of("show", $"{Histograms}:hlab").Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public void Histogram_OfTwoDimensions_IsAMap() => Assert.Contains("█ is 228.00", CliRun.Of("show", $"{Histograms}:h2").Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public void Graph_IsATableOfPoints()
    {
        var lines = Lines(CliRun.Of("show", $"{Histograms}:ga"));

        Assert.Equal("TGraphAsymmErrors   ga   asymmetric   5 points", lines[0]);
        Assert.Equal(7, lines.Length);
    }

    [Fact]
    public void Map_ListsKeysAndValues() => Assert.Contains("fString  key1", CliRun.Of("show", $"{Histograms}:map").Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public void Tree_IsATableOfEntries()
    {
        var lines = Lines(CliRun.Of("show", $"{SharedData.Path("root-written", "classes.root")}:tree", "-n", "2", "--first", "1", "--columns", "mif*,hit/x"));

        Assert.Equal("tree   TTree   130 entries   objects", lines[0]);
        Assert.Equal(["entry", "hit/x", "mif.key", "mif.value"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("    1   ", lines[2], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
    }

    [Fact]
    public void MissingObject_NamesTheNearest() => Assert.Contains("has no object h11; nearest: h1", CliRun.Of("show", $"{Histograms}:h11").Failed(3), StringComparison.Ordinal);

    [Fact]
    public void FileAlone_AsksForAnObject() => Assert.Contains("name an object too", CliRun.Of("show", Histograms).Failed(1), StringComparison.Ordinal);

    [Fact]
    public void Directory_ListsWhatIsInItWithEveryCycle()
    {
        var output = CliRun.Of("show", $"{Histograms}:dir").Succeeded().Output;

        Assert.Contains("dir/deeper/copy;1", output, StringComparison.Ordinal);
        Assert.Contains("dir/deeper/copy;2", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Recover_UnclosedFile_ShowsItsTree() =>
        Assert.Contains("1 200 entries", CliRun.Of("show", $"{SharedData.Path("root-written", "unclosed.root")}:Events", "--recover").Succeeded().Output, StringComparison.Ordinal);

    private static string[] Lines(CliRun run) => run.Succeeded().Output.TrimEnd('\n').Split('\n');
}
