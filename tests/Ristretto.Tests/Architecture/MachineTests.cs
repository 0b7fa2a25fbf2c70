using System.Text.RegularExpressions;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Architecture;

/// <summary>The project speaks of itself alone: no file names a folder of one machine or the host of a package registry.</summary>
public sealed partial class MachineTests
{
    private static readonly string[] s_texts =
        [".cs", ".csproj", ".props", ".targets", ".slnx", ".md", ".txt", ".json", ".js", ".mjs", ".html", ".sh", ".py", ".config", ".cff", ".editorconfig", ".gitignore", ""];

    [Fact]
    public void Files_OfTheTree_NameNoMachine() => Tree.Obeys(Violations(Repository.Files
        .Where(path => s_texts.Contains(Path.GetExtension(path)) && new FileInfo(Repository.PathOf(path)).Length < 2_000_000)
        .Select(path => (path, File.ReadAllText(Repository.PathOf(path))))));

    [Theory]
    [InlineData("/wo", "rk/data/a.root")]
    [InlineData("/ro", "ot/.cache")]
    [InlineData("/ho", "me/anna/ristretto")]
    [InlineData("https://registry.npm", "js.org/jsroot")]
    [InlineData("https://api.nuget", ".org/v3/index.json")]
    public void Rule_PathOrRegistry_IsNamed(string first, string second) =>
        Assert.Equal([$"docs/a.md(2): see {first}{second}"], Violations([("docs/a.md", $"one\nsee {first}{second}\n")]));

    [Fact]
    public void Rule_PartsOfOtherPaths_AreAllowed() =>
        Assert.Empty(Violations([("a.md", "docs/work/flows, src/root/io, a//root:/x, root://host/file")]));

    private static IEnumerable<string> Violations(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where Machine().IsMatch(line.Text)
        select $"{file.Path}({line.Number}): {line.Text.Trim()[..Math.Min(120, line.Text.Trim().Length)]}";

    // Lock files of npm name the registry by their format; it is left out of them (omit-lockfile-registry-resolved).
    [GeneratedRegex("""(?<![\w.:/-])/(work|root|home)/[\w.]|registry\.npm(js)?\.|api\.nuget\.org|pypi\.org""")]
    private static partial Regex Machine();
}
