using System.Runtime.ExceptionServices;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources.Listings;
using Ristretto.Columns.Accumulation;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine.Friends;
using Ristretto.Events.Engine.Ledger;
using Ristretto.Events.Engine.Tables;

namespace Ristretto.Events.Engine;

/// <summary>What will be read: for each data set the files, for each file the columns and the runs of events.</summary>
public sealed class RunPlan
{
    internal RunPlan(IReadOnlyList<PlannedFile> files, IReadOnlyList<LostFile> lost, (CopySize Known, CopySize Possible) laneBytes, long contentGrowth, IReadOnlyList<LaneLocal> filled) =>
        (Files, LostFiles, LaneBytes, PossibleLaneBytes, ContentGrowth, Filled) = (files, lost, laneBytes.Known, laneBytes.Possible, contentGrowth, filled);

    /// <summary>The files in the order of the data sets, those of a data set in the natural order of their paths.</summary>
    public IReadOnlyList<PlannedFile> Files { get; }

    /// <summary>The files that cannot be read and are left out, when that is allowed.</summary>
    public IReadOnlyList<LostFile> LostFiles { get; }

    /// <summary>What the analyses fill even when there are no events, as far as it has a name.</summary>
    internal IReadOnlyList<LaneLocal> Filled { get; }

    /// <summary>Number of events that will be processed.</summary>
    public long Events => Files.Sum(file => file.Events);

    /// <summary>Whether the events are processed one after the other by one worker, since what an analysis does with some depends on those before.</summary>
    internal bool IsInOrder { get; private init; }

    /// <summary>Memory for what one run of events accumulates, of the largest data set.</summary>
    internal CopySize LaneBytes { get; }

    /// <summary>The same with everything else that may be filled, but may as well have nothing to do with the run.</summary>
    internal CopySize PossibleLaneBytes { get; }

    /// <summary>Memory that histograms and the like of all data sets will take beside what they take already, in bytes.</summary>
    internal long ContentGrowth { get; }

    /// <summary>Opens each file, runs the analysis over no events to learn its columns, and checks that the file has them all.</summary>
    /// <exception cref="Ristretto.Bytes.Errors.SourceException">A file cannot be read, or none when bad files are left out.</exception>
    /// <exception cref="Ristretto.Bytes.Errors.SchemaException">A file lacks the tree or a column; the nearest names are listed.</exception>
    public static RunPlan Make<TBatch>(IReadOnlyList<DatasetRun<TBatch>> datasets, RunOptions options) where TBatch : EventBatch, new()
    {
        var friendly = FriendlyAnalyses.Find(datasets.Select(dataset => dataset.Analysis));
        try
        {
            var plan = MakeFor(datasets, options);
            foreach (var analysis in friendly)
            {
                bool IsOf(int dataset) => ReferenceEquals(FriendlyAnalyses.Find(datasets[dataset].Analysis), analysis);
                analysis.Check([.. plan.Files.Where(file => IsOf(file.DatasetIndex)).Select(file => file.Sample)], plan.LostFiles.Count == 0);
            }
            return plan;
        }
        finally
        {
            foreach (var analysis in friendly) analysis.Close();
        }
    }

    private static RunPlan MakeFor<TBatch>(IReadOnlyList<DatasetRun<TBatch>> datasets, RunOptions options) where TBatch : EventBatch, new()
    {
        List<PlannedFile> files = [];
        List<LostFile> lost = [];
        ExceptionDispatchInfo? firstError = null;
        var copiesOfAll = new LaneCopies();
        HashSet<LaneLocal> filled = [];
        var positions = new InputPositions(datasets.Select(dataset => dataset.Analysis), options);
        for (var i = 0; i < datasets.Count; i++)
        {
            var left = options.MaxEvents;
            var scratch = new Lane();
            var copies = 0L;
            foreach (var input in datasets[i].Files.OrderBy(input => input.Path, NaturalOrder.Instance))
            {
                options.Cancellation.ThrowIfCancellationRequested();
                var isOpen = false;
                try
                {
                    using var file = RootFile.Open(input.Path, options.Connections);
                    var table = OpenTable(file, input);
                    isOpen = true;
                    var sample = positions.Next(datasets[i].Analysis, datasets[i].Name, input, table.Entries, datasets[i].Metadata);
                    var used = Trace(datasets[i].Analysis, table, sample, options, scratch, ref copies);
                    var events = Math.Min(left, table.Entries);
                    var lanes = positions.Take(datasets[i].Analysis, sample, LanePlanner.Plan(table.ClusterBoundaries(used), events), events);
                    var planned = new PlannedFile(i, datasets[i].Name, input.Path, input.Tree, file.Uuid, table.Entries, lanes, [.. used.Select(Column)]) { Sample = sample };
                    planned = planned with { Omitted = events - planned.Events };
                    left -= events;
                    files.Add(planned);
                }
                catch (RistrettoException error) when (options.SkipBadFiles && (isOpen ? BadFile.Explains(error, input.Path) : BadFile.ExplainsOpening(error, input.Path)))
                {
                    firstError ??= ExceptionDispatchInfo.Capture(error);
                    lost.Add(new LostFile(datasets[i].Name, input.Path, input.ExpectedEntries, error.Message));
                }
            }
            scratch.MergeAndClear();
            filled.UnionWith(scratch.Owners.Where(owner => owner.Name is not null));
            copiesOfAll.Add(scratch, copies);
        }
        if (files.Count == 0) firstError?.Throw();
        var living = LaneLocal.Living;
        return new RunPlan(files, lost, copiesOfAll.Largest(living), living.Sum(local => local.GrowthBytes), [.. filled.OrderBy(local => local.Id)]) { IsInOrder = positions.IsInOrder };
    }

    private static EventTable OpenTable(RootFile file, InputFile input)
    {
        var table = EventTable.Open(file, input.Tree);
        return input.ExpectedEntries is not { } expected || expected == table.Entries ? table
            : throw new SchemaException(input.Path, $"{table.Path} has {table.Entries} entries, the fileset says {expected}; the file was replaced or is incomplete");
    }

    private static EventColumn[] Trace<TBatch>(IAnalysis<TBatch> analysis, EventTable table, SampleInfo sample, RunOptions options, Lane scratch, ref long copies) where TBatch : EventBatch, new()
    {
        var trace = new ColumnTrace(table, sample);
        var batch = new TBatch { Systematics = options.Systematics };
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
        if (options.Events is not null)
            foreach (var branch in EventChooser.Branches) trace.Need(branch, batch.Columns);
        trace.ThrowIfMissing();
        foreach (var branch in LoopReads.Possible(analysis))
            if (trace.Has(branch)) trace.Note(branch, "");
        return [.. trace.Used.Select(table.Get)];
    }

    private static PlannedColumn Column(EventColumn column) => new(column.Name, column.CompressedBytes, column.UncompressedBytes, column.LargestPiece);
}
