using System.Text.Json;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Costs;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Engine;

/// <summary>Where the time of a run went.</summary>
public sealed class RunCostsTests
{
    private static string Input => SharedData.Path("adl", "adl-100k.root");

    [Theory]
    [InlineData(1, "adl-100k.root")]
    [InlineData(2, "adl-100k.root")]
    [InlineData(2, "adl-100k.rntuple.root")]
    public void Run_AnyRun_DividesTheTimeOfTheWorkersAmongTheStages(int threads, string file)
    {
        var (_, report) = MeasuredJets.Run([SharedData.Path("adl", file)], new RunOptions { Threads = threads });
        var stages = report.Stages;

        Assert.All(stages.All, stage => Assert.True(stage.Time >= TimeSpan.Zero, $"{stage.Name} took {stage.Time}"));
        Assert.InRange(stages.Total / report.Elapsed, threads * 0.999, threads * 1.05);
        Assert.True(stages.Decompress > TimeSpan.Zero && stages.Compute > TimeSpan.Zero && stages.Decode > TimeSpan.Zero);
        Assert.Null(stages.Fill);
        Assert.Empty(report.Cuts);
        Assert.Empty(report.Histograms);
        // Bytes are fetched for all columns together, and in an RNTuple lengths are decompressed to know which; the rest belongs to one column each.
        Assert.InRange(report.Columns.Sum(column => (column.Decompress + column.Decode).TotalSeconds) / (stages.Decompress + stages.Decode).TotalSeconds, file.Contains("rntuple", StringComparison.Ordinal) ? 0.1 : 0.9999, 1.0001);
        Assert.All(["Jet_pt", "MET_pt"], name => Assert.True(report.Columns.Single(column => column.Branch.Replace('.', '_') == name).Time > TimeSpan.Zero, name));
    }

    [Fact]
    public void Run_DetailedCosts_GivesEveryCutAndHistogramItsTime()
    {
        var (plain, _) = MeasuredJets.Run([Input], new RunOptions { Threads = 1 });
        var (detailed, report) = MeasuredJets.Run([Input], new RunOptions { Threads = 2, DetailedCosts = true });

        Assert.Equal(plain.Bits(), detailed.Bits());
        Assert.Equal(["all", "MET", ""], report.Cuts.Select(cut => cut.Cut));
        var batches = detailed.Batches.Count;
        Assert.All(report.Cuts, cut => Assert.Equal(batches, cut.Batches));
        var pt = Assert.Single(report.Histograms);
        Assert.Equal(("pt", batches), (pt.Histogram, (int)pt.Fills));
        Assert.Equal(report.Stages.Fill!.Value.TotalSeconds, pt.Time.TotalSeconds, 6);
        // What is computed is computed on the way to some cut; a thread may lose the processor between two of them.
        Assert.InRange(report.Cuts.Sum(cut => cut.Computing.TotalSeconds) / report.Stages.Compute.TotalSeconds, 0.5, 1.0001);
        Assert.InRange(report.Cuts.Sum(cut => cut.Reading.TotalSeconds), 0, report.Reading.TotalSeconds);
        Assert.True(report.Cuts[0].Reading > TimeSpan.Zero);       // MET_pt is read for the weight, before the first
    }

    [Fact]
    public void Run_SlowCode_IsSeenAtTheCutThatFollows()
    {
        var (_, report) = MeasuredJets.Run([Input], new RunOptions { Threads = 1, DetailedCosts = true, MaxEvents = 4096 }, _ => Thread.Sleep(20));

        Assert.InRange(report.Cuts[0].Computing.TotalMilliseconds, 38, double.MaxValue);       // the first cut comes after the pause of each of two batches
        Assert.True(report.Cuts[1].Computing < report.Cuts[0].Computing);
    }

    [Fact]
    public void Write_Profile_IsATraceOfNestedSpansPerWorker()
    {
        var profile = new RunProfile();
        var (_, report) = MeasuredJets.Run([Input], new RunOptions { Threads = 2, Profile = profile });

        var events = Events(profile, out _);
        var spans = events.Where(span => span.Phase == "X").ToArray();
        Assert.Equal(profile.Spans, spans.Length);
        Assert.Equal(["worker 1", "worker 2"], events.Where(span => span.Name == "thread_name").Select(span => span.Argument));
        Assert.Equal(["compute", "cut", "decode", "decompress", "fetch", "fill", "merge", "open", "run of events"], spans.Select(span => span.Category).Distinct().Order());
        Assert.Contains(spans, span => span is { Category: "decode", Name: "Jet_pt" });
        Assert.Contains(spans, span => span is { Category: "cut", Name: "MET" });
        Assert.Contains(spans, span => span is { Category: "fill", Name: "pt" });
        Assert.Equal(RunPlan.Make([new DatasetRun<AdlBatch>("adl", [new InputFile(Input)], new MeasuredJets())], new RunOptions()).Files[0].Lanes.Count,
            spans.Count(span => span.Category == "run of events"));
        Assert.All(spans, span => Assert.InRange(span.Start, 0, report.Elapsed.TotalMicroseconds + 100_000));
        foreach (var thread in spans.GroupBy(span => span.Thread)) AssertNested(thread);
        // The same time twice: as spans, and as sums.
        Assert.Equal(report.Stages.Decompress.TotalMicroseconds, spans.Where(span => span.Category == "decompress").Sum(span => span.Duration), 0.01 * spans.Length);
        Assert.Equal(report.Stages.Fill!.Value.TotalMicroseconds, spans.Where(span => span.Category == "fill").Sum(span => span.Duration), 0.01 * spans.Length);
    }

    [Fact]
    public void Write_ProfileOfTooManySpans_KeepsTheRunsOfEventsAndSaysHowManyItLacks()
    {
        var profile = new RunProfile(mostSpans: 10);
        MeasuredJets.Run([Input], new RunOptions { Threads = 1, Profile = profile });

        var spans = Events(profile, out var leftOut).Where(span => span.Phase == "X").ToArray();
        Assert.Equal(10, spans.Count(span => span.Category is "compute" or "cut" or "decode" or "decompress" or "fill"));
        Assert.True(spans.Count(span => span.Category == "run of events") > 3);
        Assert.True(profile.Dropped > 0);
        Assert.Equal(profile.Dropped.ToString(System.Globalization.CultureInfo.InvariantCulture), leftOut);
    }

    [Fact]
    public void Run_Progress_SaysWhereTheTimeWentSoFar()
    {
        List<RunProgress> seen = [];
        var (_, report) = MeasuredJets.Run([Input], new RunOptions { Threads = 2, Progress = seen.Add });

        Assert.Equal((100_000, 100_000), (seen[^1].Events, seen[^1].TotalEvents));
        Assert.Equal(report.Stages.Decompress, seen[^1].Stages.Decompress);
    }

    // Spans of a thread lie beside or inside each other.
    private static void AssertNested(IEnumerable<TraceSpan> spans)
    {
        Stack<TraceSpan> open = [];
        foreach (var span in spans)
        {
            while (open.Count > 0 && span.Start >= open.Peek().Start + open.Peek().Duration - 0.002) open.Pop();
            if (open.Count > 0) Assert.True(span.Start + span.Duration <= open.Peek().Start + open.Peek().Duration + 0.002, $"{span} reaches out of {open.Peek()}");
            open.Push(span);
        }
    }

    private static List<TraceSpan> Events(RunProfile profile, out string? leftOut)
    {
        using var stream = new MemoryStream();
        profile.Write(stream);
        using var document = JsonDocument.Parse(stream.ToArray());
        leftOut = document.RootElement.GetProperty("otherData").GetProperty("spansLeftOut").GetString();
        return [.. document.RootElement.GetProperty("traceEvents").EnumerateArray().Select(element => new TraceSpan(
            element.GetProperty("name").GetString()!, element.GetProperty("ph").GetString()!, element.GetProperty("tid").GetInt32(),
            element.TryGetProperty("cat", out var category) ? category.GetString()! : "",
            element.TryGetProperty("ts", out var start) ? start.GetDouble() : 0, element.TryGetProperty("dur", out var duration) ? duration.GetDouble() : 0,
            element.TryGetProperty("args", out var arguments) ? arguments.GetProperty("name").GetString() : null))];
    }

    private sealed record TraceSpan(string Name, string Phase, int Thread, string Category, double Start, double Duration, string? Argument);
}
