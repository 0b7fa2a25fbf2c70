using System.Text.Json;
using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Exchange;

public static partial class UhiJson
{
    private static void Write(Utf8JsonWriter writer, Axis axis)
    {
        writer.WriteStartObject();
        WriteBins(writer, axis is CircularAxis circular ? circular.Inner : axis);
        if (axis is StringCategoryAxis or IntCategoryAxis) writer.WriteBoolean("flow", axis.HasOverflow);
        else if (axis is not BooleanAxis)
        {
            writer.WriteBoolean("underflow", axis.HasUnderflow);
            writer.WriteBoolean("overflow", axis.HasOverflow);
            writer.WriteBoolean("circular", axis is CircularAxis);
        }
        writer.WriteStartObject("metadata");
        writer.WriteString("name", axis.Name);
        if (axis.Label != axis.Name) writer.WriteString("label", axis.Label);
        writer.WriteEndObject();
        WriteInfo(writer, axis);
        writer.WriteEndObject();
    }

    private static void WriteBins(Utf8JsonWriter writer, Axis axis)
    {
        switch (axis)
        {
            case RegularAxis regular: WriteRegular(writer, regular.Bins, regular.Low, regular.High); break;
            case IntegerAxis integer: WriteRegular(writer, integer.Bins, integer.Start, integer.Stop); break;
            case StringCategoryAxis strings:
                writer.WriteString("type", "category_str");
                writer.WriteStartArray("categories");
                foreach (var category in strings.Categories) writer.WriteStringValue(category);
                writer.WriteEndArray();
                break;
            case IntCategoryAxis integers:
                writer.WriteString("type", "category_int");
                writer.WriteStartArray("categories");
                foreach (var category in integers.Categories) writer.WriteNumberValue(category);
                writer.WriteEndArray();
                break;
            case BooleanAxis:
                writer.WriteString("type", "boolean");
                break;
            default:
                writer.WriteString("type", "variable");
                writer.WriteStartArray("edges");
                foreach (var edge in axis.Edges) writer.WriteNumberValue(edge);
                writer.WriteEndArray();
                break;
        }
    }

    private static void WriteRegular(Utf8JsonWriter writer, int bins, double low, double high)
    {
        writer.WriteString("type", "regular");
        writer.WriteNumber("lower", low);
        writer.WriteNumber("upper", high);
        writer.WriteNumber("bins", bins);
    }

    // The schema has no integer axis and no transforms; the remark lets them come back. A function of the user's own comes back as its edges.
    private static void WriteInfo(Utf8JsonWriter writer, Axis axis)
    {
        var transform = (axis as TransformedAxis)?.Transform;
        var isKnown = transform is not null && (transform == AxisTransform.Log || transform == AxisTransform.Sqrt || transform.Exponent is not null);
        if (axis is not (IntegerAxis or CircularAxis { Inner: IntegerAxis }) && !isKnown) return;
        writer.WriteStartObject("writer_info");
        writer.WriteStartObject(Us);
        if (isKnown)
        {
            writer.WriteString("transform", transform!.Exponent is null ? transform.Name : "pow");
            if (transform.Exponent is { } exponent) writer.WriteNumber("power", exponent);
            writer.WriteNumber("bins", axis.Bins);
            writer.WriteNumber("lower", axis.Edges[0]);
            writer.WriteNumber("upper", axis.Edges[^1]);
        }
        else
        {
            writer.WriteString("orig_type", "Integer");
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
