using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Comparisons;

/// <summary>What <c>diff</c> says.</summary>
internal static class DiffText
{
    /// <summary>A line per difference, and one for all.</summary>
    internal static void Print(DiffResult result, DiffSettings settings, TextWriter output)
    {
        foreach (var difference in result.Differences) output.WriteLine(PlainLine.Of($"{difference.Path}: {difference.Text}"));
        foreach (var (path, reason) in result.NotCompared) output.WriteLine(PlainLine.Of($"not compared: {path}: {reason}"));
        var compared = $"{Quantity.Count(result.Objects, "object", "objects")}{(result.Columns == 0 ? "" : $", {Quantity.Count(result.Columns, "column", "columns")}")}";
        var values = settings.StructureOnly ? "; values were not compared" : result.Entries == 0 ? "" : $", {Quantity.Count(result.Entries, "entry", "entries")}";
        var tolerance = settings.RelativeTolerance > 0 || settings.AbsoluteTolerance > 0 ? " within the tolerance" : "";
        output.WriteLine(result.Differences.Count == 0
            ? $"same{tolerance}: {compared}{values}"
            : $"different: {Quantity.Count(result.Differences.Count, "difference", "differences")}; compared: {compared}{values}");
    }

    /// <summary>The same as one JSON document.</summary>
    internal static void PrintJson(DiffResult result, string left, string right, TextWriter output) => JsonPrinter.Print(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("first", left);
        json.WriteString("second", right);
        json.WriteBoolean("same", result.Differences.Count == 0);
        json.WriteNumber("objects", result.Objects);
        json.WriteNumber("columns", result.Columns);
        json.WriteNumber("entries", result.Entries);
        json.WriteStartArray("differences");
        foreach (var difference in result.Differences)
        {
            json.WriteStartObject();
            json.WriteString("path", difference.Path);
            json.WriteString("kind", difference.Kind);
            json.WriteString("text", difference.Text);
            if (difference.Entries is { } entries) json.WriteNumber("differingEntries", entries);
            if (difference.FirstEntry is { } first) json.WriteNumber("firstEntry", first);
            if (difference.Left is { } mine) json.WriteString("firstValue", mine);
            if (difference.Right is { } other) json.WriteString("secondValue", other);
            if (difference.Largest is { } largest) json.WriteNumber("largestDifference", largest);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteReasons("notCompared", "path", result.NotCompared);
        json.WriteEndObject();
    });
}
