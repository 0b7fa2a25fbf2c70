using System.Globalization;
using System.Text.Json.Nodes;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Summaries;

/// <summary>The fields of an object's summary in one line for people.</summary>
internal static class FieldText
{
    /// <summary>Three spaces and the fields, or nothing.</summary>
    internal static string Of(JsonObject fields) => string.Concat(fields.Select(field => Of(field.Key, field.Value)).Where(text => text.Length > 0).Select(text => $"   {text}"));

    private static string Of(string name, JsonNode? value) => name switch
    {
        "title" => value?.ToString() ?? "",
        "axes" => string.Join(" × ", value!.AsArray().Select(axis => Axis(axis!.AsObject()))),
        "contents" => $"Σw {Number(value!["sum"])}",
        "variances" => "weighted",
        "binentries" or "binsumw2" or "stats" => "",
        "entries" => Quantity.Count((long)Math.Clamp(value?.GetValue<double>() ?? 0, 0, 1e18), "entry", "entries"),
        "n" => Quantity.Count(value!.GetValue<int>(), "point", "points"),
        "passed" or "total" => $"{name} ({Of(value!.AsObject()).Trim()})",
        "functions" => $"with {string.Join(", ", value!.AsArray().Select(function => function?.ToString()))}",
        "unreadable" => $"not read: {value}",
        _ when value is JsonObject nested => nested.ContainsKey("sum") ? $"Σ{name} {Number(nested["sum"])}" : $"{name} ({Of(nested).Trim()})",
        _ => $"{name} {(value is JsonValue number && number.TryGetValue<double>(out var digits) ? Text(digits) : value?.ToString() ?? "none")}",
    };

    private static string Axis(JsonObject axis)
    {
        var edges = axis["edges"]!.AsArray();
        var title = axis["title"]?.ToString() ?? "";
        return $"{Quantity.Count(axis["n"]!.GetValue<int>(), "bin", "bins")} {Number(edges[0])} – {Number(edges[^1])}{(title.Length > 0 ? $" ({title})" : "")}";
    }

    private static string Number(JsonNode? value) => value is null ? "none" : Text(value.GetValue<double>());

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
