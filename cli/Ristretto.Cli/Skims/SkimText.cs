using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Skims;

/// <summary>What a skim says at its end.</summary>
internal static class SkimText
{
    /// <summary>A few lines.</summary>
    internal static void Print(SkimReport report, string result, TextWriter output)
    {
        var share = report.Entries == 0 ? "" : FormattableString.Invariant($" ({100.0 * report.Kept / report.Entries:F1} %)");
        output.WriteLine($"{report.Table}: {report.Kept} of {report.Entries} entries{share}, {report.Columns} of {report.AllColumns} columns");
        foreach (var (name, reason) in report.LeftOut) output.WriteLine($"  left out: {name}: {reason}");
        if (report.Copied.Count > 0) output.WriteLine($"copied as they are: {string.Join(", ", report.Copied)}");
        foreach (var path in report.Skipped) output.WriteLine($"left out: {path}");
        output.WriteLine($"{result}: {Quantity.Bytes(new FileInfo(result).Length)}");
    }

    /// <summary>The same as one JSON document.</summary>
    internal static void PrintJson(SkimReport report, string result, TextWriter output) => JsonPrinter.Print(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("output", result);
        json.WriteNumber("bytes", new FileInfo(result).Length);
        json.WriteString("table", report.Table);
        json.WriteNumber("entries", report.Entries);
        json.WriteNumber("kept", report.Kept);
        json.WriteNumber("columns", report.AllColumns);
        json.WriteNumber("keptColumns", report.Columns);
        json.WriteReasons("leftOutColumns", "name", report.LeftOut);
        json.WriteStrings("copied", report.Copied);
        json.WriteStrings("leftOut", report.Skipped);
        json.WriteEndObject();
    });
}
