using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ristretto.Tests.Architecture;

/// <summary>Namespace = folder, everywhere; and each file is found under the name of a type it declares.</summary>
public sealed class NamespaceTests
{
    private static readonly Dictionary<string, string> s_roots = new()
    {
        ["analyses/"] = "Ristretto.Analyses.",
        ["src/"] = "",
        ["cli/"] = "",
        ["tests/"] = "",
        ["benchmarks/"] = "",
    };

    [Fact]
    public void Sources_OfEverything_HaveTheNamespaceOfTheirFolder() => Tree.Obeys(Violations(SourceFile.All.Where(file => !file.IsBelow("tests/Shared"))));

    [Theory]
    [InlineData("src/Ristretto.Bytes/Codecs/A.cs", "namespace Ristretto.Bytes;", "Ristretto.Bytes.Codecs")]
    [InlineData("analyses/HH4b/B.cs", "namespace HH4b;", "Ristretto.Analyses.HH4b")]
    [InlineData("tests/Ristretto.Tests/Bytes/C.cs", "namespace Ristretto.Tests { }", "Ristretto.Tests.Bytes")]
    public void Rule_OtherNamespace_IsNamed(string path, string text, string expected) =>
        Assert.EndsWith($"should be {expected}", Assert.Single(Violations([new(path, text)])));

    [Fact]
    public void Rule_SharedTopOfALibrary_MayOpenTheProjectsOwnNamespace() =>
        Assert.Empty(Violations([new("src/Ristretto.Bytes/Codecs/A.cs", "namespace Ristretto.Bytes.Codecs;"), new("cli/Ristretto.Cli/Program.cs", "return 0;")]));

    private static IEnumerable<string> Violations(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            if (Expected(file.Path) is not { } expected) continue;
            foreach (var declared in file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(space => space.Name.ToString()).Distinct())
            {
                // The compiler looks for some types in a namespace of its own, and netstandard2.0 does not bring them.
                if (declared != expected && declared != "System.Runtime.CompilerServices") yield return $"{file.Path}: {declared} should be {expected}";
            }
        }
    }

    private static string? Expected(string path)
    {
        var root = s_roots.FirstOrDefault(root => path.StartsWith(root.Key, StringComparison.Ordinal));
        return root.Key is null ? null : root.Value + Path.GetDirectoryName(path[root.Key.Length..])!.Replace('/', '.');
    }
}
