namespace Ristretto.Events.Corrections;

/// <summary>An input or the output of a correction.</summary>
/// <param name="Name">The name in the payload.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Description">What the payload says about it; empty when nothing.</param>
public sealed record CorrectionVariable(string Name, CorrectionType Type, string Description)
{
    /// <summary>Name and type as the payload writes them, <c>weights string</c>.</summary>
    public override string ToString() => $"{Name} {TypeName}";

    internal string TypeName => Type switch { CorrectionType.Real => "real", CorrectionType.Integer => "int", _ => "string" };
}
