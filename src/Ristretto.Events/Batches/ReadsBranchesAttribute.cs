namespace Ristretto.Events.Batches;

/// <summary>Names the branches that a property of an event or object reads; on an assembly, those that its code reads in loops over events.</summary>
/// <remarks>The generator marks the properties and gathers the marks of those that an assembly uses, so that a branch that a file lacks is
/// reported before the first event also where only a loop reads it.</remarks>
/// <param name="branches">Names of branches, for example <c>Jet_pt</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Assembly)]
public sealed class ReadsBranchesAttribute(params string[] branches) : Attribute
{
    /// <summary>Names of branches.</summary>
    public IReadOnlyList<string> Branches { get; } = branches;
}
