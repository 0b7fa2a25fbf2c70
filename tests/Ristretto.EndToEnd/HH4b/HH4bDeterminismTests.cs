using System.Security.Cryptography;
using Ristretto.Analyses.HH4b;
using Ristretto.EndToEnd.Cli;
using Ristretto.Events.Engine;
using Ristretto.Events.Programs;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.HH4b;

/// <summary>The same input gives the same bytes, however the work is divided.</summary>
public sealed class HH4bDeterminismTests : IDisposable
{
    private const int All = int.MaxValue;
    private const long FewEvents = 1200;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_AnyNumberOfThreadsAndTileSize_WritesTheSameBytes()
    {
        var reference = Hashes(new RunOptions { Threads = 1 });

        Assert.Equal(
            ["cutflow.json", "cutflow_variations.json", .. DemoRun.Datasets.Order(StringComparer.Ordinal).Select(name => $"events/{name}.csv"), "histograms.json", "histograms.root", "report/index.html", "variations.json", "variations.root"],
            reference.Keys);
        foreach (var (threads, tile) in new[] { (2, 4096), (4, 4096), (1, 7), (4, 7), (1, All), (2, All), (4, All) })
            AssertSame(reference, Hashes(new RunOptions { Threads = threads, TileSize = tile }), $"{threads} threads, tiles of {tile}");
    }

    [Fact]
    public void Run_OneEventAtATime_WritesTheSameBytes()
    {
        var reference = Hashes(new RunOptions { Threads = 1, MaxEvents = FewEvents });

        foreach (var threads in new[] { 1, 2, 4 })
            AssertSame(reference, Hashes(new RunOptions { Threads = threads, TileSize = 1, MaxEvents = FewEvents }), $"{threads} threads, single events");
    }

    /// <summary>A file is known by its path: the place that it has in the fileset changes nothing.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_FilesInAnotherOrder_WritesTheSameBytes(int threads)
    {
        Directory.CreateDirectory(_folder["samples"]);
        Directory.CreateSymbolicLink(_folder["samples/corrections"], Path.Combine(CliRun.Samples, "corrections"));
        string[] files = ["f1.root", "f2.root", "f10.root"];       // data and simulation, so that the files differ
        foreach (var (file, dataset) in files.Zip(DemoRun.Datasets)) File.Copy(Path.Combine(CliRun.Samples, $"{dataset}.root"), _folder[$"samples/{file}"]);

        var expected = Run(files, 1);

        AssertSame(expected, Run([files[2], files[0], files[1]], threads), $"{threads} threads, another order");
        AssertSame(expected, Run([files[1], files[2], files[0]], threads), $"{threads} threads, yet another order");

        SortedDictionary<string, string> Run(string[] order, int threads)
        {
            var fileset = _folder.Write("samples/fileset.json", $$"""
                {"mixed": {"files": [{{string.Join(", ", order.Select(file => $"\"{file}\""))}}], "metadata": {"year": "UL18", "is_mc": false, "process": "data_A", "era": "A", "lumi": 1} } }
                """);
            var output = _folder[Guid.NewGuid().ToString("N")];
            new HH4bProgram().Run(new RunRequest { Fileset = fileset, Output = output, Options = new RunOptions { Threads = threads }, DumpEvents = 500 });
            return Hashes(output);
        }
    }

    private static void AssertSame(SortedDictionary<string, string> expected, SortedDictionary<string, string> found, string how)
    {
        Assert.Equal(expected.Keys, found.Keys);
        var different = expected.Keys.Where(name => expected[name] != found[name]).ToArray();
        Assert.True(different.Length == 0, $"{how}: {string.Join(", ", different)} differ");
    }

    /// <summary>The hash of every file of a run, but for <c>run.json</c>, which tells of the run itself.</summary>
    private SortedDictionary<string, string> Hashes(RunOptions options)
    {
        return Hashes(DemoRun.Run(_folder[Guid.NewGuid().ToString("N")], options));
    }

    private static SortedDictionary<string, string> Hashes(string output)
    {
        var files = Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Select(path => (Path: path, Name: Path.GetRelativePath(output, path)));
        return new(files.Where(file => file.Name != "run.json").ToDictionary(file => file.Name, file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.Path)))), StringComparer.Ordinal);
    }
}
