using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Cli.Targets;

/// <summary>The branches of a tree that a pattern selects.</summary>
internal static class TreeColumns
{
    /// <summary>The selected branches in stored order.</summary>
    /// <exception cref="SchemaException">One of the patterns selects nothing; names the nearest branches.</exception>
    internal static IReadOnlyList<TreeField> Select(Tree tree, string? pattern)
    {
        var names = tree.Fields.SelectMany(field => field.Columns.Select(column => column.Name).Prepend(field.Name)).Concat(tree.Unread.Select(branch => branch.Name)).ToArray();
        var selection = new NamePattern(pattern);
        if (selection.Unused(names) is { } unused)
            throw new SchemaException(tree.File.Path, $"{tree.Path} has no branch {unused}{NearestNames.Hint(unused.Trim('*', '?'), names)}");
        return [.. tree.Fields.Where(field => selection.Selects(field.Name) || field.Columns.Any(column => selection.Selects(column.Name)))];
    }
}
