using System.Text.Json;
using Ristretto.Bytes.Errors;
using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Exchange;

public static partial class UhiJson
{
    /// <summary>Reads the histograms of a file, in its order, by their keys.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    /// <exception cref="SchemaException">The text is no UHI JSON, or says something that a histogram here cannot hold.</exception>
    public static IReadOnlyDictionary<string, Histogram> Read(string path) => Parse(BytesOf(path), path);

    /// <summary>Reads the histograms of a document in memory; <paramref name="path"/> names it in errors.</summary>
    /// <exception cref="SchemaException">The text is no UHI JSON, or says something that a histogram here cannot hold.</exception>
    public static IReadOnlyDictionary<string, Histogram> Parse(ReadOnlyMemory<byte> utf8, string path)
    {
        var (histograms, profiles) = ParseAll(utf8, path);
        return profiles.Count == 0 ? histograms : throw new SchemaException(path, $"histogram \"{profiles.First().Key}\" has a mean in each bin; UhiJson.ReadAll reads such profiles too");
    }

    /// <summary>Reads the histograms and profiles of a document in memory; <paramref name="path"/> names it in errors.</summary>
    /// <exception cref="SchemaException">The text is no UHI JSON, or says something that cannot be held here.</exception>
    public static UhiDocument ParseAll(ReadOnlyMemory<byte> utf8, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var histograms = new OrderedDictionary<string, Histogram>(StringComparer.Ordinal);
            var profiles = new OrderedDictionary<string, Profile>(StringComparer.Ordinal);
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                try
                {
                    var parsed = ParseObject(entry.Name, entry.Value);
                    if (parsed.Storage is "mean" or "weighted_mean") profiles.Add(entry.Name, ToProfile(parsed, parsed.Storage));
                    else histograms.Add(entry.Name, ToHistogram(parsed, parsed.Storage));
                }
                catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
                {
                    throw new SchemaException(path, $"histogram \"{entry.Name}\": {e.Message.ReplaceLineEndings(" ")}");
                }
            }
            return new UhiDocument(histograms, profiles);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new SchemaException(path, $"no UHI JSON: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    internal static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static byte[] BytesOf(string path)
    {
        try { return File.ReadAllBytes(path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new SourceException(path, e.Message, innerException: e); }
    }

    private static ParsedObject ParseObject(string key, JsonElement json)
    {
        if (json.TryGetProperty("uhi_schema", out var schema) && schema.GetInt32() != 1)
            throw new FormatException($"uhi_schema {schema} is not known, 1 is");
        return new ParsedObject(key, [.. json.GetProperty("axes").EnumerateArray().Select(ParseAxis)], json);
    }

    private static Histogram ToHistogram(ParsedObject parsed, string kind)
    {
        if (kind is not ("int" or "double" or "weighted")) throw new FormatException($"storage \"{kind}\" cannot be held; int, double, weighted, mean and weighted_mean can");
        var values = parsed.Cells("values");
        var variances = kind == "weighted" ? parsed.Cells("variances") : [];
        var histogram = Histogram.Of(parsed.Name, parsed.Axes);
        histogram = kind switch { "int" => histogram.WithIntegers(), "double" => histogram.WithCounts(), _ => histogram };
        histogram.SetContent(values, variances, parsed.Entries ?? values.Sum(), parsed.NanCount);
        return parsed.Title.Length > 0 ? histogram.WithTitle(parsed.Title) : histogram;
    }

    private static Axis ParseAxis(JsonElement json, int position)
    {
        var metadata = json.TryGetProperty("metadata", out var found) ? found : default;
        var name = Text(metadata, "name") is { Length: > 0 } given ? given : $"axis{position}";
        var axis = ParseBins(json, name);
        return Text(metadata, "label") is { Length: > 0 } label ? axis.WithLabel(label) : axis;
    }

    private static Axis ParseBins(JsonElement json, string name)
    {
        var type = json.GetProperty("type").GetString();
        switch (type)
        {
            case "category_str": return Axis.Category(name, [.. json.GetProperty("categories").EnumerateArray().Select(category => category.GetString() ?? "")]).WithFlow(false, Says(json, "flow"));
            case "category_int": return Axis.IntCategory(name, [.. json.GetProperty("categories").EnumerateArray().Select(category => category.GetInt32())]).WithFlow(false, Says(json, "flow"));
            case "boolean": return Axis.Boolean(name);
        }
        var info = WriterInfo(json);
        NumericAxis axis = type switch
        {
            "regular" when Text(info, "orig_type") == "Integer" => Axis.Integer(name, (int)json.GetProperty("lower").GetDouble(), (int)json.GetProperty("upper").GetDouble()),
            "regular" => Axis.Regular(name, json.GetProperty("bins").GetInt32(), json.GetProperty("lower").GetDouble(), json.GetProperty("upper").GetDouble()),
            "variable" when TransformOf(info) is { } transform =>
                Axis.Transformed(name, info.GetProperty("bins").GetInt32(), info.GetProperty("lower").GetDouble(), info.GetProperty("upper").GetDouble(), transform),
            "variable" => Axis.Variable(name, [.. json.GetProperty("edges").EnumerateArray().Select(edge => edge.GetDouble())]),
            _ => throw new FormatException($"axis \"{name}\" has the unknown type \"{type}\""),
        };
        if (json.TryGetProperty("circular", out var circular) && circular.GetBoolean()) axis = Axis.Circular(axis);
        return axis.WithFlow(Says(json, "underflow"), Says(json, "overflow"));
    }

    private static bool Says(JsonElement json, string name) => json.GetProperty(name).GetBoolean();

    /// <summary>What the schema cannot say, from us or from boost-histogram, which use the same words.</summary>
    private static JsonElement WriterInfo(JsonElement axis) =>
        axis.TryGetProperty("writer_info", out var info) && (info.TryGetProperty(Us, out var found) || info.TryGetProperty("boost-histogram", out found)) ? found : default;

    /// <summary>The transform of a variable axis; null for none, or for one that is not known, where the edges do.</summary>
    private static AxisTransform? TransformOf(JsonElement info) => Text(info, "transform") switch
    {
        "log" => AxisTransform.Log,
        "sqrt" => AxisTransform.Sqrt,
        "pow" => AxisTransform.Power(info.GetProperty("power").GetDouble()),
        _ => null,
    };
}
