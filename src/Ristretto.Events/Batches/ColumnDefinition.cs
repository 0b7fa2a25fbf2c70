namespace Ristretto.Events.Batches;

/// <summary>A column that a schema declares.</summary>
/// <param name="Branch">Name of the branch in the file, for example <c>Jet_pt</c>.</param>
/// <param name="Type">The type that analysis code sees.</param>
/// <param name="Counter">The branch that says the number of objects per event, for example <c>nJet</c>; a branch with lists counts by their lengths,
/// so that a list that nothing else counts has its own name here. Null for one value per event.</param>
/// <param name="Versions">The versions of the format that have the column, for example <c>v9 v12</c>.</param>
public sealed record ColumnDefinition(string Branch, ElementType Type, string? Counter, string Versions)
{
    /// <summary>Whether each object has a list of values.</summary>
    public bool IsNested { get; init; }
}
