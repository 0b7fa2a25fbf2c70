using System.Text.Json;
using Ristretto.Cli.Rendering;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Costs;

namespace Ristretto.Cli.Running;

/// <summary>What a run has cost, as text and as JSON.</summary>
internal static class CostReport
{
    private const int ShownColumns = 4;

    /// <summary>Three lines: speed, where the time went, which columns were large.</summary>
    internal static void Print(RunReport report, TextWriter output)
    {
        output.WriteLine($"  {Quantity.Count(report.Events, "event", "events")}   {Quantity.Time(report.Elapsed)}   {Quantity.Count((long)report.EventsPerSecond)} events/s   "
            + $"{Quantity.Bytes(PerSecond(report, report.DecompressedBytes))}/s decoded   peak {Quantity.Bytes(ProcessMemory.Peak)}   "
            + $"{Quantity.Count(report.Threads, "thread", "threads")} ({Quantity.Share(Busy(report))} busy)");
        if (report.Stages.Total > TimeSpan.Zero) output.WriteLine($"  time      {Stages(report.Stages, "   ")}");
        var bytes = report.Columns.Sum(column => column.DecompressedBytes);
        if (bytes == 0) return;
        var largest = report.Columns.Take(ShownColumns).Select(column => $"{column.Branch} {Quantity.Share(column.DecompressedBytes / (double)bytes)}");
        output.WriteLine($"  columns   {string.Join("   ", largest)}{(report.Columns.Count > ShownColumns ? "   …" : "")}   {Quantity.Count(report.Columns.Count)} read, {Quantity.Bytes(bytes)} decoded");
    }

    /// <summary>Where the time went: <c>decompress 46 %, compute 31 %</c>; stages below half a per cent are left out.</summary>
    internal static string Stages(StageTimes stages, string between) => string.Join(between, stages.All
        .Select(stage => (stage.Name, Share: stage.Time / stages.Total))
        .Where(stage => stage.Share >= 0.005)
        .Select(stage => $"{stage.Name} {Quantity.Share(stage.Share)}"));

    /// <summary>Writes the same numbers and more.</summary>
    internal static void Write(RunReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("events", report.Events);
        json.WriteNumber("seconds", report.Elapsed.TotalSeconds);
        json.WriteNumber("eventsPerSecond", report.EventsPerSecond);
        json.WriteNumber("requests", report.Requests);
        json.WriteNumber("bytesRead", report.BytesRead);
        json.WriteNumber("bytesDecoded", report.DecompressedBytes);
        json.WriteNumber("readingSeconds", report.Reading.TotalSeconds);
        json.WriteNumber("computingSeconds", report.Computing.TotalSeconds);
        json.WriteStartObject("stages");
        foreach (var (name, time) in report.Stages.All) json.WriteNumber(name, time.TotalSeconds);
        json.WriteEndObject();
        json.WriteNumber("threads", report.Threads);
        json.WriteNumber("busy", Busy(report));
        json.WriteNumber("tile", report.TileSize);
        json.WriteNumber("peakBytes", ProcessMemory.Peak);
        json.WriteStartArray("columns");
        foreach (var column in report.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Branch);
            json.WriteNumber("bytesRead", column.CompressedBytes);
            json.WriteNumber("bytesDecoded", column.DecompressedBytes);
            json.WriteNumber("fetchSeconds", column.Fetch.TotalSeconds);
            json.WriteNumber("decompressSeconds", column.Decompress.TotalSeconds);
            json.WriteNumber("decodeSeconds", column.Decode.TotalSeconds);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("cuts");
        foreach (var cut in report.Cuts)
        {
            json.WriteStartObject();
            json.WriteString("name", cut.Cut);
            json.WriteNumber("computingSeconds", cut.Computing.TotalSeconds);
            json.WriteNumber("readingSeconds", cut.Reading.TotalSeconds);
            json.WriteNumber("batches", cut.Batches);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("histograms");
        foreach (var histogram in report.Histograms)
        {
            json.WriteStartObject();
            json.WriteString("name", histogram.Histogram);
            json.WriteNumber("seconds", histogram.Time.TotalSeconds);
            json.WriteNumber("fills", histogram.Fills);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static double PerSecond(RunReport report, double amount) => report.Elapsed > TimeSpan.Zero ? amount / report.Elapsed.TotalSeconds : 0;

    private static double Busy(RunReport report) => report.Stages.Total > TimeSpan.Zero ? report.Stages.Busy / report.Stages.Total : 0;
}
