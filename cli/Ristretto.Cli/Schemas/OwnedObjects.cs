namespace Ristretto.Cli.Schemas;

/// <summary>The columns with the same name before the dot: of which of them objects are made.</summary>
internal sealed class OwnedObjects
{
    private readonly string _owner;
    private readonly string? _counter;
    private readonly string? _lengths;
    private readonly bool _hasValues;

    private OwnedObjects(string owner, List<StoredColumn> columns)
    {
        (_owner, _hasValues) = (owner, columns.Exists(column => column.Levels == 0));
        // Lists of the same lengths are objects; of several such sets the one with the most columns.
        var objects = columns.Where(column => column.Lengths is not null).GroupBy(column => column.Lengths, StringComparer.Ordinal).MaxBy(group => group.Count());
        if (_hasValues || objects is null) return;
        _lengths = objects.Key;
        // Of the members of members, such as links, and of lists only when there is nothing else.
        _counter = objects.OrderBy(column => column.Levels).ThenBy(column => column.Behind(owner).Contains('.', StringComparison.Ordinal)).First().Name;
    }

    internal static OwnedObjects Of(IGrouping<string, StoredColumn> columns) => new(columns.Key, [.. columns]);

    /// <summary>Where a column belongs: to the objects, to the group of what is beside values, or to nobody.</summary>
    internal (SectionKind Kind, string Prefix, string Counter) SectionOf(StoredColumn column) => (_hasValues, _counter) switch
    {
        (true, _) => (SectionKind.Group, _owner, ""),
        (_, { } counter) when column.Lengths == _lengths => (SectionKind.Collection, _owner, counter),
        _ => (SectionKind.Scalars, "", ""),
    };
}
