using System.Text;
using System.Text.Json.Nodes;

namespace Ristretto.Cli.Summaries;

/// <summary>The fields of an object's summary in one line for people: numbers, names and titles, of nested objects in brackets.</summary>
internal static class FieldText
{
    /// <summary>Three spaces and the fields, or nothing.</summary>
    internal static string Of(JsonObject fields)
    {
        var line = new StringBuilder();
        foreach (var (name, value) in fields) line.Append($"   {name} {Of(value)}");
        return line.ToString();
    }

    private static string Of(JsonNode? value) => value switch
    {
        JsonObject nested => $"({string.Join(", ", nested.Select(field => $"{field.Key} {Of(field.Value)}"))})",
        JsonArray list => $"[{string.Join(", ", list.Select(Of))}]",
        null => "none",
        _ => value.ToString(),
    };
}
