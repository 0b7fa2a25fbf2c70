using Ristretto.Bytes.Files;
using Ristretto.Columns.Accumulation;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine.Tables;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Engine;

/// <summary>What will be read: for each data set the files, for each file the columns and the runs of events.</summary>
public sealed class RunPlan
{
    internal RunPlan(IReadOnlyList<PlannedFile> files, (long Known, long Possible) laneBytes, long contentGrowth) =>
        (Files, LaneBytes, PossibleLaneBytes, ContentGrowth) = (files, laneBytes.Known, laneBytes.Possible, contentGrowth);

    /// <summary>The files in the order of the data sets.</summary>
    public IReadOnlyList<PlannedFile> Files { get; }

    /// <summary>Number of events that will be processed.</summary>
    public long Events => Files.Sum(file => file.Events);

    /// <summary>Memory for what one run of events accumulates, of the largest data set, in bytes.</summary>
    internal long LaneBytes { get; }

    /// <summary>The same with everything else that may be filled, but may as well have nothing to do with the run.</summary>
    internal long PossibleLaneBytes { get; }

    /// <summary>Memory that histograms and the like of all data sets will take beside what they take already, in bytes.</summary>
    internal long ContentGrowth { get; }

    /// <summary>Opens each file, runs the analysis over no events to learn its columns, and checks that the file has them all.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">A file cannot be read.</exception>
    /// <exception cref="Ristretto.Bytes.Errors.SchemaException">A file lacks the tree or a column; the nearest names are listed.</exception>
    public static RunPlan Make<TBatch>(IReadOnlyList<DatasetRun<TBatch>> datasets, RunOptions options) where TBatch : EventBatch, new()
    {
        List<PlannedFile> files = [];
        var copiesOfAll = new LaneCopies();
        for (var i = 0; i < datasets.Count; i++)
        {
            var left = options.MaxEvents;
            var scratch = new Lane();
            var copies = 0L;
            foreach (var input in datasets[i].Files)
            {
                options.Cancellation.ThrowIfCancellationRequested();
                using var file = RootFile.Open(input.Path, options.Connections);
                var table = EventTable.Open(file, input.Tree);
                var used = Trace(datasets[i].Analysis, table, options.Systematics, scratch, ref copies);
                var lanes = LanePlanner.Plan(table.ClusterBoundaries(used), Math.Min(left, table.Entries));
                var planned = new PlannedFile(i, datasets[i].Name, input.Path, input.Tree, file.Uuid, table.Entries, lanes, [.. used.Select(Column)]);
                files.Add(planned);
                left -= planned.Events;
            }
            scratch.MergeAndClear();
            copiesOfAll.Add(scratch, copies);
        }
        var living = LaneLocal.Living;
        return new RunPlan(files, copiesOfAll.Largest(living), living.Sum(local => local.GrowthBytes));
    }

    private static EventColumn[] Trace<TBatch>(IAnalysis<TBatch> analysis, EventTable table, SystematicsMode systematics, Lane scratch, ref long copies) where TBatch : EventBatch, new()
    {
        var trace = new ColumnTrace(table);
        var batch = new TBatch { Systematics = systematics };
        batch.Bind(trace, 0);
        scratch.Enter();
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            analysis.Process(batch);
        }
        finally
        {
            Lane.Leave();
            copies = Math.Max(copies, GC.GetAllocatedBytesForCurrentThread() - before);   // without events, hardly anything else is allocated
        }
        foreach (var branch in LoopReads.Needed(analysis)) trace.Need(branch, batch.Columns);
        trace.ThrowIfMissing();
        foreach (var branch in LoopReads.Possible(analysis))
            if (trace.Has(branch)) trace.Note(branch, "");
        return [.. trace.Used.Select(table.Get)];
    }

    private static PlannedColumn Column(EventColumn column) => new(column.Name, column.CompressedBytes, column.UncompressedBytes, column.LargestPiece);
}
