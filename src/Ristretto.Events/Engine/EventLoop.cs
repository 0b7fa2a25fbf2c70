using Ristretto.Bytes.Sources;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine.Costs;
using Ristretto.Events.Engine.Friends;
using Ristretto.Events.Selections;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Engine;

/// <summary>Runs analyses over the events of data sets, on all cores.</summary>
public static class EventLoop
{
    /// <summary>Plans and runs. When it returns, the histograms and cutflows of the analyses hold the results.</summary>
    /// <param name="datasets">The data sets in the order in which they are processed.</param>
    /// <param name="options">Threads, memory, progress.</param>
    /// <exception cref="Ristretto.Bytes.Errors.RistrettoException">A file cannot be read or lacks a column; nothing is merged of the data set in question beyond what came before.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RunReport Run<TBatch>(IReadOnlyList<DatasetRun<TBatch>> datasets, RunOptions? options = null) where TBatch : EventBatch, new()
    {
        options ??= new RunOptions();
        using var own = ConnectionsFor(datasets.SelectMany(dataset => dataset.Files).Select(file => file.Path), options);
        if (own is not null) options = options with { Connections = own };
        return Run(datasets, RunPlan.Make(datasets, options), options);
    }

    /// <summary>Runs according to a plan that was made for the same data sets.</summary>
    public static RunReport Run<TBatch>(IReadOnlyList<DatasetRun<TBatch>> datasets, RunPlan plan, RunOptions options) where TBatch : EventBatch, new()
    {
        var friendly = FriendlyAnalyses.Find(datasets.Select(dataset => dataset.Analysis));
        try
        {
            foreach (var analysis in friendly) analysis.Prepare();
            return RunAll(datasets, plan, options) with { Friends = [.. friendly.SelectMany(analysis => analysis.Friends)] };
        }
        finally
        {
            foreach (var analysis in friendly) analysis.Close();
        }
    }

    private static RunReport RunAll<TBatch>(IReadOnlyList<DatasetRun<TBatch>> datasets, RunPlan plan, RunOptions options) where TBatch : EventBatch, new()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TileSize, 1);
        if (plan.IsInOrder) options = options with { Threads = 1 };
        var memory = MemoryPlan.Make(plan, options);
        using var own = ConnectionsFor(plan.Files.Select(file => file.Path), options);
        using var files = new OpenFiles(plan, options.Connections ?? own);
        using var schedule = new LaneSchedule(plan, memory.Threads, memory.PageLimit, options.FileMerged, options.Cancellation);
        var workers = new Worker<TBatch>[memory.Threads];
        var logs = options.Profile?.Begin(workers.Length);
        for (var i = 0; i < workers.Length; i++) workers[i] = new Worker<TBatch>(datasets, schedule, files, memory, options, logs?[i]);
        StageMeter[] meters = [.. workers.Select(worker => worker.Meter)];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers)
            while (!worker.Join(TimeSpan.FromMilliseconds(100))) Report(options, plan, schedule, files, meters, clock.Elapsed);
        Report(options, plan, schedule, files, meters, clock.Elapsed);
        foreach (var worker in workers) worker.Dispose();
        schedule.ThrowIfFailed(options.Cancellation);
        return RunReport.Of(plan, schedule.Ledger, files.Counters, meters, clock.Elapsed, memory, options) with
        {
            Shifts = ShiftMeter.Join(workers.Select(worker => worker.Shifts).OfType<ShiftMeter>()),
            NaNWeights = NaNWeights.Join(workers.Select(worker => worker.Weights?.NaN).OfType<NaNWeights>()),
            IdleWeights = WeightChecks.IdleIn(workers.Select(worker => worker.Weights).OfType<WeightChecks>()),
        };
    }

    /// <summary>Connections for a run that was given none; null where none are needed.</summary>
    private static Connections? ConnectionsFor(IEnumerable<string> paths, RunOptions options) =>
        options.Connections is null && paths.Any(SourceAddress.IsRemote) ? new Connections(null, options.Cancellation) : null;

    private static void Report(RunOptions options, RunPlan plan, LaneSchedule schedule, OpenFiles files, StageMeter[] meters, TimeSpan elapsed) =>
        options.Progress?.Invoke(new RunProgress(schedule.EventsDone, plan.Events, files.BytesRead, elapsed, schedule.CurrentDataset)
        {
            Stages = CostSums.Stages(meters, elapsed),
        });
}
