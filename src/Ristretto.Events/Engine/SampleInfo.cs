using Ristretto.Events.Datasets;

namespace Ristretto.Events.Engine;

/// <summary>Where some events come from: their data set, file and tree, and how many events lie before them.</summary>
public sealed class SampleInfo
{
    /// <summary>Name of the data set; <c>files</c> when files were opened without one.</summary>
    public required string Dataset { get; init; }

    /// <summary>Path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>Name of the TTree or RNTuple in it.</summary>
    public required string Tree { get; init; }

    /// <summary>Number of entries in the file.</summary>
    public required long Entries { get; init; }

    /// <summary>Number of entries in the files before it: those of all data sets of the same analysis, in the order in which results are merged.
    /// A file that cannot be opened and is left out is not among them.</summary>
    public required long FirstPosition { get; init; }

    /// <summary>What is known of the data set; null when the run was given nothing.</summary>
    public DatasetMetadata? Metadata { get; init; }

    /// <summary>Number of events that the analysis gets from the files before, when it gets them from several threads; null when they come one after
    /// the other and can be counted, which is right also where files turn out bad or events were chosen.</summary>
    internal long? EventsBefore { get; init; }
}
