namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A place for a field: at the top of an ntuple, in a record, or as the element of a list. What stands there is said by one of its methods.</summary>
public readonly struct FieldSlot
{
    private readonly NTupleWriter _tuple;
    private readonly NTupleFieldWriter? _parent;
    private readonly string _name;

    internal FieldSlot(NTupleWriter tuple, NTupleFieldWriter? parent, string name) => (_tuple, _parent, _name) = (tuple, parent, name);

    /// <summary>A number or a flag.</summary>
    /// <typeparam name="T">bool, float, double or an integer of 8 to 64 bits.</typeparam>
    /// <exception cref="ArgumentException">An ntuple has no such type, or the name is taken.</exception>
    public LeafField<T> Of<T>() where T : unmanaged => Add(new LeafField<T>(_tuple, _parent, _name));

    /// <summary>A string.</summary>
    public StringField Strings() => Add(new StringField(_tuple, _parent, _name));

    /// <summary>A list, <c>std::vector</c>; say what its elements are at <see cref="VectorField.Item"/>.</summary>
    public VectorField Vector() => Add(new VectorField(_tuple, _parent, _name, isOptional: false));

    /// <summary>A value that may be missing, <c>std::optional</c>: a list of none or one.</summary>
    public VectorField Optional() => Add(new VectorField(_tuple, _parent, _name, isOptional: true));

    /// <summary>As many elements each time, <c>std::array</c>; say what they are at <see cref="ArrayField.Item"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    public ArrayField Array(int length) => Add(new ArrayField(_tuple, _parent, _name, length));

    /// <summary>Fields side by side, without a C++ type.</summary>
    public RecordField Record() => Add(new RecordField(_tuple, _parent, _name, isTuple: false));

    /// <summary>Fields side by side without names, <c>std::pair</c> or <c>std::tuple</c>.</summary>
    public RecordField Tuple() => Add(new RecordField(_tuple, _parent, _name, isTuple: true));

    /// <summary>One of several types, <c>std::variant</c>.</summary>
    public VariantField Variant() => Add(new VariantField(_tuple, _parent, _name));

    private T Add<T>(T field) where T : NTupleFieldWriter
    {
        _tuple.Add(field);
        return field;
    }
}
