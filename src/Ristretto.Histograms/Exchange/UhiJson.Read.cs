using System.Text.Json;
using Ristretto.Bytes.Errors;
using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Exchange;

public static partial class UhiJson
{
    /// <summary>Reads the histograms of a file, in its order, by their keys.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    /// <exception cref="SchemaException">The text is no UHI JSON, or says something that a histogram here cannot hold.</exception>
    public static IReadOnlyDictionary<string, Histogram> Read(string path)
    {
        try { return Parse(File.ReadAllBytes(path), path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new SourceException(path, e.Message, innerException: e); }
    }

    /// <summary>Reads the histograms of a document in memory; <paramref name="path"/> names it in errors.</summary>
    /// <exception cref="SchemaException">The text is no UHI JSON, or says something that a histogram here cannot hold.</exception>
    public static IReadOnlyDictionary<string, Histogram> Parse(ReadOnlyMemory<byte> utf8, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var result = new OrderedDictionary<string, Histogram>(StringComparer.Ordinal);
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                try { result.Add(entry.Name, ParseHistogram(entry.Name, entry.Value)); }
                catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
                {
                    throw new SchemaException(path, $"histogram \"{entry.Name}\": {e.Message.ReplaceLineEndings(" ")}");
                }
            }
            return result;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new SchemaException(path, $"no UHI JSON: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static Histogram ParseHistogram(string key, JsonElement json)
    {
        if (json.TryGetProperty("uhi_schema", out var schema) && schema.GetInt32() != 1)
            throw new FormatException($"uhi_schema {schema} is not known, 1 is");
        var parsed = json.GetProperty("axes").EnumerateArray().Select(ParseAxis).ToArray();
        Axis[] axes = [.. parsed.Select(p => p.Axis)];
        var storage = json.GetProperty("storage");
        var kind = storage.GetProperty("type").GetString();
        if (kind is not ("int" or "double" or "weighted")) throw new FormatException($"storage \"{kind}\" cannot be held; int, double and weighted can");
        if (storage.TryGetProperty("index", out _)) throw new FormatException("sparse storage cannot be read");

        var values = Cells(parsed, storage.GetProperty("values"));
        var variances = kind == "weighted" ? Cells(parsed, storage.GetProperty("variances")) : [];
        var metadata = json.TryGetProperty("metadata", out var found) ? found : default;
        var entries = Text(metadata, "entries") is null ? values.Sum() : metadata.GetProperty("entries").GetDouble();
        var nan = Text(metadata, "nan") is null ? 0 : metadata.GetProperty("nan").GetDouble();
        var histogram = Histogram.FromContent(Text(metadata, "name") ?? key, axes, values, variances, entries, nan);
        return Text(metadata, "title") is { Length: > 0 } title ? histogram.WithTitle(title) : histogram;
    }

    private static ParsedAxis ParseAxis(JsonElement json, int position)
    {
        var metadata = json.TryGetProperty("metadata", out var found) ? found : default;
        var name = Text(metadata, "name") ?? $"axis{position}";
        if (json.TryGetProperty("circular", out var circular) && circular.GetBoolean()) throw new FormatException($"axis \"{name}\" is circular, which cannot be held");
        var type = json.GetProperty("type").GetString();
        Axis axis = type switch
        {
            "regular" when IsInteger(json) => Axis.Integer(name, json.GetProperty("lower").GetInt32(), json.GetProperty("upper").GetInt32()),
            "regular" => Axis.Regular(name, json.GetProperty("bins").GetInt32(), json.GetProperty("lower").GetDouble(), json.GetProperty("upper").GetDouble()),
            "variable" => Axis.Variable(name, [.. json.GetProperty("edges").EnumerateArray().Select(edge => edge.GetDouble())]),
            "category_str" => Axis.Category(name, [.. json.GetProperty("categories").EnumerateArray().Select(category => category.GetString() ?? "")]),
            "category_int" => Axis.IntCategory(name, [.. json.GetProperty("categories").EnumerateArray().Select(category => category.GetInt32())]),
            "boolean" => Axis.Boolean(name),
            _ => throw new FormatException($"axis \"{name}\" has the unknown type \"{type}\""),
        };
        if (Text(metadata, "label") is { } label) axis = axis.WithLabel(label);
        var underflow = axis.HasUnderflow && json.GetProperty("underflow").GetBoolean();
        var overflow = axis.HasOverflow && json.GetProperty(axis.HasUnderflow ? "overflow" : "flow").GetBoolean();
        return new ParsedAxis(axis, axis.HasUnderflow && !underflow ? 1 : 0, axis.Bins + (underflow ? 1 : 0) + (overflow ? 1 : 0));
    }

    private static bool IsInteger(JsonElement axis) =>
        axis.TryGetProperty("writer_info", out var info) && info.TryGetProperty(Us, out var ours) && Text(ours, "orig_type") == "Integer";

    /// <summary>Flow bins that the file leaves out stay zero.</summary>
    private static double[] Cells(ParsedAxis[] axes, JsonElement lists)
    {
        var cells = new double[axes.Aggregate(1, (product, axis) => product * axis.Axis.Extent)];
        Read(lists, 0, 0);
        return cells;

        void Read(JsonElement list, int axis, int cell)
        {
            var (info, from, stored) = axes[axis];
            if (list.GetArrayLength() != stored) throw new FormatException($"axis \"{info.Name}\" has {stored} cells, {list.GetArrayLength()} are given");
            cell = cell * info.Extent + from;
            foreach (var item in list.EnumerateArray())
            {
                if (axis < axes.Length - 1) Read(item, axis + 1, cell);
                else cells[cell] = item.GetDouble();
                cell++;
            }
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>An axis, the index of its first stored cell, and how many are stored.</summary>
    private readonly record struct ParsedAxis(Axis Axis, int From, int Stored);
}
