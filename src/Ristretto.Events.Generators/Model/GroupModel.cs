namespace Ristretto.Events.Generators.Model;

/// <summary>Branches that start with a prefix and belong to no objects.</summary>
/// <param name="Prefix">Start of the branch names, with what stands behind it.</param>
/// <param name="Name">The property of the batch and of the event, and the view of one event.</param>
/// <param name="Text">What they are.</param>
/// <param name="Columns">Their columns.</param>
internal sealed record GroupModel(string Prefix, string Name, string Text, EquatableArray<ColumnModel> Columns)
{
    /// <summary>The class with the columns of all events.</summary>
    public string Class => Name + "Columns";
}

/// <summary>Branches with yes or no per event that start with <c>Prefix_</c> and differ from file to file: they are reached by name.</summary>
internal sealed record FlagGroupModel(string Prefix, string Name, string Text);
