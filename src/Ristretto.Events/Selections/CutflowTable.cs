using System.Text.Json;
using Ristretto.Bytes.Errors;
using Ristretto.Events.Systematics;

namespace Ristretto.Events.Selections;

/// <summary>The cutflows of several data sets: data set → category → rows. What <c>cutflow.json</c> holds.</summary>
public sealed class CutflowTable
{
    private readonly List<(string Dataset, IReadOnlyList<(string Category, IReadOnlyList<CutflowRow> Rows)> Categories)> _datasets = [];

    private readonly SortedDictionary<Variation, CutflowTable> _variations = [];

    /// <summary>The data sets in order, each with its categories and their rows.</summary>
    public IReadOnlyList<(string Dataset, IReadOnlyList<(string Category, IReadOnlyList<CutflowRow> Rows)> Categories)> Datasets => _datasets;

    /// <summary>Adds a data set, with the variations that its cutflow has counted.</summary>
    public void Add(string dataset, Cutflow cutflow)
    {
        ArgumentNullException.ThrowIfNull(cutflow);
        _datasets.Add((dataset, [.. cutflow.Categories.Select(category => (category, cutflow[category]))]));
        foreach (var (variation, varied) in cutflow.Variations)
        {
            if (!_variations.TryGetValue(variation, out var table)) _variations.Add(variation, table = new CutflowTable());
            table.Add(dataset, varied);
        }
    }

    /// <summary>The variations that any of the cutflows has counted, each with the table of those that have; what <c>cutflow_variations.json</c> holds.</summary>
    public IReadOnlyList<(Variation Variation, CutflowTable Table)> Variations => [.. _variations.Select(entry => (entry.Key, entry.Value))];

    /// <summary>Writes <see cref="Variations"/> as JSON: <c>{"source:tag": {"data set": {"category": […]}}}</c>.</summary>
    public void WriteVariations(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        foreach (var (variation, table) in _variations)
        {
            json.WritePropertyName(variation.ToString());
            table.Write(json);
        }
        json.WriteEndObject();
    }

    /// <summary>Writes the table as JSON: <c>{"data set": {"category": [{"cut", "count", "sumw", "sumw2"}, …]}}</c>;
    /// a side branch also says <c>"after"</c> which cut it comes.</summary>
    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        Write(json);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (dataset, categories) in _datasets)
        {
            json.WriteStartObject(dataset);
            foreach (var (category, rows) in categories)
            {
                json.WriteStartArray(category);
                foreach (var row in rows) Write(json, row);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>Reads a table that was written by <see cref="Write(Stream)"/>.</summary>
    /// <param name="text">The JSON document.</param>
    /// <param name="path">Path of the file, for messages.</param>
    /// <exception cref="ConfigurationException">It is not such a table.</exception>
    public static CutflowTable Parse(ReadOnlyMemory<byte> text, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var table = new CutflowTable();
            foreach (var dataset in document.RootElement.EnumerateObject())
                table._datasets.Add((dataset.Name, [.. dataset.Value.EnumerateObject().Select(category =>
                    (category.Name, (IReadOnlyList<CutflowRow>)[.. category.Value.EnumerateArray().Select(Row)]))]));
            return table;
        }
        catch (JsonException error)
        {
            throw new ConfigurationException(path, (int?)error.LineNumber + 1, "not a cutflow: not valid JSON", error);
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ConfigurationException(path, null, "not a cutflow: expected data sets with categories with rows of cut, count, sumw and sumw2", error);
        }
    }

    private static void Write(Utf8JsonWriter json, in CutflowRow row)
    {
        json.WriteStartObject();
        json.WriteString("cut", row.Cut);
        json.WriteNumber("count", row.Count);
        json.WriteNumber("sumw", row.SumW);
        json.WriteNumber("sumw2", row.SumW2);
        if (row.After is not null) json.WriteString("after", row.After);
        json.WriteEndObject();
    }

    private static CutflowRow Row(JsonElement row) => new(
        row.GetProperty("cut").GetString()!, row.GetProperty("count").GetInt64(), row.GetProperty("sumw").GetDouble(), row.GetProperty("sumw2").GetDouble(),
        row.TryGetProperty("after", out var after) ? after.GetString() : null);
}
