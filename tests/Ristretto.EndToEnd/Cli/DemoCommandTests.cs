using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto demo</c> and <c>ristretto run hh4b</c> on the samples that the program carries.</summary>
public sealed class DemoCommandTests : IDisposable
{
    private static readonly string s_fileset = Path.Combine(CliRun.Samples, "fileset.json");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Demo_TwiceIntoOneFolder_PrintsTheTableAndNamesThePage()
    {
        var first = CliRun.Of("demo", "--output", _folder["demo"]);
        var second = CliRun.Of("demo", "--output", _folder["demo"]);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("  data       15 642   11 985       7 178    6 290      888           152      152.0\n", second.Output, StringComparison.Ordinal);
        Assert.Contains($"  page    {_folder["demo/report/index.html"]}\n", second.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["demo/report/index.html"]));
        Assert.Equal("signal", CliRun.Of("cutflow", _folder["demo"], "--datasets", "demo_HH4b_UL18", "--json").Succeeded().Json().TryGetProperty("demo_HH4b_UL18", out _) ? "signal" : "");
    }

    [Fact]
    public void Demo_Json_HasCutflowAndCost()
    {
        var run = CliRun.Of("demo", "--output", _folder["demo"], "--json");

        Assert.Equal(26500, run.Json().GetProperty("cost").GetProperty("events").GetInt32());
        Assert.Equal(152, run.Json().GetProperty("cutflow").GetProperty("demo_data_UL18").GetProperty("fourTag").EnumerateArray()
            .Single(row => row.GetProperty("cut").GetString() == "SR").GetProperty("count").GetInt32());
    }

    [Fact]
    public void Run_WholeFileset_PrintsCutflowCostAndPage()
    {
        var run = Run("--datasets", "demo_HH4b_UL18");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"\n  passJetMult +2 951 +", run.Output);
        Assert.Contains("  5 000 events   ", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"\n  columns   \S+ \d+", run.Output);
        Assert.Contains($"  page      {_folder["out/report/index.html"]}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DryRun_ReadsNothingAndWritesNothing()
    {
        var plan = Run("--dry-run", "--json").Json().GetProperty("plan");

        Assert.Equal(26500, plan.GetProperty("events").GetInt32());
        Assert.Contains("Jet_pt", plan.GetProperty("files")[0].GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void Run_OutputExists_IsRefusedUnlessOverwritten()
    {
        _folder.Write("out/precious.txt", "mine");

        Assert.Contains("--overwrite", Run().Failed(4), StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["out/precious.txt"]));
        Assert.Equal(0, Run("--datasets", "demo_HH4b_UL18", "--overwrite").ExitCode);
    }

    [Fact]
    public void Run_TooLittleMemory_SaysHowMuchIsNeeded()
    {
        var line = Run("--memory", "20MB").Failed(2);

        Assert.Matches(@"^ristretto run: --memory: .* needs at least \d+", line);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void Run_WrongKeyInFileset_NamesLineKeyAndNearest()
    {
        var fileset = _folder.Write("fileset.json", File.ReadAllText(s_fileset).Replace("\"files\"", "\"fils\"", StringComparison.Ordinal));

        var line = CliRun.Of("run", "hh4b", "--fileset", fileset, "--output", _folder["out"]).Failed(2);

        Assert.Matches(@"fileset\.json:3: .*fils.*files", line);
    }

    [Fact]
    public void Run_UnknownDataset_NamesTheNearest() => Assert.Contains("demo_HH4b_UL18", Run("--datasets", "demo_HH4b_UL17").Failed(2), StringComparison.Ordinal);

    private CliRun Run(params string[] more) => CliRun.Of(["run", "hh4b", "--fileset", s_fileset, "--output", _folder["out"], .. more]);
}
