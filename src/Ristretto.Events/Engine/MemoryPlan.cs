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
    private const long Temporaries = 4;              // columns computed per column read, by measurement below 3
    private const long PerEvent = 512;               // offsets, masks, weights
    private const long PerWorker = 4L << 20;         // stack, contexts of the codecs, young objects

    private static readonly int[] s_localReadAhead = [BasketPrefetch.DefaultLimit];
    private static readonly int[] s_remoteReadAhead = [16 << 20, 4 << 20, 1 << 20];

    /// <summary>The largest batch and the most threads, up to the wanted ones, that fit into the allowed memory.</summary>
    /// <exception cref="ConfigurationException">Not even one worker with single events fits; the message says how much is needed.</exception>
    internal static MemoryPlan Make(RunPlan plan, RunOptions options)
    {
        var taken = Environment.WorkingSet;
        var (baskets, perEvent) = Largest(plan);
        var longest = plan.Files.SelectMany(file => file.Lanes).Select(lane => lane.End - lane.First).DefaultIfEmpty(1).Max();
        var largest = (int)Math.Min(options.TileSize, longest);
        var isRemote = plan.Files.Any(file => SourceAddress.IsRemote(file.Path));
        for (var threads = options.Threads; threads >= 1; threads--)
        {
            for (var tile = largest; ; tile = (tile + 1) / 2)
            {
                var needed = 0L;
                foreach (var ahead in isRemote ? s_remoteReadAhead : s_localReadAhead)
                {
                    needed = taken + LaneSchedule.MostLanes(threads) * plan.LaneBytes + threads * (PerWorker + (isRemote ? 2L : 1L) * ahead + baskets + tile * perEvent);
                    if (needed <= options.Memory) return new MemoryPlan(threads, tile, needed, ahead);
                }
                if (tile == 1 && threads == 1)
                    throw new ConfigurationException("--memory", null, $"{Megabytes(options.Memory)} is too little: one event at a time on one thread needs {Megabytes(needed)}");
                if (tile == 1) break;
            }
        }
        throw new InvalidOperationException("unreachable");
    }

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
