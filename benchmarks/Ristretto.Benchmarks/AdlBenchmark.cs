using Ristretto.Analyses.Adl;
using Ristretto.Events.Engine;

namespace Ristretto.Benchmarks;

/// <summary>The queries of the analysis description language benchmark over 2 M events on one thread, in both styles, against the decode-only floor of the same columns.</summary>
internal static class AdlBenchmark
{
    private const int Copies = 20;

    internal static int Run(string data, int rounds)
    {
        var file = Path.Combine(data, "adl", "adl-100k.root");
        Console.WriteLine($"{file}, {Copies} times, 1 thread, {rounds} rounds");
        Console.WriteLine("query   columns   floor Mevents/s   columns ×floor   loop ×floor   2 threads   bytes/event allocated   gen-2");
        foreach (var query in AdlQuery.All())
        {
            var (columns, loop) = (new Work(file, query.Columns), new Work(file, query.Loop));
            var read = columns.Run(1).Columns;
            var floor = new DecodeFloor(columns.Plan, read);
            var results = new Measurement(3, rounds).Add("floor", () => floor.Run()).Add("columns", () => columns.Run(1)).Add("loop", () => loop.Run(1)).Add("two", () => columns.Run(2)).Run();
            var (bytes, collections) = (GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(2));
            columns.Run(1);
            var allocated = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)columns.Plan.Events;
            Console.WriteLine($"{query.Name,-5} {read.Count,9} {columns.Plan.Events / results[0].Wall / 1e6,17:F1} {results[1].Ratio,16:F2} {results[2].Ratio,13:F2} {results[1].Wall / results[3].Wall,11:F2} {allocated,23:F2} {GC.CollectionCount(2) - collections,7}");
        }
        return 0;
    }

    private sealed class Work(string file, Action<AdlBatch> process) : IAnalysis<AdlBatch>
    {
        private IReadOnlyList<DatasetRun<AdlBatch>> Datasets => [new("adl", [.. Enumerable.Repeat(new InputFile(file, "Events"), Copies)], this)];

        internal RunPlan Plan => field ??= RunPlan.Make(Datasets, new RunOptions { Threads = 1 });

        public void Process(AdlBatch events) => process(events);

        internal RunReport Run(int threads) => EventLoop.Run(Datasets, Plan, new RunOptions { Threads = threads });
    }
}
