using System.Text.Json;
using Ristretto.Bytes.Files.Checking;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Diagnostics;

/// <summary>What <c>doctor --json</c> says of a file.</summary>
internal static class FileReportJson
{
    /// <summary>Writes one object.</summary>
    internal static void Write(FileReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("file", report.Path);
        json.WriteBoolean("sound", report.IsSound);
        json.WriteBoolean("recovered", report.IsRecovered);
        json.WriteNumber("bytes", report.Bytes);
        json.WriteNumber("records", report.Records);
        json.WriteNumber("gaps", report.Gaps);
        json.WriteNumber("gapBytes", report.GapBytes);
        json.WriteNumber("objects", report.Objects);
        json.WriteNumber("damagedObjects", report.DamagedObjects);
        json.WriteNumber("baskets", report.Baskets);
        json.WriteNumber("pages", report.Pages);
        json.WriteNumber("checkedBytes", report.CheckedBytes);
        json.WriteNumber("unprotectedBytes", report.UnprotectedBytes);
        json.WriteNumber("problemCount", report.ProblemCount);
        json.WriteStartArray("problems");
        foreach (var problem in report.Problems) Write(problem, json);
        json.WriteEndArray();
        json.WriteStartArray("tables");
        foreach (var table in report.Tables) Write(table, json);
        json.WriteEndArray();
        json.WriteStrings("notes", report.Notes);
        json.WriteStrings("remedies", FileRemedies.Of(report));
        json.WriteEndObject();
    }

    /// <summary>Writes why a file could not be looked at.</summary>
    internal static void Write(string file, string error, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteBoolean("sound", false);
        json.WriteString("error", error);
        json.WriteEndObject();
    }

    private static void Write(FileProblem problem, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (problem.Where is { } where) json.WriteString("where", where);
        if (problem.Offset is { } offset) json.WriteNumber("byte", offset);
        json.WriteString("reason", problem.Reason);
        if (problem.Entries is { } entries) Write("entries", entries, json);
        json.WriteEndObject();
    }

    private static void Write(CheckedTable table, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", table.Path);
        json.WriteString("class", table.ClassName);
        json.WriteNumber("entries", table.Entries);
        json.WriteNumber("columns", table.Columns);
        json.WriteNumber("wholeColumns", table.Columns - table.Damaged.Count);
        json.WriteStartArray("damaged");
        foreach (var column in table.Damaged)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteNumber("parts", column.Parts);
            json.WriteNumber("damagedParts", column.DamagedParts);
            json.WriteStartArray("missing");
            foreach (var range in column.Missing) Write(null, range, json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // [first, end), as convert --entries takes them.
    private static void Write(string? name, EntryRange range, Utf8JsonWriter json)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        json.WriteNumberValue(range.First);
        json.WriteNumberValue(range.End);
        json.WriteEndArray();
    }
}
