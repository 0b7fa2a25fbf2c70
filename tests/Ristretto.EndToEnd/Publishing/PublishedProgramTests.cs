using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Publishing;

/// <summary>The single self-contained file of scripts/publish, in an empty folder on a machine without .NET (no dotnet on PATH, no variable that leads to one).</summary>
public sealed class PublishedProgramTests(PublishedProgram published) : IClassFixture<PublishedProgram>
{
    private static readonly Dictionary<string, string?> s_bare = new()
    {
        ["PATH"] = "/nonexistent",
        ["DOTNET_ROOT"] = "/nonexistent",
        ["LANG"] = "C",
    };

    [Fact]
    public void Publish_OfTheProgram_IsOneFile() =>
        Assert.Equal(["ristretto"], Directory.GetFileSystemEntries(Path.GetDirectoryName(published.Path)!).Select(Path.GetFileName));

    [Fact]
    public void Demo_InAnEmptyFolder_EndsWellAndShowsThePage()
    {
        using var folder = new TemporaryFolder();
        File.Copy(published.Path, folder["ristretto"]);

        var run = ShellCommand.Run(folder["ristretto"], ["demo"], folder.Path, s_bare, cleared: true).Succeeded();

        Assert.Contains("demo-output/report/index.html", run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["demo-output/report/index.html"]), "the demo left no report");
    }
}
