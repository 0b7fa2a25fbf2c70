using Ristretto.Bytes.Errors;
using Ristretto.Bytes.NTuples;

namespace Ristretto.Cli.Targets;

/// <summary>The columns of an RNTuple that a pattern selects.</summary>
internal static class NTupleColumns
{
    /// <summary>The selected columns in stored order.</summary>
    /// <exception cref="SchemaException">One of the patterns selects nothing; names the nearest columns.</exception>
    internal static IReadOnlyList<NTupleColumn> Select(NTuple ntuple, string? pattern)
    {
        var names = ntuple.Columns.Select(column => column.Name).Concat(ntuple.Unread.Select(unread => unread.Name)).ToArray();
        var selection = new NamePattern(pattern);
        if (selection.Unused(names) is { } unused)
            throw new SchemaException(ntuple.File.Path, $"{ntuple.Path} has no column {unused}{NearestNames.Hint(unused.Trim('*', '?'), names)}");
        return [.. ntuple.Columns.Where(column => selection.Selects(column.Name))];
    }
}
