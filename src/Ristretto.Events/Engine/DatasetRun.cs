using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine;

/// <summary>A data set and what is done with its events.</summary>
/// <param name="Name">Name of the data set.</param>
/// <param name="Files">Its files in the order in which they are merged.</param>
/// <param name="Analysis">The analysis of this data set; its histograms and cutflows hold this data set's events.</param>
public sealed record DatasetRun<TBatch>(string Name, IReadOnlyList<InputFile> Files, IAnalysis<TBatch> Analysis) where TBatch : EventBatch;

/// <summary>A file and the tree in it.</summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Tree">Name of the tree.</param>
public sealed record InputFile(string Path, string Tree = "Events");
