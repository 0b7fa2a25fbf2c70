using System.Diagnostics;
using Ristretto.Analyses.Adl;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Costs;

namespace Ristretto.Cli.Measurements;

/// <summary>Measures the queries of the analysis description language benchmark: from the file, the floor of reading, and computing alone, in turn.</summary>
/// <param name="files">The files.</param>
/// <param name="style">The style in which the queries are written.</param>
/// <param name="options">Threads, connections, cancellation.</param>
/// <param name="rounds">How often each is measured.</param>
internal sealed class AdlMeasurement(IReadOnlyList<InputFile> files, AdlStyle style, RunOptions options, int rounds)
{
    private const long MostHeld = 200_000;               // events in memory; of the widest query some 20 MB
    private const double WarmSeconds = 0.4;              // until then the compiler may not be done
    private const int MostWarmupsPerRound = 4;

    /// <summary>Measures a query.</summary>
    internal AdlFigures Run(string name)
    {
        PeakMemory.Restart();
        var first = Named(name);
        var start = Stopwatch.GetTimestamp();
        var report = Process(first);
        var (seconds, peak) = (Stopwatch.GetElapsedTime(start).TotalSeconds, PeakMemory.Megabytes);

        // What is run again and again fills histograms of its own.
        var query = Named(name);
        var (plan, work) = (PlanOf(query), new Work(style.Of(query)));
        using var held = HeldEvents<AdlBatch>.Read(work, plan, MostHeld, options);
        var floor = new DecodeFloor(plan, held.Columns, options.Connections);
        var passes = held.Events == 0 ? 1 : (int)Math.Clamp(plan.Events / held.Events, 1, 5);
        List<double> loops = [];
        var results = new Measurement((int)Math.Clamp(WarmSeconds / seconds, 1, MostWarmupsPerRound * rounds), rounds)
            .Add("run", () => loops.Add(Process(query).Elapsed.TotalSeconds))
            .Add("floor", () => floor.Run(options.Threads))
            .Add("compute", () => Compute(held, work, passes))
            .Run();
        return new AdlFigures
        {
            Query = name,
            Histograms = first.Histograms,
            Events = report.Events,
            Seconds = Measurement.Median(loops.TakeLast(rounds)),
            TotalSeconds = results[0].Wall,
            BytesRead = report.BytesRead,
            FloorSeconds = results[1].Wall,
            ComputeSeconds = results[2].Wall * plan.Events / Math.Max(1, passes * held.Events),
            PeakMemoryMB = peak,
        };
    }

    private static AdlQuery Named(string name) => AdlQuery.All().Single(query => query.Name == name);

    private void Compute(HeldEvents<AdlBatch> held, Work work, int passes)
    {
        options.Cancellation.ThrowIfCancellationRequested();
        for (var i = 0; i < passes; i++) held.Run(work, options.Threads);
    }

    private RunReport Process(AdlQuery query) => EventLoop.Run(Datasets(style.Of(query)), PlanOf(query), options);

    // A dry run of the columns comes across all that a loop over events reads too.
    private RunPlan PlanOf(AdlQuery query) => RunPlan.Make(Datasets(query.Columns), options);

    private IReadOnlyList<DatasetRun<AdlBatch>> Datasets(Action<AdlBatch> process) => [new("adl", files, new Work(process))];

    private sealed class Work(Action<AdlBatch> process) : IAnalysis<AdlBatch>
    {
        public void Process(AdlBatch events) => process(events);
    }
}
