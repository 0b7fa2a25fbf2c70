using System.Security.Cryptography;
using System.Text.Json;
using Ristretto.Events.Engine;
using Ristretto.Events.Programs;

namespace Ristretto.Plots.Results;

/// <summary>What a run was made of: <c>run.json</c>. With it someone else can repeat the run and know that it was the same.</summary>
public sealed class RunRecord
{
    /// <summary>Larger files are identified by their UUID and size alone.</summary>
    private const long LargestHashed = 1L << 30;

    /// <summary>What was asked for.</summary>
    public required RunRequest Request { get; init; }

    /// <summary>Name of the analysis.</summary>
    public required string Analysis { get; init; }

    /// <summary>What was read.</summary>
    public required RunPlan Plan { get; init; }

    /// <summary>What it cost.</summary>
    public required RunReport Report { get; init; }

    /// <summary>Fileset, corrections and other files that decide the result.</summary>
    public required IReadOnlyList<string> Configuration { get; init; }

    /// <summary>What the reader of the results must know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Writes the record as JSON.</summary>
    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("analysis", Analysis);
        json.WriteString("version", Request.Version);
        json.WriteString("runtime", System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription);
        json.WriteString("command", Request.CommandLine);
        Options(json);
        Inputs(json);
        RunOutcome.WriteLost(json, Report.LostFiles);
        RunOutcome.WriteRetries(json, Report.Retries);
        if (Report.Chosen is { } chosen) RunOutcome.WriteChosen(json, chosen);
        if (Report.OmittedEvents > 0) json.WriteNumber("omittedEvents", Report.OmittedEvents);
        if (Report.Friends.Count > 0) RunOutcome.WriteFriends(json, Report.Friends);
        json.WriteStartArray("notes");
        foreach (var note in Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        Cost(json);
        json.WriteEndObject();
    }

    private void Options(Utf8JsonWriter json)
    {
        json.WriteStartObject("options");
        json.WriteNumber("threads", Request.Options.Threads);
        json.WriteNumber("memoryBytes", Request.Options.Memory ?? RunOptions.DefaultMemory);
        json.WriteNumber("tile", Request.Options.TileSize);
        if (Request.Options.MaxEvents < long.MaxValue) json.WriteNumber("maxEvents", Request.Options.MaxEvents);
        if (Request.Options.Events is { } events) json.WriteNumber("events", events.Keys.Count);
        if (Request.Options.SkipBadFiles) json.WriteBoolean("skipBadFiles", true);
        json.WriteNumber("retries", Request.Options.Retries);
        if (Request.DumpEvents > 0) json.WriteNumber("dumpEvents", Request.DumpEvents);
        json.WriteEndObject();
    }

    private void Inputs(Utf8JsonWriter json)
    {
        json.WriteStartArray("configuration");
        foreach (var path in Configuration)
        {
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteString("sha256", Hash(path));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("inputs");
        foreach (var file in Plan.Files)
        {
            json.WriteStartObject();
            json.WriteString("dataset", file.Dataset);
            json.WriteString("path", file.Path);
            json.WriteString("tree", file.Tree);
            json.WriteString("uuid", file.Uuid);
            if (new FileInfo(file.Path) is { Exists: true, Length: var size })       // what is on a server is known by its UUID
            {
                json.WriteNumber("bytes", size);
                if (size <= LargestHashed) json.WriteString("sha256", Hash(file.Path));
            }
            json.WriteNumber("entries", file.Entries);
            json.WriteNumber("events", file.Events);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Cost(Utf8JsonWriter json)
    {
        json.WriteStartObject("cost");
        json.WriteNumber("events", Report.Events);
        json.WriteNumber("seconds", Math.Round(Report.Elapsed.TotalSeconds, 6));
        json.WriteNumber("eventsPerSecond", Math.Round(Report.EventsPerSecond));
        json.WriteNumber("requests", Report.Requests);
        json.WriteNumber("bytesRead", Report.BytesRead);
        json.WriteNumber("decompressedBytes", Report.DecompressedBytes);
        json.WriteNumber("readingSeconds", Math.Round(Report.Reading.TotalSeconds, 6));
        json.WriteNumber("computingSeconds", Math.Round(Report.Computing.TotalSeconds, 6));
        json.WriteNumber("threads", Report.Threads);
        json.WriteNumber("tile", Report.TileSize);
        json.WriteNumber("peakMemoryBytes", ProcessMemory.Peak);
        json.WriteStartObject("columns");
        foreach (var column in Report.Columns) json.WriteNumber(column.Branch, column.DecompressedBytes);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
