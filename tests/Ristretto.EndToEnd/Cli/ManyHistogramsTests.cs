using System.Text.RegularExpressions;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>A thousand histograms of twenty thousand bins, of which ROOT holds one copy per thread (root-project/root issue 9087: more than 32 GB with 16), within the allowed memory.</summary>
public sealed class ManyHistogramsTests : IDisposable
{
    private const long Mebibyte = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // A copy takes 320 MB; the least is the result, a run of events and its file. A copy for each run of events that may be underway would be 11 of them for four threads.
    [Theory]
    [InlineData("many-full", 1400)]
    [InlineData("many-peaks", 1400)]
    public void Run_AThousandHistograms_StaysBelowTheAllowedMemoryWithAllThreads(string analysis, int mebibytes)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("the memory of another process is read from /proc");
        var results = new HashSet<string>();
        foreach (var threads in (int[])[2, 4])
        {
            var (code, said, peak) = Run(analysis, threads, $"{mebibytes}MiB");

            Assert.True(code == 0, said);
            Assert.InRange(peak, 100 * Mebibyte, mebibytes * Mebibyte);
            Assert.Contains($"100000 events, {threads} threads, 100000000 entries", said, StringComparison.Ordinal);
            results.Add(Regex.Match(said, "hash ([0-9a-f]+)").Groups[1].Value);
            TestContext.Current.TestOutputHelper?.WriteLine($"{analysis}, {threads} threads: {peak / Mebibyte} MiB");
        }
        Assert.Single(results);
    }

    private (int Code, string Said, long Peak) Run(string analysis, int threads, string memory)
    {
        var fileset = _folder.Write("fileset.json", $$"""
            {"adl": {"files": {"{{SharedData.Path("adl", "adl-100k.root")}}": "Events"}, "metadata": {"year": "UL18", "is_mc": false, "process": "data", "era": "A", "lumi": 1} } }
            """);
        return ChildProgram.RunAndMeasure("run", ChildProgram.TestAnalyses + ":" + analysis, "--fileset", fileset, "--threads", $"{threads}", "--memory", memory,
            "--json", "--output", _folder[$"out-{analysis}-{threads}"]);
    }
}
