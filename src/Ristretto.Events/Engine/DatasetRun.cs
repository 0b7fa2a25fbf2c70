using Ristretto.Events.Batches;
using Ristretto.Events.Datasets;

namespace Ristretto.Events.Engine;

/// <summary>A data set and what is done with its events.</summary>
/// <param name="Name">Name of the data set.</param>
/// <param name="Files">Its files; they are merged in the natural order of their paths, in whatever order they are given.</param>
/// <param name="Analysis">The analysis of this data set; its histograms and cutflows hold this data set's events.</param>
public sealed record DatasetRun<TBatch>(string Name, IReadOnlyList<InputFile> Files, IAnalysis<TBatch> Analysis) where TBatch : EventBatch
{
    /// <summary>What is known of the data set, for definitions of a graph that are made for each file; null for nothing.</summary>
    public DatasetMetadata? Metadata { get; init; }
}

/// <summary>A file and the tree in it.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Tree">Name of the tree.</param>
/// <param name="ExpectedEntries">Number of events that the file should have; null when nobody says. Another number is an error of the file.</param>
public sealed record InputFile(string Path, string Tree = "Events", long? ExpectedEntries = null);
