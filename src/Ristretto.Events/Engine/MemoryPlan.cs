using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Trees;

namespace Ristretto.Events.Engine;

/// <summary>How the allowed memory is divided: how many workers, and how many events each handles at a time.</summary>
/// <param name="Threads">Number of workers.</param>
/// <param name="TileSize">Number of events per batch.</param>
/// <param name="Needed">Estimate of the memory that the process takes, in bytes.</param>
/// <param name="ReadAhead">Most compressed bytes that a worker fetches at a time; over a network it holds twice as many, those in use and the next.</param>
public sealed record MemoryPlan(int Threads, int TileSize, long Needed, int ReadAhead)
{
    /// <summary>What a process takes beside the collected heap, in bytes: runtime, compiled code, native codecs, stacks. By measurement 45 to 70 MiB.</summary>
    public const long OutsideTheHeap = 80L << 20;

    private const long Temporaries = 10;             // columns computed per column read, by measurement below 9
    private const long PerEvent = 512;               // offsets, masks, weights
    private const long PerWorker = 12L << 20;        // contexts of the codecs, the tree's description, young objects, what blocks of memory are rounded up by
    private const long PerSpan = 80;                 // of a profile, in a list that grows
    private const long PagedCopies = 2;              // of the run of events that is merged next and of its file; the others wait when there are no pages
    private const double Slack = 1.1;                // what lies between objects on the heap

    private const double Margin = 1.1;               // with more memory allowed, more garbage lies about

    private static readonly int[] s_localReadAhead = [BasketPrefetch.DefaultLimit];
    private static readonly int[] s_remoteReadAhead = [16 << 20, 4 << 20, 1 << 20];

    /// <summary>Memory, in bytes, that runs of events ahead of the one that is merged next may take in pages: what is left of the allowed memory, up to all that they can use.</summary>
    public long PageLimit { get; init; }

    /// <summary>The largest batch and the most threads, up to the wanted ones, that fit into the allowed memory.</summary>
    /// <exception cref="ConfigurationException">Not even one worker with single events fits; the message says how much is needed.</exception>
    internal static MemoryPlan Make(RunPlan plan, RunOptions options)
    {
        // Garbage counts as taken as long as that does not matter.
        var held = GC.GetTotalMemory(forceFullCollection: false);
        if (TryFit(plan, options, held, plan.PossibleLaneBytes) is { } roomy && roomy.Threads == options.Threads && roomy.TileSize == Longest(plan, options)
            && roomy.PageLimit == LaneCount(plan, options.Threads) * plan.PossibleLaneBytes.Paged) return roomy;
        held = GC.GetTotalMemory(forceFullCollection: true);
        return TryFit(plan, options, held, plan.PossibleLaneBytes) ?? TryFit(plan, options, held, plan.LaneBytes)
            ?? throw new ConfigurationException("--memory", null,
                $"{Megabytes(Allowed(options, held))} is too little: one event at a time on one thread needs at least {Megabytes((long)(Margin * Needs(plan, options, held, plan.LaneBytes, 1, 1, ReadAheads(plan)[^1])))}");
    }

    private static MemoryPlan? TryFit(RunPlan plan, RunOptions options, long held, CopySize laneBytes)
    {
        var allowed = Allowed(options, held);
        for (var threads = options.Threads; threads >= 1; threads--)
            for (var tile = Longest(plan, options); ; tile = (tile + 1) / 2)
            {
                foreach (var ahead in ReadAheads(plan))
                {
                    var needed = Needs(plan, options, held, laneBytes, threads, tile, ahead);
                    if (needed > allowed) continue;
                    var pages = Math.Min(LaneCount(plan, threads) * laneBytes.Paged, (long)((allowed - needed) / Slack));
                    return new MemoryPlan(threads, tile, needed + (long)(Slack * pages), ahead) { PageLimit = pages };
                }
                if (tile <= 1) break;
            }
        return null;
    }

    private static long Allowed(RunOptions options, long held) => options.Memory ?? RunOptions.DefaultMemory + (long)(Slack * held);

    private static long Needs(RunPlan plan, RunOptions options, long held, CopySize laneBytes, int threads, int tile, int ahead)
    {
        var (baskets, perEvent) = Largest(plan);
        var lanes = LaneCount(plan, threads);
        var profile = PerSpan * (options.Profile?.MostSpans ?? 0);
        var perWorker = PerWorker + (IsRemote(plan) ? 2L : 1L) * ahead + baskets + tile * perEvent;
        return OutsideTheHeap + (long)(Slack * (held + plan.ContentGrowth + profile + lanes * laneBytes.Whole + Math.Min(lanes, PagedCopies) * laneBytes.Paged + threads * perWorker));
    }

    private static long LaneCount(RunPlan plan, int threads) => Math.Min(LaneSchedule.MostCopies(threads), plan.Files.Sum(file => file.Lanes.Count));

    private static bool IsRemote(RunPlan plan) => plan.Files.Any(file => SourceAddress.IsRemote(file.Path));

    private static int[] ReadAheads(RunPlan plan) => IsRemote(plan) ? s_remoteReadAhead : s_localReadAhead;

    private static int Longest(RunPlan plan, RunOptions options) =>
        (int)Math.Min(options.TileSize, plan.Files.SelectMany(file => file.Lanes).Select(lane => lane.End - lane.First).DefaultIfEmpty(1).Max());

    /// <summary>Of the most demanding file: memory for one basket of each column, compressed and not, and memory per event.</summary>
    private static (long Baskets, long PerEvent) Largest(RunPlan plan)
    {
        var (baskets, perEvent) = (0L, PerEvent);
        foreach (var file in plan.Files)
        {
            baskets = Math.Max(baskets, file.Columns.Sum(column => column.LargestBasket));
            perEvent = Math.Max(perEvent, PerEvent + Temporaries * file.Columns.Sum(column => column.UncompressedBytes) / Math.Max(1, file.Entries));
        }
        return (baskets, perEvent);
    }

    private static string Megabytes(long bytes) => $"{Math.Ceiling(bytes / 1048576.0):F0} MiB";
}
