using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Summaries;

/// <summary>The canonical form: one JSON document, one line per object and per column.</summary>
internal sealed class JsonSummaryPrinter(TextWriter output) : ISummaryPrinter
{
    private const double LargestExact = 1L << 53;

    private bool _hasObjects;
    private bool _hasColumns;

    public void Unopened(string name, string reason) => output.Write($"{{\"file\":{Text(name)},\"error\":{Text(reason)},\"objects\":[]}}\n");

    public void BeginFile(string name) => output.Write($"{{\"file\":{Text(name)},\"objects\":[");

    public void Object(string path, int cycle, string className)
    {
        Next(ref _hasObjects, " ");
        output.Write($"{{{Identity(path, cycle, className)}}}");
    }

    public void BeginTree(string path, int cycle, string className, long entries)
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
        if (column.ListCrc is { } lists) line.Append($",\"lists\":[\"{lists:x8}\"]");
        output.Write(line.Append('}'));
    }

    public void EndTree(IReadOnlyList<UnreadBranch> unread)
    {
        output.Write(_hasColumns ? "\n ]" : "]");
        if (unread.Count > 0)
        {
            output.Write(",\"unread\":[");
            var hasUnread = false;
            foreach (var branch in unread)
            {
                Next(ref hasUnread, "  ");
                output.Write($"{{\"name\":{Text(branch.Name)},\"class\":{Text(branch.ClassName)},\"reason\":{Text(branch.Reason)}}}");
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
