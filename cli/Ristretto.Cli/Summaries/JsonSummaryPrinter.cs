using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ristretto.Cli.Summaries;

/// <summary>The canonical form: one JSON document, one line per object and per column.</summary>
internal sealed class JsonSummaryPrinter(TextWriter output) : ISummaryPrinter
{
    private const double LargestExact = 1L << 53;

    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool _hasObjects;
    private bool _hasColumns;

    public void Unopened(string name, string reason) => output.Write($"{{\"file\":{Text(name)},\"error\":{Text(reason)},\"objects\":[]}}\n");

    public void BeginFile(string name) => output.Write($"{{\"file\":{Text(name)},\"objects\":[");

    public void Object(string path, int cycle, string className, JsonObject fields)
    {
        Next(ref _hasObjects, " ");
        output.Write($"{{{Identity(path, cycle, className)}");
        foreach (var (name, value) in fields) output.Write($",{Text(name)}:{value?.ToJsonString(s_options) ?? "null"}");
        output.Write('}');
    }

    public void BeginTable(string path, int cycle, string className, long entries)
    {
        Next(ref _hasObjects, " ");
        output.Write($"{{{Identity(path, cycle, className)},\"entries\":{Number(entries)},\"columns\":[");
        _hasColumns = false;
    }

    public void Column(ColumnSummary column)
    {
        Next(ref _hasColumns, "  ");
        var line = new StringBuilder($"{{\"name\":{Text(column.Name)},\"type\":\"{column.Type}\",\"n\":{Number(column.Count)}");
        if (column.Numbers is { } numbers)
        {
            line.Append($",\"sum\":{Number(numbers.Sum)}");
            line.Append($",\"min\":{(numbers.HasFinite ? Number(numbers.Min) : "null")},\"max\":{(numbers.HasFinite ? Number(numbers.Max) : "null")}");
            if (numbers.NonFinite > 0) line.Append($",\"nonfinite\":{Number(numbers.NonFinite)}");
        }
        line.Append($",\"crc32\":\"{column.Crc:x8}\"");
        if (column.ListCrcs.Count > 0) line.Append($",\"lists\":[{string.Join(',', column.ListCrcs.Select(crc => $"\"{crc:x8}\""))}]");
        output.Write(line.Append('}'));
    }

    public void EndTable(IReadOnlyList<string> empty, IReadOnlyList<UnreadPart> unread)
    {
        output.Write(_hasColumns ? "\n ]" : "]");
        if (empty.Count > 0) output.Write($",\"empty\":[{string.Join(',', empty.Select(Text))}]");
        if (unread.Count > 0)
        {
            output.Write(",\"unread\":[");
            var hasUnread = false;
            foreach (var part in unread)
            {
                Next(ref hasUnread, "  ");
                output.Write($"{{\"name\":{Text(part.Name)},\"class\":{Text(part.ClassName)},\"reason\":{Text(part.Reason)}}}");
            }
            output.Write("\n ]");
        }
        output.Write('}');
    }

    public void EndFile() => output.Write(_hasObjects ? "\n]}\n" : "]}\n");

    private void Next(ref bool hasBefore, string indent)
    {
        output.Write(hasBefore ? ",\n" : "\n");
        output.Write(indent);
        hasBefore = true;
    }

    private static string Identity(string path, int cycle, string className) =>
        $"\"path\":{Text(path)},\"cycle\":{cycle.ToString(CultureInfo.InvariantCulture)},\"class\":{Text(className)}";

    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Number(double value) => Math.Abs(value) < LargestExact && value == Math.Floor(value)
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);
}
