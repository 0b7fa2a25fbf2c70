using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Targets;

/// <summary>The branches of a tree that a pattern selects.</summary>
internal static class TreeColumns
{
    /// <summary>The selected branches in stored order.</summary>
    /// <exception cref="SchemaException">One of the patterns selects nothing; names the nearest branches.</exception>
    internal static IReadOnlyList<Branch> Select(Tree tree, string? pattern)
    {
        var names = tree.Branches.Select(branch => branch.Name).Concat(tree.Unread.Select(branch => branch.Name)).ToArray();
        var selection = new NamePattern(pattern);
        if (selection.Unused(names) is { } unused)
            throw new SchemaException(tree.File.Path, $"{tree.Path} has no branch {unused}{NearestNames.Hint(unused.Trim('*', '?'), names)}");
        return [.. tree.Branches.Where(branch => selection.Selects(branch.Name))];
    }
}
