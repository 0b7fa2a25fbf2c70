using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Cli.Conventions;

namespace Ristretto.Cli.Targets;

/// <summary>A file, or an object inside it: <c>FILE</c> or <c>FILE:OBJECT</c>.</summary>
/// <param name="File">Path or URL of the file.</param>
/// <param name="Object">Path of the object inside the file; null when the whole file is meant.</param>
internal readonly record struct Target(string File, string? Object)
{
    /// <summary>Splits at the last colon behind <c>.root</c> or <c>.root.1</c>; without such a name at the last colon, unless a file of the whole name
    /// exists or the colon belongs to an address.</summary>
    /// <exception cref="UsageException">It is a chain of addresses, as fsspec has them.</exception>
    internal static Target Parse(string text)
    {
        if (System.IO.File.Exists(text)) return new Target(text, null);
        if (text.IndexOf("::", StringComparison.Ordinal) is > 0 and var chain && text.IndexOf("://", StringComparison.Ordinal) > chain)
            throw new UsageException($"{text}: chained addresses are not read; give the plain one: {text[(chain + 2)..]}");
        for (var at = text.LastIndexOf(':'); at > 0; at = text.LastIndexOf(':', at - 1))
            if (IsRootName(text.AsSpan(0, at)) && !text.AsSpan(at).ContainsAny('=', '&', '%')) return new Target(text[..at], text[(at + 1)..] is { Length: > 0 } inside ? inside : null);
        if (IsRootName(text)) return new Target(text, null);
        var colon = text.LastIndexOf(':');
        var isPartOfAddress = colon < 0 || text.AsSpan(colon).StartsWith("://", StringComparison.Ordinal) || colon == text.Length - 1 || IsPort(text, colon);
        return isPartOfAddress ? new Target(text, null) : new Target(text[..colon], text[(colon + 1)..]);
    }

    /// <summary>Splits what stands for one file.</summary>
    /// <exception cref="UsageException">It is a pattern, a folder or a list.</exception>
    internal static Target ParseOne(string text, string command)
    {
        var target = Parse(text);
        if (target.IsSeveral && !System.IO.File.Exists(target.File))
            throw new UsageException($"{text}: {command} takes one file; merge several first (ristretto merge all.root '{target.File}'), or call {command} for each");
        return target;
    }

    /// <summary>The targets that this one stands for when its file is a pattern, a folder or a list.</summary>
    /// <exception cref="SourceException">Nothing matches.</exception>
    internal IEnumerable<Target> Expand(Connections connections)
    {
        var inside = Object;
        return connections.Expand(File).Select(file => new Target(file, inside));
    }

    /// <summary><c>FILE</c> or <c>FILE:OBJECT</c>.</summary>
    public override string ToString() => Object is null ? File : $"{File}:{Object}";

    /// <summary>Splits <c>FILE:TREE</c>, both needed.</summary>
    /// <exception cref="UsageException">The tree is missing.</exception>
    internal static (string File, string Tree) ParseTree(string text)
    {
        var target = Parse(text);
        if (target.Object is { } tree) return (target.File, tree);
        if (!target.IsSeveral && !SourceAddress.IsRemote(target.File) && !System.IO.File.Exists(target.File)) throw new SourceException(target.File, "no such file");
        throw new UsageException($"{text}: name the tree too, for example {text}:Events (ristretto ls {text} lists them)");
    }

    // The query of an address may hold any of these.
    private bool IsSeveral => PathOf(File) is var path && (path.ContainsAny("*?[{") || path.StartsWith('@') || path.EndsWith('/'));

    private static ReadOnlySpan<char> PathOf(ReadOnlySpan<char> file) =>
        file.Contains("://", StringComparison.Ordinal) && file.IndexOf('?') is >= 0 and var query ? file[..query] : file;

    /// <summary>Whether a path, without the query of an address, ends in <c>.root</c> or <c>.root.1</c>.</summary>
    private static bool IsRootName(ReadOnlySpan<char> path)
    {
        path = PathOf(path).TrimEnd("0123456789");
        return path.EndsWith(".root", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".root.", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPort(string text, int colon) =>
        text.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme && scheme < colon && colon + 1 < text.Length && char.IsAsciiDigit(text[colon + 1]);
}
