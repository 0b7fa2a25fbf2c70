using System.Globalization;
using Ristretto.Analyses.Adl;
using Ristretto.Cli.Measurements;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Costs;

namespace Ristretto.Benchmarks;

/// <summary>The queries of the analysis description language benchmark in each style: over 2 M events on one thread against the decode-only floor of the same columns,
/// and over columns in memory against plain loops in C++.</summary>
internal sealed class AdlBenchmark(string file, int rounds, ReferenceProgram? reference)
{
    private const int Copies = 20;

    /// <summary>Prints a line for each query, or for one.</summary>
    internal static int Run(string data, int rounds, string? only)
    {
        var file = Path.Combine(data, "adl", "adl-100k.root");
        Console.WriteLine($"{file}, {Copies} times, 1 thread, {rounds} rounds; × C++: computing alone, over columns in memory");
        using var reference = ReferenceProgram.Make(file);
        if (reference is null) Console.WriteLine("g++ is not installed: computing is not compared with C++");
        Console.WriteLine($"query   columns   floor Mevents/s {string.Concat(AdlStyle.All.Select(style => $"{$"{style.Name} ×floor",18}{$"{style.Name} ×C++",16}"))}   C++ ns/event   2 threads   bytes/event allocated   gen-2");
        var benchmark = new AdlBenchmark(file, rounds, reference);
        foreach (var query in AdlQuery.All().Where(query => only is null || query.Name == only)) benchmark.Run(query.Name);
        return 0;
    }

    private void Run(string name)
    {
        var styles = AdlStyle.All.Select(style => AdlWork.Of(file, Copies, name, style)).ToArray();
        var plan = styles[0].Plan;
        var held = styles.Select(work => HeldEvents<AdlBatch>.Read(work, plan, plan.Events, new RunOptions())).ToArray();
        var floor = new DecodeFloor(plan, held[0].Columns);
        var cpp = 0.0;
        var measurement = new Measurement(3, rounds).Add("floor", () => floor.Run());
        for (var i = 0; i < styles.Length; i++)
        {
            var (work, events) = (styles[i], held[i]);
            measurement.Add("file", () => work.Run(1)).Add("memory", () => events.Run(work));
        }
        var results = measurement.Add("two threads", () => styles[0].Run(2)).Run();
        if (reference is not null) cpp = Compare(name, held);

        var (bytes, collections) = (GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(2));
        styles[0].Run(1);
        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)plan.Events;
        var ratios = Enumerable.Range(0, styles.Length).Select(i => (File: results[1 + 2 * i].Ratio, Memory: cpp > 0 ? results[2 + 2 * i].Wall / cpp : double.NaN));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-5} {held[0].Columns.Count,9} {plan.Events / results[0].Wall / 1e6,17:F1} {string.Concat(ratios.Select(ratio => string.Create(CultureInfo.InvariantCulture, $"{ratio.File,18:F2}{ratio.Memory,16:F2}")))} {1e9 * cpp / held[0].Events,14:F1} {results[1].Wall / results[^1].Wall,11:F2} {allocated,23:F2} {GC.CollectionCount(2) - collections,7}"));
        foreach (var events in held) events.Dispose();
    }

    /// <summary>The time that C++ takes for the events in memory, after each style has given the same histograms.</summary>
    private double Compare(string name, HeldEvents<AdlBatch>[] held)
    {
        var (seconds, expected) = reference!.Measure(name, rounds, Copies);
        for (var i = 0; i < held.Length; i++)
        {
            var work = AdlWork.Of(file, Copies, name, AdlStyle.All[i]);
            held[i].Run(work);
            for (var j = 0; j < expected.Count; j++)
                if (!work.Query.Histograms[j].Values.SequenceEqual(expected[j])) throw new InvalidOperationException($"{name} in style {AdlStyle.All[i].Name} has other bins than C++");
        }
        return seconds;
    }
}
