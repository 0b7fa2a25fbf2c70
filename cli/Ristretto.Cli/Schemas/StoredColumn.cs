namespace Ristretto.Cli.Schemas;

/// <summary>A column of a file as a schema can declare it.</summary>
/// <param name="Name">Name of the branch or field.</param>
/// <param name="Type">Word of the schema for its type: bool, byte, int, uint, long, ulong, float or double.</param>
/// <param name="Counter">The column with the lengths of its lists; null for one value per event.</param>
/// <param name="Words">What it means, from its title; empty when nobody said.</param>
internal sealed record StoredColumn(string Name, string Type, string? Counter, string Words)
{
    /// <summary>The part before the first underscore; null when there is none.</summary>
    internal string? Prefix => Name.IndexOf('_', StringComparison.Ordinal) is > 0 and var at && at < Name.Length - 1 ? Name[..at] : null;

    /// <summary>The part behind a prefix and an underscore.</summary>
    internal string Behind(string prefix) => Name[(prefix.Length + 1)..];
}
