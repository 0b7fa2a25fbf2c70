namespace Ristretto.Cli.Schemas;

/// <summary>The columns of files, put into the sections of a schema. By NanoAOD's rules for names, <c>Jet_pt</c> belongs to the objects that <c>nJet</c>
/// counts, <c>MET_pt</c> to a group, what has no prefix to nobody. Of ATLAS and podio, <c>AnalysisJetsAuxDyn.pt</c> belongs to objects when there are only
/// lists of that name before the dot, to a group otherwise.</summary>
internal sealed class SchemaDraft
{
    private static readonly HashSet<string> s_flagPrefixes = ["HLT_", "L1_", "Flag_", "DST_"];

    private readonly Dictionary<string, (StoredColumn Column, List<string> Versions)> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, string> _others = new(StringComparer.Ordinal);

    /// <summary>Versions in the order in which they were added.</summary>
    internal List<string> Versions { get; } = [];

    /// <summary>The tree or RNTuple of the first file.</summary>
    internal string Table { get; private set; } = "";

    /// <summary>Columns that events cannot be made of: name and why.</summary>
    internal IReadOnlyDictionary<string, string> Others => _others;

    /// <summary>Adds the columns of a file as a version of the format. Of different types the wider one is taken.</summary>
    internal void Add(string version, string table, StoredColumns stored)
    {
        if (Versions.Count == 0) Table = table;
        Versions.Add(version);
        foreach (var column in stored.Columns)
        {
            if (!_columns.TryGetValue(column.Name, out var known))
            {
                _order.Add(column.Name);
                _columns.Add(column.Name, (column, [version]));
                continue;
            }
            if (known.Column.Levels != column.Levels)
            {
                _others.TryAdd(column.Name, $"{Shape(column)} in {version}, {Shape(known.Column)} in {known.Versions[0]}, which is taken");
                continue;
            }
            known.Versions.Add(version);
            var words = known.Column.Words.Length > 0 ? known.Column.Words : column.Words;
            var lengths = known.Column.Lengths is null || column.Lengths is null ? null : $"{known.Column.Lengths};{column.Lengths}";
            _columns[column.Name] = (known.Column with { Type = SchemaTypes.Wider(known.Column.Type, column.Type), Words = words, Lengths = lengths }, known.Versions);
        }
        foreach (var (name, reason) in stored.Others) _others.TryAdd(name, reason);
    }

    /// <summary>The versions that have a column.</summary>
    internal string VersionsOf(StoredColumn column) => string.Join(',', _columns[column.Name].Versions);

    /// <summary>The sections in the order of the files: first what belongs to nothing, then flags, groups, collections.</summary>
    internal IReadOnlyList<SchemaSection> Sections()
    {
        var columns = _order.Select(name => _columns[name].Column).ToList();
        var counted = columns.Where(column => column.Counter is not null).GroupBy(column => column.Counter!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        // A counter of lists that all start with its name counts objects.
        var collections = counted.Where(lists => lists.Key is ['n', _, ..] && lists.Value.TrueForAll(column => column.Prefix == $"{lists.Key[1..]}_")).Select(lists => lists.Key).ToHashSet(StringComparer.Ordinal);
        var owners = columns.Where(column => column is { Owner: not null, Counter: null }).GroupBy(column => column.Owner!, StringComparer.Ordinal).ToDictionary(group => group.Key, OwnedObjects.Of, StringComparer.Ordinal);
        var sections = new Dictionary<(SectionKind Kind, string Prefix), SchemaSection>();
        foreach (var column in columns)
        {
            if (column.Counter is null && counted.ContainsKey(column.Name)) continue;
            var (kind, prefix, counter) = column switch
            {
                { Owner: { } owner, Counter: null } => owners[owner].SectionOf(column),
                { Counter: { } named } when collections.Contains(named) => (SectionKind.Collection, $"{named[1..]}_", named),
                { Levels: > 0 } => (SectionKind.Scalars, "", ""),
                { Type: "bool", Prefix: { } flags } when s_flagPrefixes.Contains(flags) => (SectionKind.Flags, flags, ""),
                { Prefix: { } group } when !collections.Contains($"n{group[..^1]}") && !s_flagPrefixes.Contains(group) => (SectionKind.Group, group, ""),
                _ => (SectionKind.Scalars, "", ""),
            };
            if (!sections.TryGetValue((kind, prefix), out var section)) sections[(kind, prefix)] = section = new SchemaSection(kind, prefix, counter);
            // There are no lists of answers but per object.
            var isAnswers = column.Type == "bool" && column.Levels > (kind == SectionKind.Collection ? 1 : 0);
            section.Columns.Add(isAnswers ? column with { Type = "byte", Words = column.Words.Length > 0 ? column.Words : "0 or 1" } : column);
        }
        return [.. sections.Values.OrderBy(section => section.Kind)];
    }

    private static string Shape(StoredColumn column) => column.Levels switch { 0 => "one value per event", 1 => "a list", _ => "a list of lists" };
}
