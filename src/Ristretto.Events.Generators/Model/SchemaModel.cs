namespace Ristretto.Events.Generators.Model;

/// <summary>A format of events: everything that the generated code depends on.</summary>
/// <param name="File">Name of the schema file, without folder.</param>
/// <param name="Namespace">Namespace of the generated types.</param>
/// <param name="Batch">Name of the class with the columns of many events.</param>
/// <param name="Event">Name of the view of one event.</param>
/// <param name="Tree">The TTree or RNTuple in which the events usually are.</param>
/// <param name="Columns">All columns, in the order of their numbers.</param>
/// <param name="Scalars">Columns that belong to no group: one value per event, or a list of values.</param>
/// <param name="Groups">Groups of columns.</param>
/// <param name="Flags">Groups of flags that are reached by name.</param>
/// <param name="Collections">Collections of objects.</param>
internal sealed record SchemaModel(
    string File, string Namespace, string Batch, string Event, string Tree, EquatableArray<ColumnModel> Columns, EquatableArray<ColumnModel> Scalars,
    EquatableArray<GroupModel> Groups, EquatableArray<FlagGroupModel> Flags, EquatableArray<CollectionModel> Collections)
{
    /// <summary>Position of a collection in the list of collections.</summary>
    internal int IndexOf(string collection)
    {
        for (var i = 0; i < Collections.Count; i++)
            if (Collections[i].Name == collection) return i;
        throw new ArgumentException($"no collection {collection}", nameof(collection));
    }
}
