namespace Ristretto.Cli.Schemas;

/// <summary>The columns of files, put into the sections of a schema by NanoAOD's rules for names: <c>Jet_pt</c> belongs to the objects that <c>nJet</c>
/// counts, <c>MET_pt</c> to a group, what has no prefix to nobody.</summary>
internal sealed class SchemaDraft
{
    private static readonly HashSet<string> s_flagPrefixes = ["HLT", "L1", "Flag", "DST"];

    private readonly Dictionary<string, (StoredColumn Column, List<string> Versions)> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, string> _others = new(StringComparer.Ordinal);

    /// <summary>Versions in the order in which they were added.</summary>
    internal List<string> Versions { get; } = [];

    /// <summary>Columns that events cannot be made of: name and type.</summary>
    internal IReadOnlyDictionary<string, string> Others => _others;

    /// <summary>Adds the columns of a file as a version of the format. Of different types the wider one is taken.</summary>
    internal void Add(string version, StoredColumns stored)
    {
        Versions.Add(version);
        foreach (var column in stored.Columns)
        {
            if (!_columns.TryGetValue(column.Name, out var known))
            {
                _order.Add(column.Name);
                _columns.Add(column.Name, (column, [version]));
                continue;
            }
            known.Versions.Add(version);
            var words = known.Column.Words.Length > 0 ? known.Column.Words : column.Words;
            _columns[column.Name] = (known.Column with { Type = SchemaTypes.Wider(known.Column.Type, column.Type), Words = words }, known.Versions);
        }
        foreach (var (name, type) in stored.Others) _others.TryAdd(name, type);
    }

    /// <summary>The versions that have a column.</summary>
    internal string VersionsOf(StoredColumn column) => string.Join(',', _columns[column.Name].Versions);

    /// <summary>The sections in the order of the files: first what belongs to nothing, then flags, groups, collections.</summary>
    internal IReadOnlyList<SchemaSection> Sections()
    {
        var columns = _order.Select(name => _columns[name].Column).ToList();
        var counted = columns.Where(column => column.Counter is not null).GroupBy(column => column.Counter!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        // A counter of lists that all start with its name counts objects.
        var collections = counted.Where(lists => lists.Key is ['n', _, ..] && lists.Value.TrueForAll(column => column.Prefix == lists.Key[1..])).Select(lists => lists.Key[1..]).ToHashSet(StringComparer.Ordinal);
        var flags = columns.Where(column => column is { Counter: null, Type: "bool", Prefix: { } prefix } && s_flagPrefixes.Contains(prefix)).ToHashSet();
        var sections = new Dictionary<(SectionKind Kind, string Prefix), SchemaSection>();
        foreach (var column in columns)
        {
            if (column.Counter is null && counted.ContainsKey(column.Name)) continue;
            // Among the scalars of a schema there are lists of numbers only.
            if (column is { Counter: { } lists, Type: "bool" } && !collections.Contains(lists[1..]))
            {
                _others.TryAdd(column.Name, "list<bool>");
                continue;
            }
            var (kind, prefix) = column switch
            {
                { Counter: { } counter } when collections.Contains(counter[1..]) => (SectionKind.Collection, counter[1..]),
                { Counter: not null } => (SectionKind.Scalars, ""),
                _ when flags.Contains(column) => (SectionKind.Flags, column.Prefix!),
                { Prefix: { } group } when !collections.Contains(group) && !s_flagPrefixes.Contains(group) => (SectionKind.Group, group),
                _ => (SectionKind.Scalars, ""),
            };
            if (!sections.TryGetValue((kind, prefix), out var section)) sections[(kind, prefix)] = section = new SchemaSection(kind, prefix, collections);
            section.Columns.Add(column);
        }
        return [.. sections.Values.OrderBy(section => section.Kind)];
    }
}
