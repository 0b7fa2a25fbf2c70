namespace Ristretto.Bytes.NTuples.Writing;

/// <summary>A collection as in NanoAOD: a list of records named <c>Jet</c>, whose members are also seen as lists <c>Jet_pt</c>, and whose length
/// is seen as <c>nJet</c>. The lists are stored once.</summary>
public sealed class CollectionField
{
    private readonly NTupleWriter _tuple;
    private readonly VectorField _list;
    private readonly RecordField _record;

    internal CollectionField(NTupleWriter tuple, string name, string? counter)
    {
        (_tuple, Name) = (tuple, name);
        _list = new FieldSlot(tuple, null, name).Vector();
        _record = _list.Item.Record();
        tuple.Add(new ProjectedField(tuple, null, counter ?? $"n{name}", "ROOT::RNTupleCardinality<std::uint32_t>", _list, _list.Index));
    }

    /// <summary>Name of the collection.</summary>
    public string Name { get; }

    /// <summary>Makes a member.</summary>
    /// <param name="name">Its name without that of the collection, such as <c>pt</c>; seen as <c>Jet_pt</c>.</param>
    /// <param name="description">What it means.</param>
    /// <param name="shownAs">The name under which it is seen as a list, if not that.</param>
    /// <typeparam name="T">bool, float, double or an integer of 8 to 64 bits.</typeparam>
    public LeafField<T> Field<T>(string name, string description = "", string? shownAs = null) where T : unmanaged
    {
        var leaf = _record[name].Of<T>();
        leaf.Description = description;
        var shown = new ProjectedField(_tuple, null, shownAs ?? $"{Name}_{name}", $"ROOT::VecOps::RVec<{leaf.TypeName}>", _list, _list.Index) { Description = description };
        _tuple.Add(shown);
        _tuple.Add(new ProjectedField(_tuple, shown, "_0", leaf.TypeName, leaf, leaf.Columns[0]));
        return leaf;
    }

    /// <summary>Appends how many elements each entry has.</summary>
    /// <param name="counts">Shape <c>[entries]</c>.</param>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public void Append(ReadOnlySpan<int> counts) => _list.Append(counts);

    /// <summary>Appends the elements of each entry as where they begin, and behind the last one where they end.</summary>
    /// <param name="offsets">Shape <c>[entries + 1]</c>.</param>
    /// <exception cref="ArgumentException">The offsets fall.</exception>
    public void AppendOffsets(ReadOnlySpan<int> offsets) => _list.AppendOffsets(offsets);
}
