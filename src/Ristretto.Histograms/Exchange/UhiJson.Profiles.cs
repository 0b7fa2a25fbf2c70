using System.Text.Json;
using Ristretto.Bytes.Errors;
using Ristretto.Histograms.Profiles;

namespace Ristretto.Histograms.Exchange;

/// <remarks>Profiles are written with the variance of the sample, as boost-histogram does; where one entry or none does not tell it, 0 stands, and reading gives the same cell again.</remarks>
public static partial class UhiJson
{
    /// <summary>Writes histograms and profiles to a file.</summary>
    /// <exception cref="OutputException">The file cannot be written; nothing is left under its name.</exception>
    public static void Write(string path, UhiDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        WriteFile(path, stream => Write(stream, document));
    }

    /// <summary>Writes histograms and profiles to a stream.</summary>
    /// <exception cref="ArgumentException">A cell is NaN or infinite, which JSON cannot say.</exception>
    public static void Write(Stream stream, UhiDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        Write(stream, document.Histograms, document.Profiles);
    }

    /// <summary>Reads the histograms and the profiles of a file.</summary>
    /// <exception cref="SourceException">The file cannot be read.</exception>
    /// <exception cref="SchemaException">The text is no UHI JSON, or says something that cannot be held here.</exception>
    public static UhiDocument ReadAll(string path) => ParseAll(BytesOf(path), path);

    private static void Write(Utf8JsonWriter writer, Profile profile)
    {
        WriteStart(writer, profile.Name, profile.Title, profile.Entries, profile.NanCount, profile.Axes);
        var isMean = profile.Kind == MeanKind.Mean;
        writer.WriteStartObject("storage");
        writer.WriteString("type", isMean ? "mean" : "weighted_mean");
        var strides = profile.CellStrides;
        Write(isMean ? "counts" : "sum_of_weights", profile.SumsOfWeights, strides);
        if (!isMean) Write("sum_of_weights_squared", profile.SumsOfSquaredWeights, strides);
        Write("values", profile.Values, strides);
        Write("variances", [.. profile.SampleVariances.Select(variance => double.IsNaN(variance) ? 0 : variance)], strides);
        writer.WriteEndObject();
        writer.WriteEndObject();

        void Write(string name, ReadOnlySpan<double> cells, ReadOnlySpan<int> cellStrides)
        {
            writer.WritePropertyName(name);
            WriteCells(writer, profile.Name, cellStrides, cells, axis: 0);
        }
    }

    private static Profile ToProfile(ParsedObject parsed, string kind)
    {
        var isMean = kind == "mean";
        var mean = isMean ? MeanKind.Mean : MeanKind.WeightedMean;
        var sums = parsed.Cells(isMean ? "counts" : "sum_of_weights");
        var squares = isMean ? sums : parsed.Cells("sum_of_weights_squared");
        var (values, variances) = (parsed.Cells("values"), parsed.Cells("variances"));
        var cells = new MeanCell[values.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = new MeanCell(sums[i], squares[i], values[i], 0);
            cells[i] = cell with { Deviations = variances[i] * Math.Max(0, cell.Freedom(mean)) };
        }
        return Profile.FromCells(parsed.Name, parsed.Axes, mean, cells, parsed.Entries ?? cells.Sum(cell => cell.Effective), parsed.NanCount, parsed.Title);
    }
}
