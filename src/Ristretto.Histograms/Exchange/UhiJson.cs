using System.Text.Encodings.Web;
using System.Text.Json;
using Ristretto.Bytes.Errors;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Storages;

namespace Ristretto.Histograms.Exchange;

/// <summary>Histograms as UHI JSON, schema version 1: one document with an object per histogram, which the Python world reads too.</summary>
/// <remarks>Cells are nested lists, one level per axis, flow included. Numbers are the shortest decimals that give the same double; the
/// same histograms give the same bytes. Name, label, entries and count of NaN are kept as metadata; what the schema cannot
/// say, whole numbers and transforms, stands in <c>writer_info</c> in the words of boost-histogram, whose documents are read too.</remarks>
public static partial class UhiJson
{
    private const string Us = "Ristretto";
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a file. The histograms are asked for one after the other, so that they need not exist at the same time.</summary>
    /// <exception cref="OutputException">The file cannot be written; nothing is left under its name.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, Histogram>> histograms) => WriteFile(path, stream => Write(stream, histograms));

    /// <summary>Writes the document to a stream.</summary>
    /// <exception cref="ArgumentException">A cell is NaN or infinite, which JSON cannot say.</exception>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, Histogram>> histograms) => Write(stream, histograms, []);

    private static void WriteFile(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.partial");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16)) write(stream);
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e)
        {
            if (File.Exists(temporary)) File.Delete(temporary);
            if (e is IOException or UnauthorizedAccessException) throw OutputException.Of(path, e);
            throw;
        }
    }

    private static void Write(Stream stream, IEnumerable<KeyValuePair<string, Histogram>> histograms, IEnumerable<KeyValuePair<string, Profile>> profiles)
    {
        using var writer = new Utf8JsonWriter(stream, s_options);
        writer.WriteStartObject();
        foreach (var (key, histogram) in histograms)
        {
            writer.WritePropertyName(key);
            Write(writer, histogram);
            writer.Flush();
        }
        foreach (var (key, profile) in profiles)
        {
            writer.WritePropertyName(key);
            Write(writer, profile);
            writer.Flush();
        }
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Histogram histogram)
    {
        WriteStart(writer, histogram.Name, histogram.Title, histogram.Entries, histogram.NanCount, histogram.Axes);
        writer.WriteStartObject("storage");
        writer.WriteString("type", histogram.Kind switch { StorageKind.Weighted => "weighted", StorageKind.Integer => "int", _ => "double" });
        writer.WritePropertyName("values");
        WriteCells(writer, histogram.Name, histogram.CellStrides, histogram.Values, axis: 0);
        if (histogram.Kind == StorageKind.Weighted)
        {
            writer.WritePropertyName("variances");
            WriteCells(writer, histogram.Name, histogram.CellStrides, histogram.Variances, axis: 0);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteStart(Utf8JsonWriter writer, string name, string title, double entries, double nanCount, IReadOnlyList<Axis> axes)
    {
        writer.WriteStartObject();
        writer.WriteNumber("uhi_schema", 1);
        writer.WriteStartObject("metadata");
        writer.WriteString("name", name);
        if (title.Length > 0) writer.WriteString("title", title);
        writer.WriteNumber("entries", entries);
        writer.WriteNumber("nan", nanCount);
        writer.WriteEndObject();
        writer.WriteStartArray("axes");
        foreach (var axis in axes) Write(writer, axis);
        writer.WriteEndArray();
    }

    private static void WriteCells(Utf8JsonWriter writer, string name, ReadOnlySpan<int> strides, ReadOnlySpan<double> cells, int axis)
    {
        writer.WriteStartArray();
        var stride = strides[axis];
        for (var from = 0; from < cells.Length; from += stride)
        {
            if (axis < strides.Length - 1) WriteCells(writer, name, strides, cells.Slice(from, stride), axis + 1);
            else if (Math.Abs(cells[from]) < 1L << 53 && cells[from] == Math.Truncate(cells[from]) && !(cells[from] == 0 && double.IsNegative(cells[from]))) writer.WriteNumberValue((long)cells[from]);
            else if (double.IsFinite(cells[from])) writer.WriteNumberValue(cells[from]);
            else throw new ArgumentException($"histogram \"{name}\" holds {cells[from]}, which JSON cannot say");
        }
        writer.WriteEndArray();
    }
}
