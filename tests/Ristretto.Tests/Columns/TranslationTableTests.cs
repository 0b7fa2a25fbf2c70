using System.Text.RegularExpressions;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Columns;

/// <summary>The page that translates from awkward array names only what there is.</summary>
public sealed partial class TranslationTableTests
{
    [Fact]
    public void Names_OfTheSecondColumn_StandInThePublicSurface()
    {
        var known = Words().Matches(string.Concat(
            Directory.EnumerateFiles(Repository.PathOf("tests", "Ristretto.Tests", "Api"), "*.txt").Select(File.ReadAllText))).Select(word => word.Value).ToHashSet();
        known.UnionWith(["Jet", "Pt", "Eta"]);                      // of a collection, which is generated
        var named = File.ReadLines(Repository.PathOf("docs", "columns.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split(" | ")[1])
            .SelectMany(cell => Code().Matches(cell)).SelectMany(code => Words().Matches(code.Value)).Select(word => word.Value)
            .Where(word => char.IsUpper(word[0]) && word.Length > 1).ToHashSet();
        Assert.True(named.Count > 100);
        Assert.Empty(named.Except(known));
    }

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex Code();

    [GeneratedRegex("[A-Za-z_0-9]+")]
    private static partial Regex Words();
}
