namespace Ristretto.Tests.Architecture;

/// <summary>Small files: none above 1000 lines, nine in ten below 300.</summary>
public sealed class FileSizeTests
{
    private const int Largest = 1000;
    private const int NinthDecile = 300;

    [Fact]
    public void Sources_OfEverything_AreSmall() => Tree.Obeys(Violations(SourceFile.All));

    [Fact]
    public void Rule_FileOf1001Lines_IsNamed() =>
        Assert.Contains("src/A.cs has 1001 lines, 1000 are allowed", Violations([FileOf("src/A.cs", 1001)]));

    [Fact]
    public void Rule_TwoFilesInTenOf300Lines_IsSaid()
    {
        var files = Enumerable.Range(0, 10).Select(i => FileOf($"src/A{i}.cs", i < 2 ? 300 : 10));

        Assert.Equal(["one file in ten has 300 lines or more, below 300 is wanted"], Violations([.. files]));
    }

    [Fact]
    public void Rule_OneFileInTenOf300Lines_IsAllowed() =>
        Assert.Empty(Violations([.. Enumerable.Range(0, 10).Select(i => FileOf($"src/A{i}.cs", i < 1 ? 300 : 10))]));

    private static SourceFile FileOf(string path, int lines) => new(path, new string('\n', lines));

    private static IEnumerable<string> Violations(IReadOnlyList<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.Lines > Largest)) yield return $"{file.Path} has {file.Lines} lines, {Largest} are allowed";
        var lines = files.Select(file => file.Lines).Order().ToList();
        var decile = lines[Math.Max(0, (int)Math.Ceiling(0.9 * lines.Count) - 1)];
        if (decile >= NinthDecile) yield return $"one file in ten has {decile} lines or more, below {NinthDecile} is wanted";
    }
}
