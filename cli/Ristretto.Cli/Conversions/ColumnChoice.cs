using Ristretto.Bytes.Errors;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Conversions;

/// <summary>The columns that are written: those that are kept, without those that are dropped. Counters come along with their lists.</summary>
/// <param name="keep">Patterns of names, separated by commas; null for all.</param>
/// <param name="drop">Patterns of names that are left out of these; null for none.</param>
internal sealed class ColumnChoice(string? keep, string? drop = null)
{
    /// <summary>The chosen columns of a table, in its order.</summary>
    /// <exception cref="SchemaException">A pattern selects nothing; names the nearest column.</exception>
    internal List<SourceColumn> Of(string file, SourceTable source)
    {
        var names = source.Columns.Select(column => column.Name).ToList();
        var (kept, dropped) = (new NamePattern(keep), new NamePattern(drop));
        if ((kept.Unused(names) ?? dropped.Unused(names)) is { } unused) throw new SchemaException(file, $"{source.Path} has no column {unused}{NearestNames.Hint(unused, names)}");
        var chosen = source.Columns.Where(column => kept.Selects(column.Name) && (drop is null || !dropped.Selects(column.Name))).ToHashSet();
        var counters = chosen.Where(column => column.Counter is not null).Select(column => column.Counter!).ToHashSet(StringComparer.Ordinal);
        return [.. source.Columns.Where(column => chosen.Contains(column) || counters.Contains(column.Name))];
    }
}
