using System.Text.Json;
using Ristretto.Cli.Rendering;
using Ristretto.Events.Engine;

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
        var worked = (report.Reading + report.Computing).TotalSeconds;
        if (worked > 0) output.WriteLine($"  time      read and decode {Quantity.Share(report.Reading.TotalSeconds / worked)}   compute and fill {Quantity.Share(report.Computing.TotalSeconds / worked)}");
        var bytes = report.Columns.Sum(column => column.DecompressedBytes);
        if (bytes == 0) return;
        var largest = report.Columns.Take(ShownColumns).Select(column => $"{column.Branch} {Quantity.Share(column.DecompressedBytes / (double)bytes)}");
        output.WriteLine($"  columns   {string.Join("   ", largest)}{(report.Columns.Count > ShownColumns ? "   …" : "")}   {Quantity.Count(report.Columns.Count)} read, {Quantity.Bytes(bytes)} decoded");
    }

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
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static double PerSecond(RunReport report, double amount) => report.Elapsed > TimeSpan.Zero ? amount / report.Elapsed.TotalSeconds : 0;

    private static double Busy(RunReport report)
    {
        var available = report.Threads * report.Elapsed.TotalSeconds;
        return available > 0 ? Math.Min(1, (report.Reading + report.Computing).TotalSeconds / available) : 0;
    }
}
