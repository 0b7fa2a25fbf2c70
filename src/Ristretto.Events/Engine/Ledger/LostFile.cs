namespace Ristretto.Events.Engine.Ledger;

/// <summary>A file that a run has left out because it cannot be read; nothing of it is in any result.</summary>
/// <param name="Dataset">The data set that lacks its events.</param>
/// <param name="Path">Path of the file.</param>
/// <param name="Events">Number of events that are missing for it; null when nobody knows, since the file could not be opened and the fileset does not say.</param>
/// <param name="Reason">What is wrong, one line that starts with the path.</param>
public sealed record LostFile(string Dataset, string Path, long? Events, string Reason);
