namespace Ristretto.Tests.Architecture;

/// <summary>Physics code never sees a basket: above Bytes, only reading, writing, the engine, data sets and exchange formats use it. Its errors are everybody's.</summary>
public sealed class BytesUseTests
{
    private static readonly string[] s_allowed =
    [
        "src/Ristretto.Bytes", "src/Ristretto.Columns/Reading", "src/Ristretto.Columns/Writing",
        "src/Ristretto.Events/Engine", "src/Ristretto.Events/Datasets", "src/Ristretto.Events/Graphs/Snapshots",
    ];

    [Fact]
    public void Libraries_OutsideTheReaders_DoNotUseBytes() => Tree.Obeys(Violations(SourceFile.Below("src")));

    [Fact]
    public void Analyses_OfTheProject_DoNotUseBytes() => Tree.Obeys(Violations(SourceFile.Below("analyses")));

    [Theory]
    [InlineData("using Ristretto.Bytes.Trees;")]
    [InlineData("using static Ristretto.Bytes.Trees.Basket;")]
    [InlineData("class A { Ristretto.Bytes.Files.RootFile file; }")]
    [InlineData("using Ristretto.Bytes;")]
    public void Rule_BytesInASelection_IsNamed(string text) =>
        Assert.Single(Violations([new("src/Ristretto.Events/Selections/A.cs", text)]));

    [Theory]
    [InlineData("src/Ristretto.Histograms/Exchange/A.cs", "using Ristretto.Bytes.Objects;")]
    [InlineData("src/Ristretto.Events/Engine/A.cs", "using Ristretto.Bytes.Sources;")]
    [InlineData("src/Ristretto.Plots/Svg/A.cs", "using Ristretto.Bytes.Errors;")]
    public void Rule_ExchangeEngineOrErrors_IsAllowed(string path, string text) => Assert.Empty(Violations([new(path, text)]));

    private static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        where !s_allowed.Any(file.IsBelow) && !file.Path.Contains("/Exchange/", StringComparison.Ordinal)
        from name in file.DottedNames()
        where name.StartsWith("Ristretto.Bytes", StringComparison.Ordinal) && !name.StartsWith("Ristretto.Bytes.Errors", StringComparison.Ordinal)
        select $"{file.Path} uses {name}";
}
