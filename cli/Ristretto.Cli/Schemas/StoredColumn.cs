namespace Ristretto.Cli.Schemas;

/// <summary>A column of a file as a schema can declare it.</summary>
/// <param name="Name">Name of the branch or field.</param>
/// <param name="Type">Word of the schema for its type: bool, byte, int, uint, long, ulong, float or double.</param>
/// <param name="Counter">The column with the lengths of its lists; null for one value per event, and for lists that nothing else counts.</param>
/// <param name="Words">What it means, from its title; empty when nobody said.</param>
internal sealed record StoredColumn(string Name, string Type, string? Counter, string Words)
{
    /// <summary>0 for one value per event, 1 for a list of values, 2 for a list of lists.</summary>
    internal int Levels { get; init; } = Counter is null ? 0 : 1;

    /// <summary>Lists with the same are known to have the same lengths, or had in the events that were looked at; null where nothing is known.</summary>
    internal string? Lengths { get; init; }

    /// <summary>The part up to the first dot, with the dot, as in <c>AnalysisJetsAuxDyn.pt</c>; null when there is none.</summary>
    internal string? Owner => Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var at && at < Name.Length - 1 ? Name[..(at + 1)] : null;

    /// <summary>The part up to the first underscore, with the underscore, as in <c>Jet_pt</c>; null when there is none.</summary>
    internal string? Prefix => Name.IndexOf('_', StringComparison.Ordinal) is > 0 and var at && at < Name.Length - 1 ? Name[..(at + 1)] : null;

    /// <summary>The part behind a prefix.</summary>
    internal string Behind(string prefix) => Name[prefix.Length..];
}
