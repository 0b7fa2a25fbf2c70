using System.Text.Encodings.Web;
using System.Text.Json;
using Ristretto.Bytes.Errors;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Storages;

namespace Ristretto.Histograms.Exchange;

/// <summary>Histograms as UHI JSON, schema version 1: one document with an object per histogram, which the Python world reads too.</summary>
/// <remarks>Cells are nested lists, one level per axis, flow included. Numbers are the shortest decimals that give the same double; the
/// same histograms give the same bytes. Name, label, entries and count of NaN are kept as metadata.</remarks>
public static partial class UhiJson
{
    private const string Us = "Ristretto";
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a file. The histograms are asked for one after the other, so that they need not exist at the same time.</summary>
    /// <exception cref="OutputException">The file cannot be written; nothing is left under its name.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, Histogram>> histograms)
    {
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.partial");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16)) Write(stream, histograms);
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e)
        {
            if (File.Exists(temporary)) File.Delete(temporary);
            if (e is IOException or UnauthorizedAccessException) throw OutputException.Of(path, e);
            throw;
        }
    }

    /// <summary>Writes the document to a stream.</summary>
    /// <exception cref="ArgumentException">A cell is NaN or infinite, which JSON cannot say.</exception>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, Histogram>> histograms)
    {
        using var writer = new Utf8JsonWriter(stream, s_options);
        writer.WriteStartObject();
        foreach (var (key, histogram) in histograms)
        {
            writer.WritePropertyName(key);
            Write(writer, histogram);
            writer.Flush();
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Histogram histogram)
    {
        writer.WriteStartObject();
        writer.WriteNumber("uhi_schema", 1);
        writer.WriteStartObject("metadata");
        writer.WriteString("name", histogram.Name);
        if (histogram.Title.Length > 0) writer.WriteString("title", histogram.Title);
        writer.WriteNumber("entries", histogram.Entries);
        writer.WriteNumber("nan", histogram.NanCount);
        writer.WriteEndObject();
        writer.WriteStartArray("axes");
        foreach (var axis in histogram.Axes) Write(writer, axis);
        writer.WriteEndArray();
        writer.WriteStartObject("storage");
        writer.WriteString("type", histogram.Kind == StorageKind.Weighted ? "weighted" : "double");
        writer.WritePropertyName("values");
        Write(writer, histogram, histogram.Values, axis: 0);
        if (histogram.Kind == StorageKind.Weighted)
        {
            writer.WritePropertyName("variances");
            Write(writer, histogram, histogram.Variances, axis: 0);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Axis axis)
    {
        writer.WriteStartObject();
        switch (axis)
        {
            case RegularAxis regular: WriteRegular(writer, regular.Bins, regular.Low, regular.High); break;
            case IntegerAxis integer: WriteRegular(writer, integer.Bins, integer.Start, integer.Stop); break;
            case VariableAxis:
                writer.WriteString("type", "variable");
                writer.WriteStartArray("edges");
                foreach (var edge in axis.Edges) writer.WriteNumberValue(edge);
                writer.WriteEndArray();
                WriteFlow(writer);
                break;
            case StringCategoryAxis strings:
                writer.WriteString("type", "category_str");
                writer.WriteStartArray("categories");
                foreach (var category in strings.Categories) writer.WriteStringValue(category);
                writer.WriteEndArray();
                writer.WriteBoolean("flow", true);
                break;
            case IntCategoryAxis integers:
                writer.WriteString("type", "category_int");
                writer.WriteStartArray("categories");
                foreach (var category in integers.Categories) writer.WriteNumberValue(category);
                writer.WriteEndArray();
                writer.WriteBoolean("flow", true);
                break;
            default:
                writer.WriteString("type", "boolean");
                break;
        }
        writer.WriteStartObject("metadata");
        writer.WriteString("name", axis.Name);
        if (axis.Label != axis.Name) writer.WriteString("label", axis.Label);
        writer.WriteEndObject();
        if (axis is IntegerAxis)
        {
            // The schema has no integer axis; the remark lets it come back as one.
            writer.WriteStartObject("writer_info");
            writer.WriteStartObject(Us);
            writer.WriteString("orig_type", "Integer");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WriteRegular(Utf8JsonWriter writer, int bins, double low, double high)
    {
        writer.WriteString("type", "regular");
        writer.WriteNumber("lower", low);
        writer.WriteNumber("upper", high);
        writer.WriteNumber("bins", bins);
        WriteFlow(writer);
    }

    private static void WriteFlow(Utf8JsonWriter writer)
    {
        writer.WriteBoolean("underflow", true);
        writer.WriteBoolean("overflow", true);
        writer.WriteBoolean("circular", false);
    }

    private static void Write(Utf8JsonWriter writer, Histogram histogram, ReadOnlySpan<double> cells, int axis)
    {
        writer.WriteStartArray();
        var stride = histogram.CellStrides[axis];
        for (var from = 0; from < cells.Length; from += stride)
        {
            if (axis < histogram.Axes.Count - 1) Write(writer, histogram, cells.Slice(from, stride), axis + 1);
            else if (double.IsFinite(cells[from])) writer.WriteNumberValue(cells[from]);
            else throw new ArgumentException($"histogram \"{histogram.Name}\" holds {cells[from]}, which JSON cannot say");
        }
        writer.WriteEndArray();
    }
}
