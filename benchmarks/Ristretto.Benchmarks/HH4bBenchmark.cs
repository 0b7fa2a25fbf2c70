using Ristretto.Analyses.HH4b;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;

namespace Ristretto.Benchmarks;

/// <summary>The HH→4b pass over at least 100 000 events on one thread against the decode-only floor of the same columns.</summary>
internal static class HH4bBenchmark
{
    internal static int Run(string data, int rounds)
    {
        Pass(data, "data_UL18_A", copies: 4, rounds);
        Pass(data, "GluGluToHHTo4B_cHHH1_UL18", copies: 1, Math.Min(rounds, 5));
        Threads(data, rounds);
        return 0;
    }

    private static void Pass(string data, string dataset, int copies, int rounds)
    {
        var single = new RunOptions { Threads = 1 };
        var floor = new DecodeFloor(Plan(Make(data, dataset, copies, histograms: false), single));
        var fullFloor = new DecodeFloor(Plan(Make(data, dataset, copies, histograms: true), single));
        var results = new Measurement(3, rounds)
            .Add("floor of the selection's columns", () => floor.Run())
            .Add("selection + cutflow + m4j", () => EventLoop.Run(Make(data, dataset, copies, histograms: false), single))
            .Add("floor with the histograms' columns", () => fullFloor.Run())
            .Add("with all histograms", () => EventLoop.Run(Make(data, dataset, copies, histograms: true), single))
            .Run();
        var events = Plan(Make(data, dataset, copies, false), single).Events;
        Console.WriteLine($"{dataset}: {events} events, 1 thread, {rounds} rounds");
        foreach (var (name, wall, cpu, ratio, cpuRatio) in results)
            Console.WriteLine($"  {name,-36} {events / wall,12:N0} events/s   {1e9 * cpu / events,7:F0} ns/event   {ratio:F2}× wall, {cpuRatio:F2}× processor time of the first");
        Console.WriteLine($"  with all histograms against its own floor: {results[3].Wall / results[2].Wall:F2}");
        Memory(data, dataset, copies);
    }

    private static void Memory(string data, string dataset, int copies)
    {
        foreach (var histograms in new[] { false, true })
        {
            var runs = Make(data, dataset, copies, histograms);
            var plan = Plan(runs, new RunOptions { Threads = 1 });
            EventLoop.Run(runs, plan, new RunOptions { Threads = 1 });
            var (before, collections) = (GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(2));
            EventLoop.Run(runs, plan, new RunOptions { Threads = 1 });
            var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            Console.WriteLine($"  {(histograms ? "with all histograms" : "selection"),-20} {(double)allocated / plan.Events:F1} bytes allocated per event, {GC.CollectionCount(2) - collections} gen-2 collections");
        }
    }

    private static void Threads(string data, int rounds)
    {
        var results = new Measurement(2, rounds)
            .Add("1 thread", () => EventLoop.Run(Make(data, "data_UL18_A", 4, true), new RunOptions { Threads = 1 }))
            .Add("2 threads", () => EventLoop.Run(Make(data, "data_UL18_A", 4, true), new RunOptions { Threads = 2 }))
            .Run();
        Console.WriteLine($"2 threads, all histograms: speed-up {1 / results[1].Ratio:F2}");
    }

    private static RunPlan Plan(IReadOnlyList<DatasetRun<NanoBatch>> runs, RunOptions options) => RunPlan.Make(runs, options);

    private static IReadOnlyList<DatasetRun<NanoBatch>> Make(string data, string dataset, int copies, bool histograms)
    {
        var (sample, file) = Samples.Make(Path.Combine(data, "samples", "fileset.json"), dataset);
        return [new DatasetRun<NanoBatch>(dataset, [.. Enumerable.Repeat(file, copies)], new Selection(sample with { WithHistograms = histograms }))];
    }
}
