using System.Diagnostics;
using Ristretto.Events.Engine.Ledger;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Engine;

/// <summary>What a run has cost.</summary>
public sealed record RunReport
{
    /// <summary>Number of events processed; with a list of events those of the list that were found.</summary>
    public required long Events { get; init; }

    /// <summary>The files that were left out because they cannot be read; nothing of them is in any result.</summary>
    public IReadOnlyList<LostFile> LostFiles { get; init; } = [];

    /// <summary>Whether every file was read.</summary>
    public bool IsComplete => LostFiles.Count == 0;

    /// <summary>The runs of events that failed and were tried again, each attempt by itself.</summary>
    public IReadOnlyList<RetriedRun> Retries { get; init; } = [];

    /// <summary>What became of the list of events that the run was limited to; null without one.</summary>
    public ChosenEvents? Chosen { get; init; }

    /// <summary>Time from the first to the last event.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Number of reads from the files.</summary>
    public required long Requests { get; init; }

    /// <summary>Bytes read from the files.</summary>
    public required long BytesRead { get; init; }

    /// <summary>Bytes after decompression.</summary>
    public required long DecompressedBytes { get; init; }

    /// <summary>Time that the workers spent reading, decompressing and decoding, summed over them.</summary>
    public required TimeSpan Reading { get; init; }

    /// <summary>Time that the workers spent in the analysis, summed over them.</summary>
    public required TimeSpan Computing { get; init; }

    /// <summary>Number of workers.</summary>
    public required int Threads { get; init; }

    /// <summary>Largest number of events per batch.</summary>
    public required int TileSize { get; init; }

    /// <summary>The columns that were read, those with the most decompressed bytes first.</summary>
    public required IReadOnlyList<ColumnCost> Columns { get; init; }

    /// <summary>How much each variation of the events has changed its columns, by source and tag.</summary>
    public IReadOnlyList<ShiftEffect> Shifts { get; init; } = [];

    /// <summary>The variations that have changed nothing in any event.</summary>
    public IEnumerable<Variation> Ineffective => Shifts.GroupBy(effect => effect.Variation).Where(effects => effects.All(effect => effect.Changed == 0)).Select(effects => effects.Key);

    /// <summary>Events per second.</summary>
    public double EventsPerSecond => Elapsed > TimeSpan.Zero ? Events / Elapsed.TotalSeconds : 0;

    internal static RunReport Of(RunPlan plan, EventLedger ledger, IEnumerable<WorkerCounters> workers, TimeSpan elapsed, MemoryPlan memory, RunOptions options)
    {
        var all = workers.ToArray();
        var chosen = options.Events is { } list ? new ChosenEvents(list.Keys, [.. ledger.Found.OrderBy(found => found.Key)]) : null;
        var reading = all.Sum(worker => worker.ReadingTicks);
        return new RunReport
        {
            Events = chosen?.Found.Count ?? ledger.Read,
            LostFiles = [.. plan.LostFiles, .. ledger.Lost],
            Retries = [.. ledger.Retries],
            Chosen = chosen,
            Elapsed = elapsed,
            Requests = all.Sum(worker => worker.Requests),
            BytesRead = all.Sum(worker => worker.BytesRead),
            DecompressedBytes = all.Sum(worker => worker.DecompressedBytes),
            Reading = Time(reading),
            Computing = Time(all.Sum(worker => worker.TotalTicks) - reading),
            Threads = memory.Threads,
            TileSize = memory.TileSize,
            Columns = [.. all.SelectMany(worker => worker.Branches)
                .GroupBy(branch => branch.Key, branch => branch.Value, StringComparer.Ordinal)
                .Select(group => new ColumnCost(group.Key, group.Sum(bytes => bytes.Compressed), group.Sum(bytes => bytes.Decompressed)))
                .OrderByDescending(cost => cost.DecompressedBytes).ThenBy(cost => cost.Branch, StringComparer.Ordinal)],
        };
    }

    private static TimeSpan Time(long ticks) => TimeSpan.FromSeconds(ticks / (double)Stopwatch.Frequency);
}

/// <summary>What a column has cost.</summary>
/// <param name="Branch">Name of the branch.</param>
/// <param name="CompressedBytes">Bytes read.</param>
/// <param name="DecompressedBytes">Bytes after decompression.</param>
public sealed record ColumnCost(string Branch, long CompressedBytes, long DecompressedBytes);
