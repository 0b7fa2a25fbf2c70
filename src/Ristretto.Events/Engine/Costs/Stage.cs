namespace Ristretto.Events.Engine.Costs;

/// <summary>What a worker does at a moment.</summary>
internal enum Stage
{
    /// <summary>Opens a file.</summary>
    Open,

    /// <summary>Waits for bytes of columns.</summary>
    Fetch,

    /// <summary>Decompresses baskets and pages.</summary>
    Decompress,

    /// <summary>Turns bytes into columns.</summary>
    Decode,

    /// <summary>Runs the code of the analysis.</summary>
    Compute,

    /// <summary>Fills histograms.</summary>
    Fill,

    /// <summary>Adds up what runs of events have accumulated.</summary>
    Merge,
}
