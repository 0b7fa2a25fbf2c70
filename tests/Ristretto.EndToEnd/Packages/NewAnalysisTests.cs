using Ristretto.Cli.Conventions;
using Ristretto.EndToEnd.Cli;
using Ristretto.EndToEnd.Documents;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Packages;

/// <summary><c>ristretto new analysis</c> makes what builds and runs as it stands, with the packages of a folder.</summary>
[Collection("builds in the clone")]
public sealed class NewAnalysisTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // "84749 jets, 80800 of them in the picture"
    private static string Expected => new Tutorial("01-first-analysis.cs").Expected.Replace("in the picture", "in jets.svg", StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ProjectAndSingleFile_AsMade_FillTheHistogramOfTheFirstTutorial()
    {
        ShellCommand.Run(Repository.PathOf("scripts", "pack"), [_folder["feed"]]).Succeeded();

        var made = CliRun.Of("new", "analysis", _folder["my-first"], "--feed", _folder["feed"], "--data", CliRun.Sample).Succeeded();
        var project = ShellCommand.Run("dotnet", ["run", "-c", "Release"], _folder["my-first"]).Succeeded();
        CliRun.Of("new", "analysis", _folder["single/first.cs"], "--feed", _folder["feed"]).Succeeded();
        var single = ShellCommand.Run("dotnet", ["run", "--file", "first.cs", "--", CliRun.Sample], _folder["single"]).Succeeded();
        var without = ShellCommand.Run("dotnet", ["run", "--file", "first.cs"], _folder["single"]);

        Assert.Contains("my-first.csproj", made.Output, StringComparison.Ordinal);
        Assert.Equal((Expected, Expected), (project.Output.Trim(), single.Output.Trim()));
        Assert.True(File.Exists(_folder["my-first/jets.svg"]));
        Assert.True(File.Exists(_folder["single/jets.svg"]));
        Assert.Contains("which file?", without.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void BadNamesFoldersAndFiles_AreRefusedInOneLineAndNothingIsMade()
    {
        _folder.Write("feed/Ristretto.Plots.1.0.0.nupkg", "");
        _folder.Write("there/notes.txt", "precious");

        Assert.Contains("exists already", New("there", "--feed", _folder["feed"]).Failed(ExitCode.Output), StringComparison.Ordinal);
        Assert.Contains("begins with a letter", New("1st", "--feed", _folder["feed"]).Failed(ExitCode.Usage), StringComparison.Ordinal);
        Assert.Contains("has no packages of Ristretto", New("first", "--feed", _folder["there"]).Failed(ExitCode.Input), StringComparison.Ordinal);
        Assert.Contains("no such file", New("first", "--feed", _folder["feed"], "--data", _folder["none.root"]).Failed(ExitCode.Input), StringComparison.Ordinal);
        Assert.Equal(["feed", "there"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("precious", File.ReadAllText(_folder["there/notes.txt"]));
    }

    private CliRun New(string name, params string[] options) => CliRun.Of(["new", "analysis", _folder[name], .. options]);
}
