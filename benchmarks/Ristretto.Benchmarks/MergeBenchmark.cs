using System.Diagnostics;
using System.Globalization;
using Ristretto.Bytes.Files.Merging;

namespace Ristretto.Benchmarks;

/// <summary>Merging one file of about 1 GB against <c>cp --reflink=never</c> of it, both from the page cache: once as cp does it, which leaves the writing to the system, and once with sync, since the merge forces its file onto the disk unless it is told not to.</summary>
internal static class MergeBenchmark
{
    private const int Copies = 75;

    /// <summary>Prints the speeds of each round.</summary>
    public static int Run(string data, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("ristretto-merge-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "source.root"), Path.Combine(folder.FullName, "target.root"));
            var part = Path.Combine(data, "samples", "data_UL18_A.root");
            FileMerger.Merge([.. Enumerable.Repeat(part, Copies)], source, new MergeOptions());
            var bytes = new FileInfo(source).Length;
            Console.WriteLine($"{bytes / 1e6:F0} MB; MB/s of cp, of the merge without sync, of cp with sync, of the merge as usual");
            for (var round = 0; round < rounds; round++)
            {
                var copy = Speed(bytes, () => Start("cp", "--reflink=never", source, target));
                File.Delete(target);
                var synced = Speed(bytes, () =>
                {
                    Start("cp", "--reflink=never", source, target);
                    Start("sync", target);
                });
                File.Delete(target);
                var merge = Speed(bytes, () => FileMerger.Merge([source], target, new MergeOptions()));
                File.Delete(target);
                var quick = Speed(bytes, () => FileMerger.Merge([source], target, new MergeOptions { IsDurable = false }));
                File.Delete(target);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{copy,8:F0} {quick,8:F0} {synced,8:F0} {merge,8:F0}   {quick / copy:P0} of cp, {merge / synced:P0} of cp with sync"));
            }
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Speed(long bytes, Action work)
    {
        var time = Stopwatch.StartNew();
        work();
        return bytes / 1e6 / time.Elapsed.TotalSeconds;
    }

    private static void Start(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed with {process.ExitCode}");
    }
}
