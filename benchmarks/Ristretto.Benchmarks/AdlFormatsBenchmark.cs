using System.Globalization;
using Ristretto.Analyses.Adl;
using Ristretto.Cli.Commands;
using Ristretto.Cli.Measurements;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Costs;

namespace Ristretto.Benchmarks;

/// <summary>The queries in columns on files of every codec and both formats: what a query takes beyond what it computes, against decoding its columns and nothing else.</summary>
internal sealed class AdlFormatsBenchmark(string file, int copies, int rounds)
{
    private const long Events = 2_000_000;
    private const int LzmaParts = 8;          // it takes long to write: a shorter file, several times

    private static readonly string[] s_codecs = ["zstd", "lz4", "zlib", "lzma"];

    /// <summary>Prints a line for each format, codec and query, of all codecs or of one.</summary>
    internal static int Run(int rounds, string? only)
    {
        Console.WriteLine($"{Events} invented events in one file (lzma: in {LzmaParts}), columns style, 1 thread, {rounds} rounds; beyond = (run - computing) / floor");
        Console.WriteLine("format    codec   query   floor Mevents/s   run Mevents/s   run ×floor   beyond   2 threads   bytes/event allocated   gen-2");
        var folder = Directory.CreateTempSubdirectory("ristretto-bench-").FullName;
        try
        {
            foreach (var codec in s_codecs.Where(codec => only is null || codec == only))
                foreach (var format in (string[])["ttree", "rntuple"])
                {
                    var file = Path.Combine(folder, $"{format}-{codec}.root");
                    var parts = codec == "lzma" ? LzmaParts : 1;
                    if (BenchMakeInputCommand.Run(file, Events / parts, codec, format, seed: 1, overwrite: false, jobs: 2, TextWriter.Null, Console.Error) != 0) return 1;
                    var benchmark = new AdlFormatsBenchmark(file, parts, rounds);
                    foreach (var query in AdlQuery.All()) Console.WriteLine($"{format,-9} {codec,-7} {benchmark.Run(query.Name)}");
                    File.Delete(file);
                }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        return 0;
    }

    private string Run(string name)
    {
        var work = AdlWork.Of(file, copies, name, AdlStyle.All[0]);
        using var held = HeldEvents<AdlBatch>.Read(work, work.Plan, work.Plan.Events, new RunOptions());
        var floor = new DecodeFloor(work.Plan, held.Columns);
        var results = new Measurement(2, rounds).Add("floor", () => floor.Run()).Add("file", () => work.Run(1)).Add("memory", () => held.Run(work)).Add("two threads", () => work.Run(2)).Run();
        var (bytes, collections) = (GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(2));
        work.Run(1);
        var allocated = (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)work.Plan.Events;
        var (decoding, run, computing, two) = (results[0].Wall, results[1].Wall, results[2].Wall, results[3].Wall);
        return string.Create(CultureInfo.InvariantCulture,
            $"{name,-5} {work.Plan.Events / decoding / 1e6,17:F1} {work.Plan.Events / run / 1e6,15:F1} {run / decoding,12:F2} {(run - computing) / decoding,8:F2} {run / two,11:F2} {allocated,23:F2} {GC.CollectionCount(2) - collections,7}");
    }
}
