using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Fuzz;

/// <summary>The fuzz program over the whole corpus; a million by hand, see tests/Ristretto.Fuzz/README.md.</summary>
public sealed class FuzzProgramTests
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "ristretto-fuzz");

    [Fact]
    public void Corpus_TwentyThousandMutations_GivesNoFindings()
    {
        string[] folders = [SharedData.Path("root"), SharedData.Path("root-written")];

        var run = ShellCommand.Run(s_program, [.. folders, "--mutations", "20000", "--seed", "20000", "--jobs", "2"]).Succeeded();

        TestContext.Current.TestOutputHelper?.WriteLine(run.Output);
        Assert.StartsWith("20000 mutations in ", run.Output, StringComparison.Ordinal);
        Assert.Contains("no findings", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_SomeMutations_GiveNoFindings() =>
        Assert.Contains("no findings", ShellCommand.Run(s_program, ["--mutations", "1500", "--seed", "5"]).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public void Replay_OneInput_SaysWhatWasDoneToIt()
    {
        using var folder = new TemporaryFolder();

        var run = ShellCommand.Run(s_program, ["--replay", "11:sample:zstd", "--save", folder["inputs"]]).Succeeded();

        Assert.Contains(" bytes", run.Errors, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder["inputs"]));
    }

    [Fact]
    public void Limit_TooShortForAnything_EndsWithTheCommandThatReplaysIt()
    {
        var run = ShellCommand.Run(s_program, ["--mutations", "50000", "--limit", "0.0001"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("FINDING hang", run.Errors, StringComparison.Ordinal);
        Assert.Contains("replay with: ristretto-fuzz --replay '", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongCommandLine_OfTheProgram_IsExitCodeTwo() => Assert.Equal(2, ShellCommand.Run(s_program, ["/no/such/file.root"]).ExitCode);
}
