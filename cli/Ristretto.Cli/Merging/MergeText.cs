using Ristretto.Bytes.Files.Merging;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Merging;

/// <summary>What a merge says at its end.</summary>
internal static class MergeText
{
    private const int MostNames = 10;

    /// <summary>A line per object, and one for all.</summary>
    internal static void Print(MergeReport report, string result, IReadOnlyList<string> files, TextWriter output)
    {
        foreach (var entry in report.Objects)
        {
            var missing = entry.Files < files.Count ? $", in {entry.Files} of {files.Count} files" : "";
            output.WriteLine($"{entry.Path}: {entry.ClassName}, {entry.Note}{missing}{Filled(entry)}");
        }
        foreach (var path in report.LeftOut) output.WriteLine($"left out: {path}");
        var decompressed = report.DecompressedBytes == 0 ? "none decompressed" : $"{Quantity.Bytes(report.DecompressedBytes)} decompressed";
        output.WriteLine($"{result}: {files.Count} files, {Quantity.Bytes(report.CopiedBytes)} copied, {decompressed}");
    }

    private static string Filled(MergedEntry entry)
    {
        if (entry.Missing.Count == 0) return "";
        var more = entry.Missing.Count > MostNames ? $" and {entry.Missing.Count - MostNames} more" : "";
        return $"; 0 or empty where a file lacks them: {string.Join(", ", entry.Missing.Take(MostNames).Select(missing => $"{missing.Key} ({missing.Value} of {entry.Files} files)"))}{more}";
    }

    /// <summary>The same as one JSON document.</summary>
    internal static void PrintJson(MergeReport report, string result, IReadOnlyList<string> files, TextWriter output) => JsonPrinter.Print(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("output", result);
        json.WriteNumber("files", files.Count);
        json.WriteNumber("bytesCopied", report.CopiedBytes);
        json.WriteNumber("bytesDecompressed", report.DecompressedBytes);
        json.WriteStartArray("objects");
        foreach (var entry in report.Objects)
        {
            json.WriteStartObject();
            json.WriteString("path", entry.Path);
            json.WriteString("class", entry.ClassName);
            json.WriteNumber("files", entry.Files);
            json.WriteString("note", entry.Note);
            json.WriteStartObject("missing");
            foreach (var (name, lacking) in entry.Missing) json.WriteNumber(name, lacking);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStrings("leftOut", report.LeftOut);
        json.WriteEndObject();
    });
}
