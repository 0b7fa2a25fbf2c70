using Ristretto.Bytes.NTuples;

namespace Ristretto.Bytes.Files.Checking;

/// <summary>Which columns of an RNTuple, as they are read, lack what because of damaged pages: a page that says where lists end takes the values in the lists
/// along.</summary>
internal sealed class NTupleDamage
{
    private readonly NTuple _ntuple;
    private readonly List<ColumnDamage> _columns = [];
    private readonly List<int>[] _users;              // per stored column the columns that need it
    private readonly string[] _names;
    private readonly long[] _perEntry;
    private readonly HashSet<(int Column, int Cluster)> _damaged = [];
    private readonly Dictionary<NTupleColumn, int> _index = [];

    public NTupleDamage(NTuple ntuple)
    {
        _ntuple = ntuple;
        var schema = ntuple.Schema;
        _users = [.. schema.Columns.Select(_ => new List<int>())];
        foreach (var column in ntuple.Columns)
        {
            _index[column] = _columns.Count;
            foreach (var field in column.Levels.Where(level => level.IsList).Select(level => level.Field).Append(column.Field).Distinct())
                foreach (var stored in field.Representations.SelectMany(columns => columns)) _users[stored.Id].Add(_columns.Count);
            _columns.Add(new ColumnDamage(column.Name));
        }
        _names = [.. schema.Columns.Select(column => FieldName(schema.Fields[column.FieldId]))];
        // Fields that cannot be read have pages too.
        foreach (var column in schema.Columns)
        {
            if (_users[column.Id].Count > 0) continue;
            _users[column.Id].Add(_columns.Count);
            _columns.Add(new ColumnDamage(_names[column.Id]));
        }
        var seen = new HashSet<(int Field, int Representation)>();
        _perEntry = [.. schema.Columns.Select(column => seen.Add((column.FieldId, column.Representation)) ? ElementsPerEntry(column.FieldId) : 0)];
    }

    /// <summary>Number of columns.</summary>
    public int Columns => _columns.Count;

    /// <summary>Name of the field of a stored column.</summary>
    public string NameOf(ColumnRecord column) => _names[column.Id];

    /// <summary>Elements of a stored column that each entry has; 0 when that depends on lists.</summary>
    public long PerEntry(ColumnRecord column) => _perEntry[column.Id];

    /// <summary>A stored column has so many further pages.</summary>
    public void Count(ColumnRecord column, int pages)
    {
        foreach (var user in _users[column.Id]) _columns[user].Parts += pages;
    }

    /// <summary>A page of a stored column is damaged.</summary>
    public void Add(ColumnRecord column, int cluster, EntryRange entries)
    {
        foreach (var user in _users[column.Id])
        {
            _columns[user].Add(entries);
            _damaged.Add((user, cluster));
        }
    }

    /// <summary>Lists and values of a column do not fit together.</summary>
    public void Add(NTupleColumn column, EntryRange entries) => _columns[_index[column]].Add(entries);

    /// <summary>No column has these entries.</summary>
    public void AddAll(EntryRange entries)
    {
        foreach (var column in _columns) column.Add(entries);
    }

    /// <summary>Whether a column has a damaged page in a cluster.</summary>
    public bool IsDamaged(NTupleColumn column, int cluster) => _damaged.Contains((_index[column], cluster));

    /// <summary>The columns that are not whole.</summary>
    public IReadOnlyList<DamagedColumn> ToRecords() => [.. _columns.Select(column => column.ToRecord()).OfType<DamagedColumn>()];

    // As columns are named: what is inside a collection has the collection's name.
    private string FieldName(FieldRecord field)
    {
        var name = field.Name;
        for (var depth = 0; depth < RootDirectory.LargestDepth && Parent(field) is { } parent; depth++)
        {
            name = parent.Role is (int)FieldRole.Collection or (int)FieldRole.Leaf ? $"{parent.Name}{name[(name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dot : name.Length)..]}" : $"{parent.Name}.{name}";
            field = parent;
        }
        return name;
    }

    private FieldRecord? Parent(FieldRecord field)
    {
        var parent = _ntuple.Schema.Fields[field.ParentId];
        return ReferenceEquals(parent, field) ? null : parent;
    }

    private long ElementsPerEntry(int id)
    {
        var fields = _ntuple.Schema.Fields;
        var elements = Math.Max(1, fields[id].ArraySize);
        for (var (field, depth) = (fields[id], 0); Parent(field) is { } parent && depth < RootDirectory.LargestDepth; depth++)
        {
            field = parent;
            var isPlain = parent.Role == (int)FieldRole.Record || (parent.Role == (int)FieldRole.Leaf && parent.ArraySize > 0);
            if (!isPlain || elements > int.MaxValue) return 0;
            elements *= Math.Max(1, parent.ArraySize);
        }
        return elements;
    }
}
