using System.Globalization;
using System.Text;
using Ristretto.Bytes.Objects.Values;

namespace Ristretto.Bytes.Objects;

/// <summary>Values as text for people.</summary>
internal static class ValueText
{
    /// <summary>One value of a buffer; of lists the first <paramref name="most"/> items.</summary>
    public static string Of(ValueBuffer values, int index, int most)
    {
        var text = new StringBuilder();
        Append(text, values, index, most, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ValueBuffer values, int index, int most, int depth)
    {
        switch (values)
        {
            case NumberBuffer numbers:
                text.Append(Number(numbers.Value(index)));
                break;
            case TextBuffer texts:
                AppendText(text, texts.Text(index), depth);
                break;
            case ListBuffer list:
                AppendItems(text, list.Items, list.RangeOf(index).Start.Value, list.RangeOf(index).End.Value, most, depth);
                break;
            case ArrayBuffer array:
                AppendItems(text, array.Items, index * array.Length, (index + 1) * array.Length, most, depth);
                break;
            case RecordBuffer record when depth < 4:
                var before = text.Length;
                foreach (var (name, member) in record.AllMembers())
                {
                    if (name is "fUniqueID" or "fBits") continue;
                    text.Append(text.Length == before ? "{" : ", ").Append(name).Append(' ');
                    Append(text, member, index, most, depth + 1);
                }
                text.Append(text.Length == before ? "{}" : "}");
                break;
            case ObjectBuffer objects:
                text.Append(objects.Objects[index]?.ToString() ?? "null");
                break;
            case OpaqueBuffer opaque:
                text.Append($"({opaque.TypeName}: {opaque.Reason})");
                break;
            default:
                text.Append('…');
                break;
        }
    }

    private static void AppendItems(StringBuilder text, ValueBuffer items, int start, int end, int most, int depth)
    {
        text.Append('[');
        for (var i = start; i < end; i++)
        {
            if (i > start) text.Append(", ");
            if (i - start >= most)
            {
                text.Append($"… {end - start} in all");
                break;
            }
            Append(text, items, i, most, depth + 1);
        }
        text.Append(']');
    }

    private static void AppendText(StringBuilder text, string value, int depth)
    {
        const int longest = 60;
        var shown = value.Length > longest && depth > 0 ? $"{value[..longest]}…" : value;
        if (depth > 0) text.Append('"');
        foreach (var letter in shown) text.Append(char.IsControl(letter) ? ' ' : letter);
        if (depth > 0) text.Append('"');
    }

    private static string Number(object value) => value switch
    {
        bool answer => answer ? "true" : "false",
        float number => number.ToString("G6", CultureInfo.InvariantCulture),
        double number => number.ToString("G8", CultureInfo.InvariantCulture),
        _ => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
    };
}
