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

    [Theory]
    [MemberData(nameof(Commands))]
    public void Help_AsACommand_IsThatOfTheOption(string command) =>
        Assert.Equal(CliRun.Of(command, "--help").Succeeded().Output, CliRun.Of("help", command).Succeeded().Output);

    [Fact]
    public void Help_Alone_IsThatOfTheProgram()
    {
        var help = CliRun.Of("help").Succeeded().Output;

        Assert.Equal(CliRun.Of("--help").Succeeded().Output, help);
        Assert.Contains("Examples:\n  ristretto demo\n", help, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AProjectThatIsMissing_IsNamedBeforeTheOptionsThatAre() => Assert.Contains("none.dll: no such assembly", CliRun.Of("run", "./none.dll").Failed(3), StringComparison.Ordinal);

    [Fact]
    public void Version_OfTheProgram_IsOneLine() => Assert.Matches(@"^ristretto \d+\.\d+\.\d+\S*\n$", CliRun.Of("--version").Succeeded().Output);

    [Theory]
    [InlineData("ristretto: there is no command \"sumary\", did you mean summary?; ristretto --help lists the commands", "sumary", "a.root")]
    [InlineData("ristretto: there is no command \"rnu\", did you mean run?; ristretto --help lists the commands", "help", "rnu")]
    [InlineData("ristretto: there is no command \"rnu\", did you mean run?; ristretto --help lists the commands", "rnu", "--help")]
    [InlineData("ristretto run: the argument <analysis> is missing; ristretto run --help shows the form", "run")]
    [InlineData("ristretto run: there is no option --filest, did you mean --fileset or --tile or --cost?; ristretto run --help lists the options", "run", "hh4b", "--filest", "f.json")]
    [InlineData("ristretto run: there is no analysis \"hh5b\"; nearest: hh4b; known are hh4b, and the path of a project (.csproj), a folder with one, or an assembly (.dll)", "run", "hh5b")]
    [InlineData("ristretto run: --output is empty; ristretto run --help shows the form", "run", "hh4b", "--fileset", "f.json", "--output", "")]
    [InlineData("ristretto demo: --output is empty; ristretto demo --help shows the form", "demo", "--output", "")]
    [InlineData("ristretto ls: the argument <file> is empty; ristretto ls --help shows the form", "ls", "")]
    [InlineData("ristretto plot: --bins is \"10,NaN,3\"; expected n,low,high such as 60,0,300, with n from 1 to 1000000 and low below high", "plot", "f:t", "x", "--bins", "10,NaN,3")]
    [InlineData("ristretto plot: --memory is \"3\"; expected a size such as 2GiB or 500MB (units: B, kB, MB, GB, TB, KiB, MiB, GiB, TiB)", "plot", "f:t", "x", "--memory", "3")]
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
