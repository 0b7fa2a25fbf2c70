using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto cutflow</c>.</summary>
public sealed class CutflowCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CutflowCommandTests() => _folder.Write("cutflow.json", """
        {"signal_UL18": {"fourTag": [
          {"cut": "all", "count": 1000, "sumw": 50.0, "sumw2": 2.5},
          {"cut": "jets, 4", "count": 400, "sumw": 20.0, "sumw2": 1.0},
          {"cut": "SR", "count": 0, "sumw": 0, "sumw2": 0},
          {"cut": "last", "count": 0, "sumw": 0, "sumw2": 0, "after": "jets, 4"}]},
         "data": {"fourTag": [{"cut": "all", "count": 12345, "sumw": 12345, "sumw2": 12345}]}}
        """);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Table_OfAFolder_HasErrorsAndEfficiencies()
    {
        var lines = CliRun.Of("cutflow", _folder.Path).Succeeded().Output.Split('\n');

        Assert.Equal("signal_UL18, fourTag", lines[0]);
        Assert.Equal("  cut                 events     Σw   ± stat.   of previous   of first   effective", lines[1]);
        Assert.Equal("  all                  1 000   50.0       1.6      100.00 %   100.00 %     1 000.0", lines[2]);
        Assert.Equal("  jets, 4                400   20.0       1.0       40.00 %    40.00 %       400.0", lines[3]);
        Assert.Equal("  last (of jets, 4)        0      0         0        0.00 %     0.00 %         0.0", lines[5]);
        Assert.Equal("  all   12 345   12 345       111      100.00 %   100.00 %    12 345.0", lines[9]);
    }

    [Fact]
    public void Csv_OfAFile_KeepsAllDigitsAndQuotes()
    {
        var lines = CliRun.Of("cutflow", _folder["cutflow.json"], "--format", "csv").Succeeded().Output.Split('\n');

        Assert.Equal("""signal_UL18,fourTag,"jets, 4",400,20,1,1,0.4,0.4,400,""", lines[2]);
        Assert.Equal("signal_UL18,fourTag,last,0,0,0,0,0,0,0,\"jets, 4\"", lines[4]);
    }

    [Fact]
    public void Latex_OfADataset_EscapesNames()
    {
        var text = CliRun.Of("cutflow", _folder.Path, "--format", "latex", "--datasets", "signal_UL18").Succeeded().Output;

        Assert.Contains(@"\multicolumn{5}{l}{signal\_UL18, fourTag} \\", text, StringComparison.Ordinal);
        Assert.Contains(@"all & 1\,000 & $50.0 \pm 1.6$ & 100.00 & 100.00 \\", text, StringComparison.Ordinal);
        Assert.DoesNotContain("data", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--format=json")]
    public void Json_OfAFolder_AddsTheDerivedNumbers(string option)
    {
        var row = CliRun.Of("cutflow", _folder.Path, option).Succeeded().Json().GetProperty("signal_UL18").GetProperty("fourTag")[1];

        Assert.Equal((400, 0.4, 400.0, 1.0), (row.GetProperty("count").GetInt32(), row.GetProperty("efficiency").GetDouble(),
            row.GetProperty("effectiveEntries").GetDouble(), row.GetProperty("error").GetDouble()));
    }

    [Fact]
    public void Run_TwoFormats_ExcludeEachOther() =>
        Assert.Equal("ristretto cutflow: --json and --format csv exclude each other", CliRun.Of("cutflow", _folder.Path, "--json", "--format", "csv").Failed(1));

    [Fact]
    public void Run_UnknownFormat_NamesTheKnown() => Assert.Contains("table, csv, latex, json", CliRun.Of("cutflow", _folder.Path, "--format", "cvs").Failed(1), StringComparison.Ordinal);

    [Fact]
    public void Run_UnknownDataset_NamesTheNearest() => Assert.Contains("nearest: data", CliRun.Of("cutflow", _folder.Path, "--datasets", "date").Failed(2), StringComparison.Ordinal);

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("{\"a\": {\"b\": [{\"cut\": 3}]}}")]
    [InlineData("not json")]
    public void Run_AnotherFile_IsNoCutflow(string text) => Assert.Contains("not a cutflow", CliRun.Of("cutflow", _folder.Write("other.json", text)).Failed(2), StringComparison.Ordinal);

    [Fact]
    public void Run_FolderWithoutARun_SaysSo()
    {
        using var empty = new TemporaryFolder();

        Assert.Equal($"ristretto cutflow: {empty["cutflow.json"]}: no such file; this folder is not the output of a run", CliRun.Of("cutflow", empty.Path).Failed(3));
        Assert.EndsWith("no such file or folder", CliRun.Of("cutflow", empty["none"]).Failed(3), StringComparison.Ordinal);
    }
}
