namespace Ristretto.Events.Batches;

/// <summary>Names the branches that a property reads; on an assembly, those that its code reads in loops over events, under a condition or not.</summary>
/// <remarks>The generator marks the properties and gathers the marks of those that an assembly uses, so that the engine knows of branches
/// that only a loop reads before it comes to them.</remarks>
/// <param name="branches">Names of branches, for example <c>Jet_pt</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Assembly)]
public sealed class ReadsBranchesAttribute(params string[] branches) : Attribute
{
    /// <summary>Names of branches.</summary>
    public IReadOnlyList<string> Branches { get; } = branches;
}
