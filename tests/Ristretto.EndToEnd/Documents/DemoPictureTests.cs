using System.Text.RegularExpressions;
using Ristretto.EndToEnd.Cli;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Documents;

/// <summary>The picture in the README is the one that the demo draws. <c>scripts/update-pictures</c> draws it anew, to be looked at and committed.</summary>
public sealed partial class DemoPictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Picture_InTheReadme_IsTheOneOfTheDemo()
    {
        var picture = Repository.PathOf("docs", "images", "demo-m4j.svg");
        Assert.Equal(0, CliRun.Of("demo", "--output", _folder["demo"]).ExitCode);
        var figure = Figure().Match(File.ReadAllText(_folder["demo/report/index.html"]));
        var drawn = figure.Groups["svg"].Value + "\n";
        if (Environment.GetEnvironmentVariable("RISTRETTO_UPDATE_PICTURES") == "1") File.WriteAllText(picture, drawn);

        Assert.True(figure.Success);
        Assert.Equal(File.ReadAllText(picture), drawn);
        Assert.Contains("docs/images/demo-m4j.svg", File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);
    }

    [GeneratedRegex("""<figure class="plot" id="plot-UL18_fourTag_SR_m4j"[^>]*><div class="draw">(?<svg><svg.*?</svg>)""", RegexOptions.Singleline)]
    private static partial Regex Figure();
}
