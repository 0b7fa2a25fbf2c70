using Microsoft.CodeAnalysis.CSharp;

namespace Ristretto.Events.Generators.Parse;

/// <summary>What C# allows as a name.</summary>
internal static class Identifiers
{
    /// <summary>Whether this can be a name in C#.</summary>
    public static bool IsIdentifier(string name) => SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;

    /// <summary>Whether this can be the name of a namespace.</summary>
    public static bool IsNamespace(string name) => name.Split('.').All(IsIdentifier);
}
