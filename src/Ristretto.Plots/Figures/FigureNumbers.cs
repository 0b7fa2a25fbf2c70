using System.Text;
using System.Text.Json;
using Ristretto.Plots.Series;

namespace Ristretto.Plots.Figures;

/// <summary>Writes what a figure shows as JSON: titles, ranges, and the numbers of every series. NaN (a gap) becomes <c>null</c>.</summary>
public static class FigureNumbers
{
    /// <summary>The JSON document.</summary>
    public static string Write(FigureModel figure)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("figure", figure.Name);
            json.WriteString("kind", figure.Kind);
            json.WriteString("label", $"{figure.Heading.Label} {figure.Heading.Supplement}".TrimEnd());
            json.WriteString("right", figure.Heading.Right);
            json.WriteString("hint", figure.Hint);
            json.WriteStartArray("legend");
            foreach (var entry in figure.Legend.Entries) json.WriteStringValue(entry.Yield.Length > 0 ? $"{entry.Label} ({entry.Yield})" : entry.Label);
            foreach (var remark in figure.Legend.Remarks) json.WriteStringValue(remark);
            json.WriteEndArray();
            json.WriteStartArray("panels");
            foreach (var panel in figure.Panels) Write(json, panel);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Panel panel)
    {
        json.WriteStartObject();
        json.WriteString("name", panel.Name);
        Write(json, "x", panel.X);
        Write(json, "y", panel.Y);
        json.WriteStartArray("series");
        foreach (var mark in panel.Marks) Write(json, mark);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, AxisModel axis)
    {
        json.WriteStartObject(name);
        json.WriteString("label", axis.Label);
        json.WriteNumber("minimum", axis.Minimum);
        json.WriteNumber("maximum", axis.Maximum);
        json.WriteBoolean("logarithmic", axis.IsLogarithmic);
        if (axis.BinLabels is { } names)
        {
            json.WriteStartArray("bins");
            foreach (var bin in names) json.WriteStringValue(bin);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Mark mark)
    {
        json.WriteStartObject();
        json.WriteString("role", mark.Role);
        json.WriteString("label", mark.Label);
        switch (mark)
        {
            case AreaMark { Series: { } series }:
                Write(json, series);
                Write(json, "stacked", ((AreaMark)mark).Upper);
                break;
            case AreaMark area:
                Write(json, "edges", area.Edges);
                if (area.Lower is not null) Write(json, "low", area.Lower);
                Write(json, "high", area.Upper);
                break;
            case StepMark step:
                Write(json, "edges", step.Edges);
                Write(json, "values", step.Values);
                if (step.Errors is not null) Write(json, "errors", step.Errors);
                break;
            case PointMark points:
                Write(json, "edges", points.Edges);
                Write(json, "values", points.Values);
                Write(json, "low", points.Low);
                Write(json, "high", points.High);
                break;
            case RuleMark rule:
                json.WriteNumber("value", rule.Value);
                break;
            case CellMark cells:
                Write(json, "x_edges", cells.Map.X.Edges);
                Write(json, "y_edges", cells.Map.Y.Edges);
                Write(json, "values", cells.Map.Values);
                Write(json, "colors", cells.Scale);
                break;
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BinnedSeries series)
    {
        Write(json, "edges", series.Axis.Edges);
        Write(json, "values", series.Values);
        Write(json, "variances", series.Variances);
        json.WriteNumber("underflow", series.Underflow.Value);
        json.WriteNumber("overflow", series.Overflow.Value);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            if (double.IsFinite(value)) json.WriteNumberValue(value);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }
}
