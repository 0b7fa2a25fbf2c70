using Ristretto.Analyses.HH4b;
using Ristretto.Cli.Measurements;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Costs;
using Ristretto.Events.NanoAod;

namespace Ristretto.Benchmarks;

/// <summary>The HH→4b pass over at least 100 000 events on one thread against the decode-only floor of the same columns.</summary>
internal static class HH4bBenchmark
{
    internal static int Run(string data, int rounds)
    {
        Pass(data, "data_UL18_A", copies: 12, rounds);
        Pass(data, "GluGluToHHTo4B_cHHH1_UL18", copies: 1, Math.Min(rounds, 5));
        Threads(data, rounds);
        return 0;
    }

    /// <summary>The same pass for some seconds, for a sampling profiler to look at.</summary>
    internal static int Repeat(string data, bool histograms)
    {
        var work = new Work(data, "data_UL18_A", 12, histograms);
        for (var start = System.Diagnostics.Stopwatch.GetTimestamp(); System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds < 14;) work.Run(new RunOptions { Threads = 1 });
        return 0;
    }

    private static void Pass(string data, string dataset, int copies, int rounds)
    {
        foreach (var (name, histograms) in new[] { ("selection + cutflow + m4j", false), ("with all histograms", true) })
        {
            Pass(name, new Work(data, dataset, copies, histograms), dataset, rounds);
            Memory(name, new Work(data, dataset, copies, histograms), new Work(data, dataset, 2 * copies, histograms));
        }
    }

    private static void Pass(string name, Work work, string dataset, int rounds)
    {
        var single = new RunOptions { Threads = 1 };
        var columns = ColumnsOf(work.Run(single));
        var floor = new DecodeFloor(work.Plan, columns);
        var results = new Measurement(30, rounds).Add("decode-only floor", () => floor.Run()).Add(name, () => work.Run(single)).Run();
        var events = work.Plan.Events;
        Console.WriteLine($"{dataset}: {events} events, {columns.Count} columns, 1 thread, {rounds} rounds");
        foreach (var (variant, wall, cpu, ratio, cpuRatio) in results)
            Console.WriteLine($"  {variant,-28} {events / wall,12:N0} events/s   {1e9 * cpu / events,7:F0} ns/event   {ratio:F2}× wall, {cpuRatio:F2}× processor time of the floor");
    }

    /// <summary>What more events cost; what a run makes once, such as copies of the histograms, is named beside it.</summary>
    private static void Memory(string name, Work work, Work twice)
    {
        var ((once, _), (more, collections)) = (Allocated(work), Allocated(twice));
        var perEvent = (more - once) / (double)(twice.Plan.Events - work.Plan.Events);
        Console.WriteLine($"  {name,-28} {perEvent:F1} bytes allocated per event and {(once - perEvent * work.Plan.Events) / 1e6:F1} MB per run, {collections} gen-2 collections");
    }

    private static (long Bytes, int Collections) Allocated(Work work)
    {
        work.Run(new RunOptions { Threads = 1 });
        var (before, collections) = (GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(2));
        work.Run(new RunOptions { Threads = 1 });
        return (GC.GetTotalAllocatedBytes(precise: true) - before, GC.CollectionCount(2) - collections);
    }

    /// <summary>The pass with batches of different sizes.</summary>
    internal static int Tiles(string data, int rounds)
    {
        var selection = new Work(data, "data_UL18_A", 4, histograms: false);
        var everything = new Work(data, "data_UL18_A", 4, histograms: true);
        var floor = new DecodeFloor(selection.Plan, ColumnsOf(selection.Run(new RunOptions { Threads = 1 })));
        foreach (var tile in new[] { 256, 512, 1024, 2048, 4096, 8192 })
        {
            var options = new RunOptions { Threads = 1, TileSize = tile };
            var results = new Measurement(4, rounds).Add("floor", () => floor.Run()).Add("selection", () => selection.Run(options)).Add("all", () => everything.Run(options)).Run();
            Console.WriteLine($"tile {tile,5}: selection {results[1].Ratio:F2}, all histograms {results[2].Ratio:F2} times the floor");
        }
        return 0;
    }

    private static void Threads(string data, int rounds)
    {
        var work = new Work(data, "data_UL18_A", 12, histograms: true);
        var columns = ColumnsOf(work.Run(new RunOptions { Threads = 1 }));
        DecodeFloor[] floors = [new(work.Plan, columns), new(work.Plan, columns)];
        var results = new Measurement(6, rounds)
            .Add("1 thread", () => work.Run(new RunOptions { Threads = 1 }))
            .Add("2 threads", () => work.Run(new RunOptions { Threads = 2 }))
            .Add("floor", () => floors[0].Run())
            .Add("two floors at once", () => Parallel.ForEach(floors, floor => floor.Run()))
            .Run();
        Console.WriteLine($"2 threads, all histograms: speed-up {1 / results[1].Ratio:F2}; two decode-only floors at once do {2 * results[2].Ratio / results[3].Ratio:F2} times what one does");
        Console.WriteLine($"peak memory of this process: {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
    }

    private static IReadOnlyList<string> ColumnsOf(RunReport report) => [.. report.Columns.Select(column => column.Branch)];

    /// <summary>A data set ready to be run over; each run fills new histograms.</summary>
    private sealed class Work
    {
        private readonly string _dataset;
        private readonly Sample _sample;
        private readonly InputFile[] _files;

        internal Work(string data, string dataset, int copies, bool histograms)
        {
            var (sample, file) = Samples.Make(Path.Combine(data, "samples", "fileset.json"), dataset);
            (_dataset, _sample, _files) = (dataset, sample with { WithHistograms = histograms }, [.. Enumerable.Repeat(file, copies)]);
            Plan = RunPlan.Make(Runs(), new RunOptions());
        }

        internal RunPlan Plan { get; }

        internal RunReport Run(RunOptions options) => EventLoop.Run(Runs(), Plan, options);

        private DatasetRun<NanoBatch>[] Runs() => [new(_dataset, _files, new Selection(_sample))];
    }
}
