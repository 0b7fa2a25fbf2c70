using Ristretto.EndToEnd.Cli;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Documents;

/// <summary>A mistake in an analysis of a single file ends in one line and an exit code, whether it is found before the events or while they are read.</summary>
[Collection("builds in the clone")]
public sealed class SingleFileMistakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Nano.Open(\"none.root\").Run(ev => { });", 3, "ristretto: none.root: no such file")]
    [InlineData("Nano.Open(FILE).Run(ev => { foreach (var e in ev) foreach (var jet in e.Jet) _ = jet.BtagPNetB; });", 3, "no branch Jet_btagPNetB (a column of NanoAOD v12); nearest: ")]
    [InlineData("Nano.Open(FILE).Run(ev => _ = ev.Jet.BtagPNetB);", 3, "no branch Jet_btagPNetB (a column of NanoAOD v12); nearest: ")]
    [InlineData("Nano.Open(FILE, \"Event\").Run(ev => { });", 3, "Events")]
    [InlineData("Histogram.Regular(\"x\", 2, 0, 1).Plot().Save(\"/proc/none/x.svg\");", 4, "ristretto: /proc/none/x.svg: ")]
    public void Program_WithAMistake_EndsInOneLine(string code, int exitCode, string said)
    {
        _folder.Write("Directory.Build.props", $"<Project><Import Project=\"{Repository.PathOf("tutorials", "Directory.Build.props")}\" /></Project>");
        var file = _folder.Write("my.cs", $"#:project {Repository.PathOf("src", "Ristretto.Plots")}\n" + code.Replace("FILE", $"\"{CliRun.Sample}\"", StringComparison.Ordinal) + "\n");

        var run = ShellCommand.Run("dotnet", ["run", "--file", file], _folder.Path);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.StartsWith("ristretto: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd().Split('\n'));
        Assert.Equal("", run.Output);
    }
}
