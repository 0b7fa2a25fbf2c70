namespace Ristretto.Bytes.Files.Checking;

/// <summary>A branch of a tree or a column of an RNTuple of which not all can be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parts">Number of its baskets or pages.</param>
/// <param name="DamagedParts">How many of them are damaged; all of them where it cannot be read at all.</param>
/// <param name="Missing">The entries that cannot be read, in order, neighbours joined.</param>
public sealed record DamagedColumn(string Name, int Parts, int DamagedParts, IReadOnlyList<EntryRange> Missing);
