using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Ristretto.Tests.Architecture;

/// <summary>Async ends where bytes arrive: sources, opening a file, the engine, batch systems. Everything else decodes synchronously from memory.</summary>
public sealed class AsynchronyTests
{
    private static readonly string[] s_allowed = ["src/Ristretto.Bytes/Sources", "src/Ristretto.Events/Engine", "src/Ristretto.Workflow"];

    [Fact]
    public void Libraries_OutsideSourcesAndEngine_AreSynchronous() => Tree.Obeys(Violations(SourceFile.Below("src")));

    [Fact]
    public void Rule_AsyncOrAwaitElsewhere_IsNamed() =>
        Assert.Equal(["src/Ristretto.Plots/A.cs(2): async", "src/Ristretto.Plots/A.cs(2): await"],
            Violations([new("src/Ristretto.Plots/A.cs", "class A {\nasync Task M() { await Task.Yield(); } }")]));

    [Fact]
    public void Rule_OpeningAFile_IsAllowed() =>
        Assert.Empty(Violations([new("src/Ristretto.Bytes/Files/RootFile.Opening.cs", "class A { async Task M() { await Task.Yield(); } }")]));

    // Opening a file fetches what navigation needs: RootFile.cs and its parts.
    private static bool IsAllowed(SourceFile file) =>
        s_allowed.Any(file.IsBelow) || file.Path.StartsWith("src/Ristretto.Bytes/Files/RootFile.", StringComparison.Ordinal);

    private static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        where !IsAllowed(file) && (file.Text.Contains("async", StringComparison.Ordinal) || file.Text.Contains("await", StringComparison.Ordinal))
        from token in file.Syntax.DescendantTokens()
        where token.IsKind(SyntaxKind.AsyncKeyword) || token.IsKind(SyntaxKind.AwaitKeyword)
        select $"{file.Path}({token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {token.ValueText}";
}
