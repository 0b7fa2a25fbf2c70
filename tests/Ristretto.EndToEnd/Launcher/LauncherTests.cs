using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Launcher;

/// <summary>The script ./ristretto, in a small clone of its own whose build and program are stand-ins that say what they were asked.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly TemporaryFolder _clone = new();

    public LauncherTests()
    {
        _clone.Write("ristretto", File.ReadAllText(Repository.PathOf("ristretto")), executable: true);
        _clone.Write("src/Ristretto.Bytes/A.cs", "class A;");
        _clone.Write("cli/Ristretto.Cli/B.cs", "class B;");
        _clone.Write("analyses/HH4b/README.md", "physics");
        _clone.Write("program", "#!/bin/sh\necho \"in $(pwd): $*\"\nexit 3\n", executable: true);
        _clone.Write("scripts/build-program", """
            #!/bin/sh
            here=$(cd "$(dirname "$0")/.." && pwd)
            echo "built: $1" >&2
            [ -e "$here/broken" ] && exit 20
            mkdir -p "$here/artifacts/bin/Ristretto.Cli/release"
            cp "$here/program" "$here/artifacts/bin/Ristretto.Cli/release/ristretto"
            echo /nowhere >"$here/artifacts/ristretto.stamp"
            """, executable: true);
    }

    public void Dispose() => _clone.Dispose();

    [Fact]
    public void Run_FirstTime_BuildsAndKeepsFolderArgumentsAndExitCode()
    {
        using var elsewhere = new TemporaryFolder();

        var run = ShellCommand.Run(_clone["ristretto"], ["ls", "a file.root"], elsewhere.Path);

        Assert.Equal((3, $"in {elsewhere.Path}: ls a file.root\n", "built: first run\n"), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData("./ristretto", "./ristretto")]
    [InlineData("WHOLE", "")]
    public void Run_TellsTheProgram_HowItWasStarted(string typed, string told)
    {
        _clone.Write("program", "#!/bin/sh\necho \"$RISTRETTO_COMMAND\"\n", executable: true);

        var run = ShellCommand.Run("/bin/sh", ["-c", typed.Replace("WHOLE", _clone["ristretto"], StringComparison.Ordinal)], _clone.Path);

        Assert.Equal(told, run.Output.TrimEnd());
    }

    [Fact]
    public void Run_NothingNewer_DoesNotBuild()
    {
        Run();

        Assert.Equal("", Run().Errors);
    }

    [Theory]
    [InlineData("src/Ristretto.Bytes/A.cs")]
    [InlineData("cli/Ristretto.Cli/B.cs")]
    [InlineData("cli/Ristretto.Cli/packages.lock.json")]
    [InlineData("Directory.Build.props")]
    public void Run_ASourceIsNewer_BuildsAgain(string source)
    {
        Run();
        File.WriteAllText(_clone[source], "class C;");
        File.SetLastWriteTimeUtc(_clone[source], File.GetLastWriteTimeUtc(_clone["artifacts/ristretto.stamp"]).AddSeconds(1));

        Assert.StartsWith("built: ", Run().Errors, StringComparison.Ordinal);
        Assert.EndsWith(" is newer\n", Run().Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ASourceIsDeleted_BuildsAgain()
    {
        Run();
        File.Delete(_clone["src/Ristretto.Bytes/A.cs"]);
        Directory.SetLastWriteTimeUtc(_clone["src/Ristretto.Bytes"], File.GetLastWriteTimeUtc(_clone["artifacts/ristretto.stamp"]).AddSeconds(1));

        Assert.Contains("src/Ristretto.Bytes is newer", Run().Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OnlyADocumentIsNewer_DoesNotBuild()
    {
        Run();
        File.SetLastWriteTimeUtc(_clone["analyses/HH4b/README.md"], DateTime.UtcNow.AddHours(1));

        Assert.Equal("", Run().Errors);
    }

    [Fact]
    public void Run_ThroughASymbolicLink_FindsTheClone()
    {
        using var elsewhere = new TemporaryFolder();
        File.CreateSymbolicLink(elsewhere["link"], _clone["ristretto"]);

        Assert.Equal(3, ShellCommand.Run(elsewhere["link"], ["ls"], elsewhere.Path).ExitCode);
    }

    [Fact]
    public void Run_TheBuildFails_EndsWithItsExitCodeAndRunsNothing()
    {
        _clone.Write("broken", "");

        var run = Run();

        Assert.Equal((20, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public void Run_OfTheRealClone_AddsLessThan150Milliseconds()
    {
        var program = Repository.PathOf("artifacts", "bin", "Ristretto.Cli", "release", "ristretto");
        var launcher = Repository.PathOf("ristretto");
        ShellCommand.Run(launcher, ["--version"]).Succeeded();                            // builds what is to be built

        // The best of several: what else the machine does is not the launcher's. A busy machine gets more tries.
        var (direct, launched) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < 30 && (i < 5 || (launched - direct).TotalMilliseconds >= 150); i++)
        {
            direct = Shorter(direct, ShellCommand.Run(program, ["--version"]).Succeeded().Elapsed);
            launched = Shorter(launched, ShellCommand.Run(launcher, ["--version"]).Succeeded().Elapsed);
        }

        Assert.InRange((launched - direct).TotalMilliseconds, double.NegativeInfinity, 150);
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private ShellCommand Run() => ShellCommand.Run(_clone["ristretto"], ["ls"]);
}
