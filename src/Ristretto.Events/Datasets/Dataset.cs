namespace Ristretto.Events.Datasets;

/// <summary>Files that belong together: one process of one period, or the data of one era.</summary>
/// <param name="Name">The name, unique in its fileset.</param>
/// <param name="Files">The files in the order of the fileset, at least one.</param>
/// <param name="Metadata">What is known about the events.</param>
public sealed record Dataset(string Name, IReadOnlyList<DatasetFile> Files, DatasetMetadata Metadata);
