using Ristretto.Events.Engine.Costs;
using Ristretto.Events.Engine.Friends;
using Ristretto.Events.Engine.Ledger;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Engine;

/// <summary>What a run has cost.</summary>
public sealed record RunReport
{
    /// <summary>Number of events processed; with a list of events those of the list that were found.</summary>
    public required long Events { get; init; }

    /// <summary>Number of events that were left out on purpose, because the ranges of a graph want none of them.</summary>
    public long OmittedEvents { get; init; }

    /// <summary>The friends of the graphs that have run.</summary>
    public IReadOnlyList<FriendReport> Friends { get; init; } = [];

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

    /// <summary>Where the time of the workers went.</summary>
    public required StageTimes Stages { get; init; }

    /// <summary>Time that the workers spent fetching, decompressing and decoding columns, summed over them.</summary>
    public TimeSpan Reading => Stages.Fetch + Stages.Decompress + Stages.Decode;

    /// <summary>Time that the workers spent in the analysis, filling included, summed over them.</summary>
    public TimeSpan Computing => Stages.Compute + (Stages.Fill ?? TimeSpan.Zero);

    /// <summary>Number of workers.</summary>
    public required int Threads { get; init; }

    /// <summary>Largest number of events per batch.</summary>
    public required int TileSize { get; init; }

    /// <summary>The columns that were read, those with the most decompressed bytes first.</summary>
    public required IReadOnlyList<ColumnCost> Columns { get; init; }

    /// <summary>What each step of the cutflows has cost, in the order of the steps; empty unless <see cref="RunOptions.DetailedCosts"/> was asked for.</summary>
    public IReadOnlyList<CutCost> Cuts { get; init; } = [];

    /// <summary>What each histogram has cost, the most expensive first; empty unless <see cref="RunOptions.DetailedCosts"/> was asked for.</summary>
    public IReadOnlyList<FillCost> Histograms { get; init; } = [];

    /// <summary>How much each variation of the events has changed its columns, by source and tag.</summary>
    public IReadOnlyList<ShiftEffect> Shifts { get; init; } = [];

    /// <summary>The factors of weights that were NaN in some event, by name.</summary>
    public IReadOnlyList<NaNWeight> NaNWeights { get; init; } = [];

    /// <summary>The variations of weights that were the nominal ones in every event, by source and tag.</summary>
    public IReadOnlyList<Variation> IdleWeights { get; init; } = [];

    /// <summary>Names of the histograms that got no entry, in the order in which they were made. A histogram that only an event loop fills is not among them when the loop has
    /// never come to it.</summary>
    public IReadOnlyList<string> Unfilled { get; init; } = [];

    /// <summary>The variations, of events and of weights, that have changed nothing in any event.</summary>
    public IEnumerable<Variation> Ineffective => EventVariations.Concat(IdleWeights).Order();

    private IEnumerable<Variation> EventVariations => Shifts.GroupBy(effect => effect.Variation).Where(effects => effects.All(effect => effect.Changed == 0)).Select(effects => effects.Key);

    /// <summary>Events per second.</summary>
    public double EventsPerSecond => Elapsed > TimeSpan.Zero ? Events / Elapsed.TotalSeconds : 0;

    internal static RunReport Of(RunPlan plan, EventLedger ledger, WorkerCounters counters, IReadOnlyList<StageMeter> meters, TimeSpan elapsed, MemoryPlan memory, RunOptions options)
    {
        var chosen = options.Events is { } list ? new ChosenEvents(list.Keys, [.. ledger.Found.OrderBy(found => found.Key)]) : null;
        return new RunReport
        {
            Events = chosen?.Found.Count ?? ledger.Read,
            OmittedEvents = plan.Files.Sum(file => file.Omitted) + ledger.Omitted,
            LostFiles = [.. plan.LostFiles, .. ledger.Lost],
            Retries = [.. ledger.Retries],
            Chosen = chosen,
            Elapsed = elapsed,
            Requests = counters.Requests,
            BytesRead = counters.BytesRead,
            DecompressedBytes = counters.DecompressedBytes,
            Stages = CostSums.Stages(meters, elapsed),
            Threads = memory.Threads,
            TileSize = memory.TileSize,
            Columns = CostSums.Columns(counters.Branches, meters),
            Cuts = CostSums.Cuts(meters),
            Histograms = CostSums.Histograms(meters),
            Unfilled = [.. plan.Filled.Where(local => local.IsEmpty).Select(local => local.Name!).Distinct()],
        };
    }
}
