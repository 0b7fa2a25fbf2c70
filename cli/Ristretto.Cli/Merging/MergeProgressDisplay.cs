using System.Diagnostics;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Merging;

/// <summary>Says every few seconds how far a merge has come.</summary>
internal static class MergeProgressDisplay
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);

    /// <summary>Does work that reports its progress.</summary>
    internal static MergeReport Show(TextWriter errors, Func<Action<MergeProgress>, MergeReport> work)
    {
        var pause = Stopwatch.StartNew();
        return work(progress =>
        {
            if (pause.Elapsed < s_pause) return;
            pause.Restart();
            errors.WriteLine($"{progress.Done} of {progress.Files} files   {Quantity.Bytes(progress.Bytes)}   {progress.File}");
        });
    }
}
