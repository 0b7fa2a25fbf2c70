using System.Globalization;
using Ristretto.EndToEnd.Cli;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.HH4b;

/// <summary><c>--memory</c> is a promise: the process, measured from outside, never holds more.</summary>
public sealed class HH4bMemoryTests : IDisposable
{
    private const long Mebibyte = 1 << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_ManyDataSets_StaysBelowTheAllowedMemory()
    {
        Skip();
        var (code, errors, peak) = Run(300, "run", "hh4b", "--fileset", SharedData.Path("samples", "fileset.json"));

        Assert.True(code == 0, errors);
        Assert.InRange(peak, 50 * Mebibyte, 300 * Mebibyte);
        // Taken after everything else was written.
        Assert.InRange(HH4bRun.Json(_folder["out"], "run.json").GetProperty("cost").GetProperty("peakMemoryBytes").GetInt64(), peak * 95 / 100, 300 * Mebibyte);
    }

    [Theory]
    [InlineData(128)]
    [InlineData(160)]
    public void Run_LargeClusters_MakesTheBatchesFit(int mebibytes)
    {
        Skip();
        var file = SharedData.Path("adl", "adl-100k.root");   // clusters of 20 000 events
        using var folder = new TemporaryFolder();
        var fileset = folder.Write("fileset.json", $$"""
            {"adl": {"files": {"{{file}}": "Events"}, "metadata": {"year": "UL18", "is_mc": false, "process": "data", "era": "A", "lumi": 1} } }
            """);

        var (code, errors, peak) = Run(mebibytes, "run", ChildProgram.TestAnalyses + ":whole-file", "--fileset", fileset, "--tile", "100000", "--json");

        Assert.True(code == 0, errors);
        Assert.Contains("100000 events, tiles of ", errors, StringComparison.Ordinal);
        Assert.InRange(peak, 30 * Mebibyte, mebibytes * Mebibyte);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(120)]
    public void Run_TooLittleForTheHistograms_EndsWithOneLineAndNothingWritten(int mebibytes)
    {
        Skip();
        var (code, errors, peak) = Run(mebibytes, "run", "hh4b", "--fileset", SharedData.Path("samples", "fileset.json"), "--json");

        Assert.Equal(2, code);
        Assert.Contains("--memory", errors.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
        if (mebibytes > 100) Assert.InRange(peak, 0, mebibytes * Mebibyte);
    }

    /// <summary>Whoever follows what the program says gets his results, within what it asked for.</summary>
    [Fact]
    public void Run_WithTheMemoryThatItAskedFor_IsDoneWithinIt()
    {
        Skip();
        var (allowed, attempts) = (100, 0);
        while (true)
        {
            Assert.InRange(++attempts, 1, 10);
            var (code, errors, peak) = Run(allowed, "run", "hh4b", "--fileset", SharedData.Path("samples", "fileset.json"));
            Assert.InRange(peak, 0, allowed * Mebibyte);
            if (code == 0) break;
            Assert.Equal(2, code);
            // What the analysis makes before it comes to the engine is not known to anybody beforehand.
            var needed = System.Text.RegularExpressions.Regex.Match(errors, @"--memory: .* needs at least (\d+) MiB\n$");
            Assert.True(needed.Success || errors.Contains($"--memory: {allowed} MiB are used up; allow more", StringComparison.Ordinal), errors);
            allowed = needed.Success ? int.Parse(needed.Groups[1].Value, CultureInfo.InvariantCulture) : allowed + 50;
        }
    }

    [Theory]
    [InlineData(110, 0)]
    [InlineData(80, 2)]
    public void Plot_WithLittleMemory_StaysBelowItOrSaysWhatItNeeds(int mebibytes, int exitCode)
    {
        Skip();
        var file = SharedData.Path("adl", "adl-100k.root");
        var (code, errors, peak) = Start(mebibytes, "plot", $"{file}:Events", "sum(Jet_pt[abs(Jet_eta) < 2.4]) + max(Jet_mass)", "--bins", "60,0,300");

        Assert.Equal(exitCode, code);
        if (code == 0) Assert.InRange(peak, 0, mebibytes * Mebibyte);
        else Assert.Matches(@"^ristretto plot: --memory: 80 MiB is too little: one entry at a time needs at least \d+ MiB$", errors.TrimEnd());
    }

    private static void Skip()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("the memory of another process is read from /proc");
    }

    private (int Code, string Errors, long Peak) Run(int mebibytes, params string[] arguments) => Start(mebibytes, [.. arguments, "--output", _folder["out"]]);

    /// <summary>Runs the program and gives the most memory that it held, as the kernel counts it.</summary>
    private static (int Code, string Errors, long Peak) Start(int mebibytes, params string[] arguments)
    {
        string[] all = [.. arguments, "--memory", $"{mebibytes}MiB"];
        return ChildProgram.RunAndMeasure(all);
    }
}
