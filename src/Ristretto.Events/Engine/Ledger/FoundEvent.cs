using Ristretto.Events.Datasets;

namespace Ristretto.Events.Engine.Ledger;

/// <summary>An event that was asked for, and where it is.</summary>
/// <param name="Key">Run, luminosity section, event number.</param>
/// <param name="Dataset">The data set.</param>
/// <param name="Path">Path of the file.</param>
/// <param name="Entry">Its position in the file.</param>
public sealed record FoundEvent(EventKey Key, string Dataset, string Path, long Entry);
