namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A field that shows the columns of others: the list of one member of a collection, or the lengths of a collection.</summary>
internal sealed class ProjectedField : NTupleFieldWriter
{
    private readonly string _typeName;
    private readonly WrittenColumn? _column;

    public ProjectedField(NTupleWriter tuple, NTupleFieldWriter? parent, string name, string typeName, NTupleFieldWriter source, WrittenColumn column)
        : base(tuple, parent, name) => (_typeName, Source, _column) = (typeName, source, column);

    public override string TypeName => _typeName;

    internal override ushort Role => (ushort)(_typeName.StartsWith("ROOT::VecOps::RVec", StringComparison.Ordinal) ? 1 : 0);

    internal override NTupleFieldWriter? Source { get; }

    internal override IReadOnlyList<WrittenColumn> AliasColumns => [_column!];
}
