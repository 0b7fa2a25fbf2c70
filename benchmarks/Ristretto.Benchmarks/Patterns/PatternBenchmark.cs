using System.Diagnostics;
using System.Globalization;
using Ristretto.Cli.Demo;
using Ristretto.Cli.Measurements;
using Ristretto.Histograms;

namespace Ristretto.Benchmarks.Patterns;

/// <summary>What each pattern of <c>docs/patterns</c> gains: both ways must fill the same bins, then they are timed in turn.</summary>
internal static class PatternBenchmark
{
    private const double SecondsPerTurn = 0.05;
    private const int Warmups = 4;

    /// <summary>Prints a line for each pattern, or for one.</summary>
    /// <param name="rounds">How often each way is timed.</param>
    /// <param name="only">Name of its page; null for all.</param>
    internal static int Run(int rounds, string? only)
    {
        var patterns = Pattern.All.Where(pattern => only is null || pattern.Page == only).ToArray();
        if (patterns.Length == 0)
        {
            Console.Error.WriteLine($"benchmarks: there is no pattern {only}; there are {string.Join(", ", Pattern.All.Select(pattern => pattern.Page))}");
            return 1;
        }
        var folder = Directory.CreateTempSubdirectory("ristretto-");
        try
        {
            DemoFolder.Prepare(folder.FullName, overwrite: true);
            var sample = Path.Combine(folder.FullName, "samples", "demo_data_UL18.root");
            Console.WriteLine($"{Path.GetFileName(sample)}, 1 thread, {rounds} rounds in turn, processor time; ratio: the slow way over the fast one");
            Console.WriteLine($"{"pattern",-24}{"slow ms",10}{"fast ms",10}{"ratio",8}{"slow MB",10}{"fast MB",10}");
            foreach (var pattern in patterns) Console.WriteLine(Measure(pattern, sample, folder.FullName, rounds));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Measure(Pattern pattern, string sample, string folder, int rounds)
    {
        using var trial = pattern.Over(sample, folder);
        if (!trial.IsSame()) throw new InvalidOperationException($"{pattern.Page}: the two ways fill different bins");
        trial.Fast();
        var start = Stopwatch.GetTimestamp();
        trial.Fast();
        var times = (int)Math.Clamp(SecondsPerTurn / Stopwatch.GetElapsedTime(start).TotalSeconds, 1, 500);
        var results = new Measurement(Warmups, rounds).Add("fast", () => Repeat(times, trial.Fast)).Add("slow", () => Repeat(times, trial.Slow)).Run();
        var (fast, slow) = (results[0], results[1]);
        return string.Create(CultureInfo.InvariantCulture,
            $"{pattern.Page,-24}{1e3 * slow.Cpu / times,10:F2}{1e3 * fast.Cpu / times,10:F2}{slow.CpuRatio,8:F2}{Allocated(trial.Slow),10:F2}{Allocated(trial.Fast),10:F2}");
    }

    private static void Repeat(int times, Func<Histogram[]> way)
    {
        for (var i = 0; i < times; i++) way();
    }

    private static double Allocated(Func<Histogram[]> way)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        way();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6;
    }
}
