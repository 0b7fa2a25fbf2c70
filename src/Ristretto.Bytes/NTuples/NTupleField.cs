namespace Ristretto.Bytes.NTuples;

/// <summary>A field of an RNTuple: the description of a C++ member with its parts.</summary>
public sealed class NTupleField
{
    private readonly List<NTupleField> _children = [];
    private readonly List<List<ColumnRecord>> _representations = [];

    internal NTupleField(int id, FieldRecord record) => (Id, Record) = (id, record);

    /// <summary>Position in the schema.</summary>
    public int Id { get; }

    /// <summary>What the file stores about it.</summary>
    public FieldRecord Record { get; }

    /// <summary>Name; that of the parts of collections, pairs and the like starts with an underscore.</summary>
    public string Name => Record.Name;

    /// <summary>C++ type; empty for untyped collections and records.</summary>
    public string TypeName => Record.TypeName;

    /// <summary>Text for people.</summary>
    public string Description => Record.Description;

    /// <summary>Whether it shows the columns of another field.</summary>
    public bool IsProjected => Record.SourceFieldId >= 0;

    /// <summary>Its parts in stored order.</summary>
    public IReadOnlyList<NTupleField> Children => _children;

    /// <summary>Its columns: one list for each way in which a cluster may store it.</summary>
    internal IReadOnlyList<IReadOnlyList<ColumnRecord>> Representations => _representations;

    internal void Add(NTupleField child) => _children.Add(child);

    internal void Add(ColumnRecord column)
    {
        // Columns of one representation follow each other.
        if (_representations.Count == 0 || _representations[^1][^1].Representation != column.Representation) _representations.Add([]);
        _representations[^1].Add(column);
    }
}
