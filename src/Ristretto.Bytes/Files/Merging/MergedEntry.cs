namespace Ristretto.Bytes.Files.Merging;

/// <summary>An object of a merged file.</summary>
/// <param name="Path">Name with directories.</param>
/// <param name="ClassName">Its class.</param>
/// <param name="Files">How many of the files have it.</param>
/// <param name="Note">What came of it: entries, or how it was put together.</param>
public sealed record MergedEntry(string Path, string ClassName, int Files, string Note)
{
    /// <summary>For a tree or RNTuple whose files have different ones: the branches or fields that are 0 or empty where a file lacks them, and how many of the files do.</summary>
    public IReadOnlyDictionary<string, int> Missing { get; init; } = new Dictionary<string, int>();
}
