using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto ls</c>.</summary>
public sealed class LsCommandTests
{
    [Fact]
    public void Run_File_ShowsTreesWithEntriesBranchesSizeAndCompression()
    {
        var lines = CliRun.Of("ls", CliRun.Sample).Succeeded().Output.Split('\n');

        Assert.Matches(@"^Events\s+TTree\s+16 500 entries\s+51 branches\s+3\.\d+ MB\s+\d+\.\d+ MB unpacked\s+ZSTD \d\s+\d clusters?$", lines[0]);
    }

    [Fact]
    public void Run_FileAsJson_HasTheSameNumbers()
    {
        var file = CliRun.Of("ls", CliRun.Sample, "--json").Succeeded().Json();

        var events = file.GetProperty("objects")[0];
        Assert.Equal(("Events", "TTree", 16500, 51), (events.GetProperty("path").GetString(), events.GetProperty("class").GetString(),
            events.GetProperty("entries").GetInt32(), events.GetProperty("branches").GetInt32()));
        Assert.Equal(new FileInfo(CliRun.Sample).Length, file.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public void Run_TreeWithPattern_ListsTheBranchesWithTypes()
    {
        var lines = CliRun.Of("ls", $"{CliRun.Sample}:Events", "--columns", "nJet,Jet_p?").Succeeded().Output.TrimEnd('\n').Split('\n');

        Assert.Equal(["branch type baskets", "nJet uint32", "Jet_pt list<float>"], lines.Select(line =>
            string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(line.StartsWith("branch", StringComparison.Ordinal) ? 3 : 2))).Where(line => !line.StartsWith("Jet_puId", StringComparison.Ordinal)));
    }

    [Fact]
    public void Run_SeveralFilesAsJson_AreOneArray() => Assert.Equal(2, CliRun.Of("ls", CliRun.Sample, CliRun.Sample, "--json").Succeeded().Json().GetArrayLength());

    [Fact]
    public void Run_Directories_AreEnteredOnlyWhenAsked()
    {
        var file = SharedData.Path("root", "uproot-nesteddirs.root");

        Assert.DoesNotContain("one/two/tree", CliRun.Of("ls", file).Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("one/two/tree", CliRun.Of("ls", "-r", file).Succeeded().Output, StringComparison.Ordinal);
        Assert.StartsWith("branch", CliRun.Of("ls", $"{file}:one/two/tree").Succeeded().Output, StringComparison.Ordinal);
    }
}
