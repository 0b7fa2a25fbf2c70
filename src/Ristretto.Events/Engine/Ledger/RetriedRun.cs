namespace Ristretto.Events.Engine.Ledger;

/// <summary>A run of events that could not be read and was tried again.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Path">Path of the file.</param>
/// <param name="First">First event.</param>
/// <param name="End">First event behind it.</param>
/// <param name="Attempt">Which attempt failed, counted from 1.</param>
/// <param name="Reason">What was wrong, one line that starts with the path.</param>
public sealed record RetriedRun(string Dataset, string Path, long First, long End, int Attempt, string Reason);
