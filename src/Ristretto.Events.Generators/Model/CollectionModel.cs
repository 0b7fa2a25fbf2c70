namespace Ristretto.Events.Generators.Model;

/// <summary>Objects of one kind: the branches that start with a prefix and share a counter.</summary>
/// <param name="Prefix">Start of the branch names, with what stands behind it: <c>Jet_</c>, <c>Muons.</c>.</param>
/// <param name="Name">The property of the batch and the view of one object.</param>
/// <param name="Objects">The class of the collection.</param>
/// <param name="Counter">Branch with the number of objects per event.</param>
/// <param name="Kind">What the objects are.</param>
/// <param name="Text">What they are, in words.</param>
/// <param name="Columns">Their columns.</param>
/// <param name="Links">Where they lead.</param>
/// <param name="Bits">Names of single bits of their columns.</param>
/// <param name="Momentum">The columns of the four-vector in pt, eta and phi; null when the objects have none.</param>
/// <param name="Components">The columns of the four-vector in components; null when the objects have none.</param>
internal sealed record CollectionModel(
    string Prefix, string Name, string Objects, string Counter, ObjectKind Kind, string Text,
    EquatableArray<ColumnModel> Columns, EquatableArray<LinkModel> Links, EquatableArray<BitModel> Bits, MomentumModel? Momentum, ComponentsModel? Components)
{
    /// <summary>Behaviour that is left out because a column has its name.</summary>
    public bool Hides(string member) => Columns.Any(column => column.Name == member);

    /// <summary>The list of the objects of one event.</summary>
    public string List => Name + "List";
}
