namespace Ristretto.Events.Datasets;

/// <summary>One file of a data set.</summary>
/// <param name="Path">Path or URL; relative paths of a fileset are already joined to its folder.</param>
/// <param name="Tree">The tree or ntuple in the file that holds the events, <c>Events</c> in NanoAOD.</param>
/// <param name="ExpectedEntries">Entries the fileset says the tree has; null when it does not say.</param>
/// <param name="ExpectedUuid">UUID the fileset says the file has; null when it does not say.</param>
public sealed record DatasetFile(string Path, string Tree, long? ExpectedEntries = null, string? ExpectedUuid = null);
