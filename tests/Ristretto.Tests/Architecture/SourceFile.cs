using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Architecture;

/// <summary>A C# file of the tree, or an invented one in the test of a rule.</summary>
/// <param name="Path">Relative to the root, with slashes.</param>
/// <param name="Text">What it holds.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> s_all = new(() => Repository.Files
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
        .Select(path => new SourceFile(path, File.ReadAllText(Repository.PathOf(path))))
        .ToList());

    private SyntaxNode? _syntax;

    /// <summary>Every C# file of the tree.</summary>
    internal static IReadOnlyList<SourceFile> All => s_all.Value;

    /// <summary>The files below one folder.</summary>
    internal static IEnumerable<SourceFile> Below(string folder) => All.Where(file => file.IsBelow(folder));

    internal int Lines => Text.AsSpan().Count('\n');

    internal SyntaxNode Syntax => _syntax ??= CSharpSyntaxTree
        .ParseText(Text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)).GetRoot();

    internal bool IsBelow(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Whether a name occurs in code, not in comments or strings.</summary>
    internal bool Names(string identifier) =>
        Text.Contains(identifier, StringComparison.Ordinal) && Syntax.DescendantTokens().Any(token => token.ValueText == identifier && token.IsKind(SyntaxKind.IdentifierToken));

    /// <summary>The namespaces and types that the file mentions by a dotted name: usings and qualified names, without the parts of longer ones.</summary>
    internal IEnumerable<string> DottedNames() => Syntax.DescendantNodes()
        .Where(node => node is QualifiedNameSyntax or MemberAccessExpressionSyntax && node.Parent is not (QualifiedNameSyntax or MemberAccessExpressionSyntax))
        .Where(node => node.Parent is not BaseNamespaceDeclarationSyntax)
        .Select(node => node.ToString());

    internal IEnumerable<BaseTypeDeclarationSyntax> Types() =>
        Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Where(type => type.Identifier.ValueText.Length > 0);
}
