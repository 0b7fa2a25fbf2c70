using System.Text.Json;
using Ristretto.Cli.Rendering;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;

namespace Ristretto.Cli.Measurements;

/// <summary>The figures of queries as a table, and with the histograms as JSON.</summary>
internal static class AdlText
{
    /// <summary>A line per query.</summary>
    internal static void Print(IReadOnlyList<AdlFigures> queries, TextWriter output)
    {
        var table = new TextTable(("query", Alignment.Left), ("events", Alignment.Right), ("entries", Alignment.Right), ("events/s", Alignment.Right), ("seconds", Alignment.Right), ("in all", Alignment.Right),
            ("floor", Alignment.Right), ("compute", Alignment.Right), ("× floor", Alignment.Right), ("read", Alignment.Right), ("memory", Alignment.Right));
        foreach (var query in queries)
            table.Add(query.Query, Quantity.Count(query.Events), Quantity.Count((long)query.Histograms[0].Entries), Quantity.Count((long)query.EventsPerSecond), Seconds(query.Seconds), Seconds(query.TotalSeconds),
                Seconds(query.FloorSeconds), Seconds(query.ComputeSeconds), query.FloorSeconds > 0 ? Quantity.Fixed(query.Seconds / query.FloorSeconds, 2) : "–",
                Quantity.Bytes(query.BytesRead), Quantity.Bytes(1e6 * query.PeakMemoryMB));
        table.Write(output);
    }

    /// <summary>One JSON document.</summary>
    internal static void PrintJson(IReadOnlyList<AdlFigures> queries, string style, int threads, TextWriter output) => JsonPrinter.Print(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("style", style);
        json.WriteNumber("threads", threads);
        json.WriteStartObject("queries");
        foreach (var query in queries) Write(query, json);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static string Seconds(double seconds) => $"{Quantity.Fixed(seconds, seconds < 9.9995 ? 4 : 2)} s";

    private static void Write(AdlFigures query, Utf8JsonWriter json)
    {
        json.WriteStartObject(query.Query);
        json.WriteStartArray("histograms");
        foreach (var histogram in query.Histograms) Write(histogram, json);
        json.WriteEndArray();
        json.WriteNumber("events", query.Events);
        json.WriteNumber("seconds", query.Seconds);
        json.WriteNumber("totalSeconds", query.TotalSeconds);
        json.WriteNumber("eventsPerSecond", query.EventsPerSecond);
        json.WriteNumber("bytesRead", query.BytesRead);
        json.WriteNumber("floorSeconds", query.FloorSeconds);
        json.WriteNumber("computeSeconds", query.ComputeSeconds);
        json.WriteNumber("peakMemoryMB", query.PeakMemoryMB);
        json.WriteEndObject();
    }

    private static void Write(Histogram histogram, Utf8JsonWriter json)
    {
        var axis = (RegularAxis)histogram.Axes[0];
        json.WriteStartObject();
        json.WriteNumber("low", axis.Low);
        json.WriteNumber("high", axis.High);
        json.WriteNumber("bins", axis.Bins);
        json.WriteStartArray("counts");
        foreach (var count in histogram.Values) json.WriteNumberValue(count);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
