using Ristretto.Bytes.Errors;
using Ristretto.Events.Engine;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Engine;

/// <summary>Files that cannot be read, and reading that fails and then goes well.</summary>
public sealed class BadFilesTests : IDisposable
{
    private const long Events = 100_000;

    private readonly AdlFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_DamagedFileLeftOut_GivesTheBitsOfARunWithoutIt(int threads)
    {
        var (first, damaged, last) = (_files.Whole("a.root"), _files.Damaged("b.root"), _files.Whole("c.root"));
        var (expected, _) = MeasuredJets.Run([first, last], new RunOptions { Threads = 1 });

        var (found, report) = MeasuredJets.Run([first, damaged, last], new RunOptions { Threads = threads, SkipBadFiles = true });

        Assert.Equal(expected.Bits(), found.Bits());
        Assert.Contains(found.Batches, batch => batch.Path == damaged);          // it was begun
        var lost = Assert.Single(report.LostFiles);
        Assert.Equal(("adl", damaged, (long?)Events), (lost.Dataset, lost.Path, lost.Events));
        Assert.StartsWith($"{damaged}: Events/Jet_pt, basket ", lost.Reason, StringComparison.Ordinal);
        Assert.Equal((2 * Events, false), (report.Events, report.IsComplete));
    }

    [Fact]
    public void Run_DamagedFile_EndsTheRunUnlessItMayBeLeftOut() =>
        Assert.StartsWith(_files.Damaged("b.root"), Assert.Throws<RootFormatException>(() => MeasuredJets.Run([_files.Missing("b.root")], new RunOptions())).Message, StringComparison.Ordinal);

    [Fact]
    public void Run_MissingCutOffAndTreelessFiles_AreLeftOutAndNamed()
    {
        var (whole, cut, missing) = (_files.Whole("a.root"), _files.CutOff("b.root"), _files.Missing("c.root"));
        var other = SharedData.Path("root", "histograms1d2d.root");

        var (_, report) = MeasuredJets.Run([missing, other, whole, cut], new RunOptions { SkipBadFiles = true });

        Assert.Equal([other, cut, missing], report.LostFiles.Select(file => file.Path).OrderBy(path => path == other ? "" : path));
        Assert.All(report.LostFiles, file => Assert.StartsWith($"{file.Path}: ", file.Reason, StringComparison.Ordinal));
        Assert.All(report.LostFiles, file => Assert.Null(file.Events));
        Assert.Equal(Events, report.Events);
    }

    [Fact]
    public void Run_NoFileCanBeRead_FailsThoughBadFilesMayBeLeftOut()
    {
        Assert.Throws<SourceException>(() => MeasuredJets.Run([_files.Missing("a.root"), _files.Missing("b.root")], new RunOptions { SkipBadFiles = true }));
        Assert.Throws<RootFormatException>(() => MeasuredJets.Run([_files.Damaged("c.root")], new RunOptions { SkipBadFiles = true }));
    }

    [Fact]
    public void Run_OtherNumberOfEventsThanTheFilesetSays_IsABadFile()
    {
        var (whole, other) = (_files.Whole("a.root"), _files.Whole("b.root"));
        var analysis = new MeasuredJets();
        DatasetRun<AdlBatch>[] runs = [new("adl", [new(whole, ExpectedEntries: Events), new(other, ExpectedEntries: Events + 1)], analysis)];

        var error = Assert.Throws<SchemaException>(() => EventLoop.Run(runs, new RunOptions()));
        var report = EventLoop.Run(runs, new RunOptions { SkipBadFiles = true });

        Assert.Equal($"{other}: Events has 100000 entries, the fileset says 100001; the file was replaced or is incomplete", error.Message);
        Assert.Equal((other, Events + 1), (report.LostFiles.Single().Path, report.LostFiles.Single().Events));
    }

    [Fact]
    public void Run_FaultOfTheAnalysisOrMissingColumn_IsNoBadFile()
    {
        var options = new RunOptions { SkipBadFiles = true, RetryPause = TimeSpan.Zero };
        Assert.Throws<InvalidOperationException>(() => MeasuredJets.Run([_files.Whole("a.root")], options, _ => throw new InvalidOperationException("a fault")));
        Assert.Throws<SourceException>(() => MeasuredJets.Run([_files.Whole("b.root")], options, _ => throw new SourceException("corrections.json", "gone", isRetryable: true)));
        Assert.Throws<SchemaException>(() => EventLoop.Run([new DatasetRun<AdlBatch>("adl", [new InputFile(_files.Whole("c.root"))], new Wanting())], options));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_ReadingFailsTwiceAndThenGoesWell_GivesTheSameBitsAndSaysSo(int threads)
    {
        var input = SharedData.Path("adl", "adl-100k.root");
        var (expected, _) = MeasuredJets.Run([input], new RunOptions { Threads = 1 });
        var failures = 0;
        var (first, end) = RunPlan.Make([new DatasetRun<AdlBatch>("adl", [new InputFile(input)], new MeasuredJets())], new RunOptions()).Files[0].Lanes[1];

        var (found, report) = MeasuredJets.Run([input], new RunOptions { Threads = threads, RetryPause = TimeSpan.FromMilliseconds(1) }, ev =>
        {
            // In the middle of the second run of events, so that something was filled already.
            if (ev.FirstEntry == first + 2 * RunOptions.DefaultTileSize && Interlocked.Increment(ref failures) <= 2) throw new SourceException(input, "the line is down", isRetryable: true);
        });

        Assert.Equal(expected.Bits(), found.Bits());
        Assert.Equal([1, 2], report.Retries.Select(retry => retry.Attempt));
        Assert.All(report.Retries, retry => Assert.Equal((input, first, end, $"{input}: the line is down"), (retry.Path, retry.First, retry.End, retry.Reason)));
        Assert.Equal((Events, true), (report.Events, report.IsComplete));
    }

    [Fact]
    public void Run_ReadingFailsForGood_EndsAfterTheLastAttempt()
    {
        var input = SharedData.Path("adl", "adl-100k.root");
        var attempts = 0;

        Assert.Throws<SourceException>(() => MeasuredJets.Run([input], new RunOptions { Threads = 1, Retries = 3, RetryPause = TimeSpan.Zero }, _ =>
        {
            attempts++;
            throw new SourceException(input, "the line is down", isRetryable: true);
        }));

        Assert.Equal(4, attempts);
    }

    [Fact]
    public void Run_WhatCannotPass_IsNotTriedAgain()
    {
        var attempts = 0;
        var input = SharedData.Path("adl", "adl-100k.root");

        Assert.Throws<SourceException>(() => MeasuredJets.Run([input], new RunOptions { Threads = 1 }, _ =>
        {
            attempts++;
            throw new SourceException(input, "no permission");
        }));

        Assert.Equal(1, attempts);
    }

    private sealed class Wanting : IAnalysis<AdlBatch>
    {
        public void Process(AdlBatch ev) => _ = ev.Misspelt;
    }
}
