using System.Text.RegularExpressions;
using Ristretto.Benchmarks.Patterns;
using Ristretto.EndToEnd.Cli;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Documents;

/// <summary>The pages of docs/patterns: both ways of each fill the same bins, and the pages show the code that is measured.</summary>
public sealed partial class PatternTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Pages => [.. Pattern.All.Select(pattern => pattern.Page)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Pages))]
    public void Pattern_InBothWays_FillsTheSameBins(string page)
    {
        using var trial = Named(page).Over(Path.Combine(CliRun.Samples, "demo_TTToSemiLeptonic_UL18.root"), _folder.Path);

        Assert.True(trial.IsSame());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_OfThePattern_ShowsTheCodeThatIsMeasured(string page)
    {
        var document = $"docs/patterns/{page}.md";
        var text = File.ReadAllText(Repository.PathOf(document));
        var source = Lines(File.ReadAllText(Repository.PathOf(SourceOf(page))));

        var shown = CodeBlock.Of(document, text).Where(block => block.Language == "csharp").Select(block => Lines(string.Join('\n', block.Lines))).ToArray();

        Assert.True(shown.Length >= 2, "a page shows the slow way and the fast way");
        Assert.All(shown, block => Assert.Contains(block, source, StringComparison.Ordinal));
        Assert.True(source.IndexOf(shown[0], StringComparison.Ordinal) < source.IndexOf(shown[1], StringComparison.Ordinal), "the slow way comes first");
    }

    [Fact]
    public void Index_HasALineForEachPage_WithTheRatioOfThePage()
    {
        var rows = Row().Matches(File.ReadAllText(Repository.PathOf("docs/patterns/README.md"))).ToDictionary(row => row.Groups["page"].Value, row => row.Groups["ratio"].Value);

        Assert.Equal(Pattern.All.Select(pattern => pattern.Page), rows.Keys);
        Assert.All(rows, row => Assert.Contains($"Measured: **{row.Value}**", File.ReadAllText(Repository.PathOf($"docs/patterns/{row.Key}.md")), StringComparison.Ordinal));
        Assert.Equal(rows.Count + 1, Directory.GetFiles(Repository.PathOf("docs/patterns"), "*.md").Length);
    }

    private static Pattern Named(string page) => Pattern.All.Single(pattern => pattern.Page == page);

    private static string SourceOf(string page) => Repository.Files.Single(file => file.EndsWith($"/{Named(page).GetType().Name}.cs", StringComparison.Ordinal));

    // Without the indentation, which a page does not share.
    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) + "\n";

    [GeneratedRegex(@"^\| \[[^\]]+\]\((?<page>[a-z-]+)\.md\) \|.*\| (?<ratio>[0-9.]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
