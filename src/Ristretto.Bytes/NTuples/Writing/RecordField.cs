namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>Fields side by side. It has no values of its own: append to its fields.</summary>
public sealed class RecordField : NTupleFieldWriter
{
    private readonly bool _isTuple;

    internal RecordField(NTupleWriter tuple, NTupleFieldWriter? parent, string name, bool isTuple) : base(tuple, parent, name) => _isTuple = isTuple;

    /// <summary>The place of a further field; in a <c>std::tuple</c> fields have no names, so the name is not used.</summary>
    public FieldSlot this[string name] => new(Tuple, this, _isTuple ? $"_{SubFields.Count}" : name);

    /// <inheritdoc/>
    public override string TypeName => _isTuple && SubFields.All(item => item.TypeName.Length > 0)
        ? $"std::{(SubFields.Count == 2 ? "pair" : "tuple")}<{string.Join(',', SubFields.Select(item => item.TypeName))}>"
        : "";

    internal override ushort Role => 2;
}
