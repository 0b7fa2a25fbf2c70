using Ristretto.Bytes.Errors;
using Ristretto.Cli.Conventions;

namespace Ristretto.Cli.Targets;

/// <summary>A file, or an object inside it: <c>FILE</c> or <c>FILE:OBJECT</c>.</summary>
/// <param name="File">Path or URL of the file.</param>
/// <param name="Object">Path of the object inside the file; null when the whole file is meant.</param>
internal readonly record struct Target(string File, string? Object)
{
    /// <summary>Splits at the last colon, unless a file of the whole name exists or the colon belongs to a URL.</summary>
    internal static Target Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        var isPartOfAddress = colon < 0 || text.AsSpan(colon).StartsWith("://", StringComparison.Ordinal) || colon == text.Length - 1 || IsPort(text, colon);
        return isPartOfAddress || System.IO.File.Exists(text) ? new Target(text, null) : new Target(text[..colon], text[(colon + 1)..]);
    }

    /// <summary>Splits <c>FILE:TREE</c>, both needed.</summary>
    /// <exception cref="UsageException">The tree is missing.</exception>
    internal static (string File, string Tree) ParseTree(string text)
    {
        var target = Parse(text);
        if (target.Object is { } tree) return (target.File, tree);
        if (!System.IO.File.Exists(target.File)) throw new SourceException(target.File, "no such file");
        throw new UsageException($"{text}: name the tree too, for example {text}:Events (ristretto ls {text} lists them)");
    }

    private static bool IsPort(string text, int colon) =>
        text.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && scheme < colon && colon + 1 < text.Length && char.IsAsciiDigit(text[colon + 1]);
}
