namespace Ristretto.Events.Engine;

/// <summary>A file of a run: which events and which columns are read.</summary>
/// <param name="DatasetIndex">Position of the data set in the run.</param>
/// <param name="Dataset">Name of the data set.</param>
/// <param name="Path">Path of the file.</param>
/// <param name="Tree">Name of the tree.</param>
/// <param name="Uuid">Identity of the file's content when the plan was made; another one when the file is read is an error.</param>
/// <param name="Entries">Number of events in the file.</param>
/// <param name="Lanes">The runs of events that are processed, first and end.</param>
/// <param name="Columns">The columns that are read.</param>
public sealed record PlannedFile(
    int DatasetIndex, string Dataset, string Path, string Tree, Guid Uuid, long Entries,
    IReadOnlyList<(long First, long End)> Lanes, IReadOnlyList<PlannedColumn> Columns)
{
    /// <summary>Number of events that are processed.</summary>
    public long Events => Lanes.Count == 0 ? 0 : Lanes[^1].End - Lanes[0].First;

    /// <summary>Number of events that are left out, because no result wants them.</summary>
    public long Omitted { get; init; }

    /// <summary>What the analysis may know of the file.</summary>
    internal SampleInfo Sample { get; init; } = new() { Dataset = Dataset, Path = Path, Tree = Tree, Entries = Entries, FirstPosition = 0 };
}

/// <summary>A column of a run.</summary>
/// <param name="Branch">Name of the branch.</param>
/// <param name="CompressedBytes">Its size in the file, in bytes.</param>
/// <param name="UncompressedBytes">Its size when decompressed, in bytes.</param>
/// <param name="LargestBasket">Memory for its largest basket, compressed and decompressed, in bytes (estimated).</param>
public sealed record PlannedColumn(string Branch, long CompressedBytes, long UncompressedBytes, long LargestBasket);
