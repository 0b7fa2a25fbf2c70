using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;

namespace Ristretto.Events.Engine.Costs;

/// <summary>Events whose columns lie decoded in memory: an analysis that runs over them costs what it computes, and nothing for reading.</summary>
/// <typeparam name="TBatch">The type of the events, for example NanoBatch.</typeparam>
public sealed class HeldEvents<TBatch> : IDisposable where TBatch : EventBatch, new()
{
    private readonly List<List<HeldTile>> _lanes = [];
    private readonly Workspace _memory = new();

    private HeldEvents() { }

    /// <summary>Number of events.</summary>
    public long Events { get; private set; }

    /// <summary>Names of the columns that the analysis has read, those with the lengths of lists among them, in order.</summary>
    public IReadOnlyList<string> Columns =>
        [.. _lanes.SelectMany(tiles => tiles).SelectMany(tile => tile.Lists.Keys.Concat(tile.Values.Keys)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Reads the first events of a plan and keeps the columns that an analysis asks for. What the analysis fills meanwhile is dropped.</summary>
    /// <param name="analysis">The analysis that will be run over them.</param>
    /// <param name="plan">The files.</param>
    /// <param name="mostEvents">No more events than these.</param>
    /// <param name="options">Size of the batches, connections, cancellation.</param>
    /// <exception cref="Ristretto.Bytes.Errors.RistrettoException">A file cannot be read or lacks a column.</exception>
    public static HeldEvents<TBatch> Read(IAnalysis<TBatch> analysis, RunPlan plan, long mostEvents, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        var held = new HeldEvents<TBatch>();
        using var files = new OpenFiles(plan, options.Connections);
        using var context = new DecodeContext();
        var (batch, computing) = (new TBatch(), new Workspace());
        new Lane().Enter();
        try
        {
            for (var i = 0; i < plan.Files.Count && held.Events < mostEvents; i++)
            {
                using var reader = new FileReader(files.Take(i), plan.Files[i].Sample, plan.Files[i].Columns.Select(column => column.Branch), context, computing, BasketPrefetch.DefaultLimit);
                held.Read(analysis, batch, reader, plan.Files[i], mostEvents, options);
            }
        }
        finally
        {
            Lane.Leave();
            computing.Release();
        }
        return held;
    }

    /// <summary>Runs the analysis over all of them; its histograms and cutflows then hold the results, the same for any number of threads.</summary>
    /// <param name="analysis">The analysis for which they were read.</param>
    /// <param name="threads">Number of threads.</param>
    public void Run(IAnalysis<TBatch> analysis, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        Lane[] filled = [.. _lanes.Select(_ => new Lane())];
        Parallel.For(0, filled.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => (Batch: new TBatch(), Source: new HeldSource()), (i, _, worker) =>
        {
            Process(analysis, worker.Batch, worker.Source, _lanes[i], filled[i]);
            return worker;
        }, worker => worker.Source.Workspace.Release());
        foreach (var lane in filled) lane.MergeAndClear();
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        _lanes.Clear();
        _memory.Release();
    }

    private static void Process(IAnalysis<TBatch> analysis, TBatch batch, HeldSource source, List<HeldTile> tiles, Lane lane)
    {
        lane.Enter();
        try
        {
            foreach (var tile in tiles)
            {
                source.MoveTo(tile);
                batch.Bind(source, tile.First);
                analysis.Process(batch);
            }
        }
        finally
        {
            Lane.Leave();
        }
    }

    private void Read(IAnalysis<TBatch> analysis, TBatch batch, FileReader reader, PlannedFile planned, long mostEvents, RunOptions options)
    {
        var file = new HeldFile(planned.Path, [.. reader.NamesStartingWith("")], planned.Sample);
        foreach (var (first, end) in planned.Lanes)
        {
            if (Events >= mostEvents) return;
            List<HeldTile> tiles = [];
            reader.Fetch(first, end);
            for (var at = first; at < end && Events < mostEvents; at += tiles[^1].Length)
            {
                options.Cancellation.ThrowIfCancellationRequested();
                var tile = new HeldTile(file, at, (int)Math.Min(Math.Min(options.TileSize, end - at), mostEvents - Events));
                reader.MoveTo(at, tile.Length);
                batch.Bind(new TileRecorder(reader, tile, _memory), at);
                analysis.Process(batch);
                tiles.Add(tile);
                Events += tile.Length;
            }
            _lanes.Add(tiles);
        }
    }
}
