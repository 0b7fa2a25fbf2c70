using System.Text.Json;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Cutflows;

/// <summary>A cutflow as JSON: the form of <c>cutflow.json</c> with the derived numbers added to each row.</summary>
internal static class CutflowJson
{
    /// <summary>Prints the document.</summary>
    internal static void Print(IReadOnlyList<CutflowStatistics> cutflows, TextWriter output) => JsonPrinter.Print(output, json => Write(json, cutflows));

    /// <summary>Writes <c>{"data set": {"category": [{…}, …]}}</c>. An efficiency that is not defined is null.</summary>
    internal static void Write(Utf8JsonWriter json, IReadOnlyList<CutflowStatistics> cutflows)
    {
        json.WriteStartObject();
        foreach (var dataset in cutflows.GroupBy(cutflow => cutflow.Dataset))
        {
            json.WriteStartObject(dataset.Key);
            foreach (var cutflow in dataset)
            {
                json.WriteStartArray(cutflow.Category);
                foreach (var line in cutflow.Rows) Write(json, line);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CutflowLine line)
    {
        json.WriteStartObject();
        json.WriteString("cut", line.Row.Cut);
        json.WriteNumber("count", line.Row.Count);
        json.WriteNumber("sumw", line.Row.SumW);
        json.WriteNumber("sumw2", line.Row.SumW2);
        json.WriteNumber("error", line.Row.Error);
        Write(json, "efficiency", line.Efficiency);
        Write(json, "totalEfficiency", line.TotalEfficiency);
        json.WriteNumber("effectiveEntries", line.Row.EffectiveEntries);
        if (line.Row.After is { } after) json.WriteString("after", after);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
