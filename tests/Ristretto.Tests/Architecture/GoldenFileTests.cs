using System.Security.Cryptography;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Architecture;

/// <summary>Every golden file is listed in tests/golden/SOURCES.md with where it comes from and its hash, so that none is changed by the way.</summary>
public sealed class GoldenFileTests
{
    private const string Folder = "tests/golden/";
    private const string List = Folder + "SOURCES.md";

    [Fact]
    public void GoldenFiles_OfTheTree_AreListedWithTheirHash()
    {
        var files = Repository.Files.Where(path => path.StartsWith(Folder, StringComparison.Ordinal) && path != List).ToList();
        if (files.Count == 0) return;      // nothing golden yet
        Assert.True(File.Exists(Repository.PathOf(List)), $"{List} is missing");

        Tree.Obeys(Violations(files.Select(path => (path[Folder.Length..], Hash(File.ReadAllBytes(Repository.PathOf(path))))), File.ReadAllText(Repository.PathOf(List))));
    }

    [Fact]
    public void Rule_ChangedOrUnlistedFile_IsNamed()
    {
        var hash = Hash([1, 2, 3]);
        var list = $"| `ttree/a.json` | uproot 5.7 | `{hash}` |\n| `ttree/b.json` | ROOT 6.36 | `{hash}` |";

        Assert.Empty(Violations([("ttree/a.json", hash)], list));
        Assert.Equal([$"ttree/b.json: SOURCES.md has no line with its SHA-256 {Hash([4])}"], Violations([("ttree/b.json", Hash([4]))], list));
        Assert.Single(Violations([("ttree/c.json", hash)], list));
    }

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static IEnumerable<string> Violations(IEnumerable<(string Path, string Hash)> files, string list)
    {
        var lines = list.Split('\n');
        return files.Where(file => !lines.Any(line => line.Contains($"`{file.Path}`", StringComparison.Ordinal) && line.Contains(file.Hash, StringComparison.Ordinal)))
            .Select(file => $"{file.Path}: SOURCES.md has no line with its SHA-256 {file.Hash}");
    }
}
