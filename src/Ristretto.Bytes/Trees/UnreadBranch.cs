namespace Ristretto.Bytes.Trees;

/// <summary>A branch whose values are not interpreted.</summary>
/// <param name="Name">Stored names from the top-level branch down, joined by <c>/</c>.</param>
/// <param name="ClassName">Class of the branch.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record UnreadBranch(string Name, string ClassName, string Reason);
