namespace Ristretto.Bytes.Files.Checking;

/// <summary>One thing that is wrong in a file.</summary>
/// <param name="Where">The object, with branch and basket or column, cluster and page; null for the file itself.</param>
/// <param name="Offset">Offset in the file in bytes; null when not known.</param>
/// <param name="Reason">What was found and what was expected.</param>
/// <param name="Entries">The entries that are lost with it; null when there are none, or all.</param>
public sealed record FileProblem(string? Where, long? Offset, string Reason, EntryRange? Entries = null)
{
    /// <summary>One line: where, at which byte, what.</summary>
    public override string ToString() =>
        $"{(Where is null ? "" : $"{Where}: ")}{(Offset is { } offset ? $"at byte {offset}: " : "")}{Reason}{(Entries is { } entries ? $" ({entries})" : "")}";
}
