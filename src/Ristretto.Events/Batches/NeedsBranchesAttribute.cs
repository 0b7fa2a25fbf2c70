namespace Ristretto.Events.Batches;

/// <summary>Names the branches that one analysis of an assembly reads in loops over events whatever is configured, so that a file that lacks
/// one is refused before the first event. The generator writes it.</summary>
/// <param name="analysis">The class of the analysis; for code that is handed to a run, the file and the line where that is, such as <c>first.cs:5</c>.</param>
/// <param name="branches">Names of branches, for example <c>Jet_pt</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class NeedsBranchesAttribute(string analysis, params string[] branches) : Attribute
{
    /// <summary>The class, or the file and the line.</summary>
    public string Analysis { get; } = analysis;

    /// <summary>Names of branches.</summary>
    public IReadOnlyList<string> Branches { get; } = branches;
}
