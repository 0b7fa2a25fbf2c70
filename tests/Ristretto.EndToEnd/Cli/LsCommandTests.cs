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

    [Fact]
    public void Run_DirectoryInsideAFile_ListsWhatIsInIt()
    {
        var file = SharedData.Path("root-written", "hists.root");

        Assert.Equal(["dir/deeper"], FirstWords(CliRun.Of("ls", $"{file}:dir")));
        Assert.Equal(["dir/deeper", "dir/deeper/copy"], FirstWords(CliRun.Of("ls", "-r", $"{file}:dir")));
        Assert.Equal(["object", "dir/deeper;1", "dir/deeper/copy;2", "dir/deeper/copy;1"], FirstWords(CliRun.Of("ls", "-l", "-r", $"{file}:dir")));
        Assert.Equal("dir/deeper", Assert.Single(CliRun.Of("ls", "--json", $"{file}:dir").Succeeded().Json().GetProperty("objects").EnumerateArray()).GetProperty("path").GetString());
    }

    [Fact]
    public void Run_OneObject_IsItsLine()
    {
        var file = SharedData.Path("root-written", "hists.root");

        Assert.Equal(["h1"], FirstWords(CliRun.Of("ls", $"{file}:h1")));
        Assert.Contains("has no object h1x; nearest: h1", CliRun.Of("ls", $"{file}:h1x").Failed(3), StringComparison.Ordinal);
        Assert.Contains("--columns chooses branches of a tree; h1 is a TH1F", CliRun.Of("ls", $"{file}:h1", "--columns", "a").Failed(1), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LongFormOfATree_HasRatioAndCodecOfEachBranch()
    {
        var lines = CliRun.Of("ls", "-l", $"{SharedData.Path("root-written", "tree_mixed.root")}:Events", "--columns", "i32,flags").Succeeded().Output.TrimEnd('\n').Split('\n');

        Assert.Matches(@"^i32 +int32 +5 +2\.76 kB +2\.76 kB +1\.00   LZMA 8 +i32/I$", lines[1]);
        Assert.Matches(@"^flags +bool\[8\] +5 +2\.28 kB +5\.17 kB +2\.27   LZ4 4 +flags\[8\]/O$", lines[2]);
    }

    [Fact]
    public void Run_LongForm_ShowsEachCycleWithDateAndPlace()
    {
        var output = CliRun.Of("ls", "-l", SharedData.Path("root-written", "gaps.root")).Succeeded().Output;

        Assert.Matches(@"\nh2;2 +TH1D +261 B +675 B +2\.59   zlib 1 +2026-11-22 03:16:11 +1 421   rewritten\nh2;1 +TH1D ", output);
        Assert.Matches(@"\nT;2 +TTree +350 ", output);
    }

    [Fact]
    public void Run_FileThatWasNotClosed_IsListedWhenAskedFor()
    {
        var file = SharedData.Path("root-written", "unclosed.root");

        Assert.Contains("--recover", CliRun.Of("ls", file).Failed(3), StringComparison.Ordinal);
        var output = CliRun.Of("ls", file, "--recover").Succeeded().Output;
        Assert.Matches(@"\nEvents +TTree +1 200 entries ", output);
        Assert.EndsWith("found record by record: the file is not whole\n", output, StringComparison.Ordinal);
        Assert.True(CliRun.Of("ls", file, "--recover", "--json").Succeeded().Json().GetProperty("recovered").GetBoolean());
    }

    private static IEnumerable<string> FirstWords(CliRun run) => run.Succeeded().Output.TrimEnd('\n').Split('\n').Select(line => line.Split(' ')[0]);
}
