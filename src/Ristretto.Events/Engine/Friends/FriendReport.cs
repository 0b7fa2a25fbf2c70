namespace Ristretto.Events.Engine.Friends;

/// <summary>What became of the friends of a graph in a run.</summary>
/// <param name="Path">The first file of the friends.</param>
/// <param name="Tree">The tree in it.</param>
/// <param name="Entries">Number of entries of all its files.</param>
/// <param name="Matched">Number of events that have a partner; without those of files that were lost.</param>
/// <param name="Unmatched">Number of events that have none: their values are 0, their lists empty.</param>
public sealed record FriendReport(string Path, string Tree, long Entries, long Matched, long Unmatched);
