namespace Ristretto.EndToEnd.Cli;

/// <summary>What the program says to a wrong command line, and its help.</summary>
public sealed class UsageTests
{
    public static TheoryData<string> Commands => ["demo", "run", "ls", "summary", "plot", "cutflow", "doctor"];

    [Fact]
    public void Run_NoArguments_ShowsHelpOnTheErrorStreamAndEndsWith1()
    {
        var run = CliRun.Of();

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        foreach (var command in Commands) Assert.Contains($"\n  {(string)command}", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_OfEachCommand_ShowsExamplesOfThatCommandAndJson(string command)
    {
        var help = CliRun.Of(command, "--help").Succeeded().Output;

        Assert.Contains($"Examples:\n  ristretto {command}", help, StringComparison.Ordinal);
        Assert.Contains("--json", help, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Run_MisspelledOption_NamesTheNearest(string command) =>
        Assert.Contains("there is no option --jsn, did you mean --json?", CliRun.Of(command, "--jsn").Failed(1), StringComparison.Ordinal);

    [Fact]
    public void Version_OfTheProgram_IsOneLine() => Assert.Matches(@"^ristretto \d+\.\d+\.\d+\S*\n$", CliRun.Of("--version").Succeeded().Output);

    [Theory]
    [InlineData("ristretto: there is no command \"sumary\", did you mean summary?; ristretto --help lists the commands", "sumary", "a.root")]
    [InlineData("ristretto ls: the argument <file> is missing; ristretto ls --help shows the form", "ls")]
    [InlineData("ristretto cutflow: \"b\" is one argument too many; ristretto cutflow --help shows the form", "cutflow", "a", "b")]
    [InlineData("ristretto run: the option --output is missing; ristretto run --help shows the form", "run", "hh4b", "--fileset", "a.json")]
    [InlineData("ristretto ls: Jet_* is no file; branches are chosen with --columns 'Jet_*'", "ls", "a.root:Events", "Jet_*")]
    [InlineData("ristretto cutflow: --format needs a value; ristretto cutflow --help shows the form", "cutflow", "a", "--format")]
    [InlineData("ristretto run: --threads is \"two\"; it must be a whole number; ristretto run --help shows the form", "run", "hh4b", "--fileset", "f", "--output", "o", "--threads", "two")]
    [InlineData("ristretto run: --threads is 0; it must be at least 1", "run", "hh4b", "--fileset", "f", "--output", "o", "--threads", "0")]
    [InlineData("ristretto run: there is no analysis \"hh4\"; nearest: hh4b; known are hh4b, and the path of a project (.csproj), a folder with one, or an assembly (.dll)",
        "run", "hh4", "--fileset", "f", "--output", "o")]
    public void Run_WrongCommandLine_SaysSoInOneLine(string message, params string[] arguments) => Assert.Equal(message, CliRun.Of(arguments).Failed(1));

    [Fact]
    public void Run_RequiredOptionMissing_IsNamed() => Assert.Contains("--fileset", CliRun.Of("run", "hh4b", "--output", "o").Failed(1), StringComparison.Ordinal);
}
