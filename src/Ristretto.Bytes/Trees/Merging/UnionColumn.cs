namespace Ristretto.Bytes.Trees.Merging;

/// <summary>A branch that at least one of the files has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title in the first file that has it.</param>
/// <param name="Type">Type of an element.</param>
/// <param name="Dimensions">Fixed dimensions of an element.</param>
/// <param name="Counter">The branch with the lengths of its lists; null for one without lists.</param>
/// <param name="FirstFile">The first file that has it.</param>
internal sealed record UnionColumn(string Name, string Title, LeafType Type, IReadOnlyList<int> Dimensions, string? Counter, string FirstFile)
{
    /// <summary>Of a branch.</summary>
    public static UnionColumn Of(Branch branch) => new(branch.Name, branch.Title, branch.LeafType, branch.Leaf.Dimensions, branch.Counter?.Name, branch.Tree.File.Path);

    /// <summary>The branch as one that also holds the values of another; null when none does.</summary>
    public UnionColumn? With(UnionColumn other) =>
        Counter == other.Counter && Dimensions.SequenceEqual(other.Dimensions) && LeafTypes.Joined(Type, other.Type) is { } joined ? this with { Type = joined } : null;

    /// <summary>Type, dimensions and counter, for errors.</summary>
    public string Form => $"{(Counter is null ? "" : $"a list, counted by {Counter}, of ")}{Type}{string.Concat(Dimensions.Select(dimension => $"[{dimension}]"))}";

    /// <summary>The title to be written: ROOT's own description of leaves, such as <c>Jet_pt[nJet]/F</c>, is made anew.</summary>
    public string WrittenTitle => Title.StartsWith(Name, StringComparison.Ordinal) && Title.LastIndexOf('/') == Title.Length - 2 ? "" : Title;
}
