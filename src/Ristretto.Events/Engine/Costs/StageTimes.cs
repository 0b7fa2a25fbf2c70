namespace Ristretto.Events.Engine.Costs;

/// <summary>Where the time of the workers went, summed over them.</summary>
/// <param name="Open">Opening files.</param>
/// <param name="Fetch">Waiting for the bytes of columns.</param>
/// <param name="Decompress">Decompressing them.</param>
/// <param name="Decode">From bytes to columns: byte order, offsets, types.</param>
/// <param name="Compute">The code of the analysis; filling too where that is not measured by itself.</param>
/// <param name="Fill">Filling histograms from columns; null where that is not measured by itself (<see cref="RunOptions.DetailedCosts"/>). Entries that are filled one by one count as computing.</param>
/// <param name="Merge">Adding up what runs of events have accumulated.</param>
/// <param name="Wait">What is left of the time of all workers: waiting for each other, and for the last one.</param>
public readonly record struct StageTimes(TimeSpan Open, TimeSpan Fetch, TimeSpan Decompress, TimeSpan Decode, TimeSpan Compute, TimeSpan? Fill, TimeSpan Merge, TimeSpan Wait)
{
    /// <summary>All of it: the time of the run, times the number of workers.</summary>
    public TimeSpan Total => Busy + Wait;

    /// <summary>All but waiting for each other.</summary>
    public TimeSpan Busy => Open + Fetch + Decompress + Decode + Compute + (Fill ?? TimeSpan.Zero) + Merge;

    /// <summary>The stages that were measured, with their names, in the order of the work.</summary>
    public IReadOnlyList<(string Name, TimeSpan Time)> All =>
        [("open", Open), ("fetch", Fetch), ("decompress", Decompress), ("decode", Decode), .. Fill is { } fill ? [("compute", Compute), ("fill", fill)] : ((string, TimeSpan)[])[("compute and fill", Compute)], ("merge", Merge), ("wait", Wait)];
}
