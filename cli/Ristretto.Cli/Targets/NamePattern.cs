using System.IO.Enumeration;

namespace Ristretto.Cli.Targets;

/// <summary>Selects names: several patterns separated by commas, with <c>*</c> and <c>?</c>.</summary>
internal sealed class NamePattern
{
    private readonly string[] _patterns;

    /// <summary>Everything when <paramref name="text"/> is null.</summary>
    internal NamePattern(string? text) => _patterns = text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether a name is selected; capital letters matter.</summary>
    internal bool Selects(string name) =>
        _patterns.Length == 0 || Array.Exists(_patterns, pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));

    /// <summary>The first pattern that selects none of the names; null when each selects something.</summary>
    internal string? Unused(IReadOnlyCollection<string> names) =>
        Array.Find(_patterns, pattern => !names.Any(name => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false)));
}
