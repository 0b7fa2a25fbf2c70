using System.Globalization;
using System.Text.Json.Nodes;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Summaries;

/// <summary>A summary as tables for people.</summary>
internal sealed class TextSummaryPrinter(TextWriter output) : ISummaryPrinter
{
    private TextTable _table = new(Alignment.Left);

    public void Unopened(string name, string reason) { }      // the error says it

    public void BeginFile(string name) => output.WriteLine(name);

    public void Object(string path, int cycle, string className, JsonObject fields) => output.WriteLine($"{path};{cycle}   {className}{FieldText.Of(fields)}");

    public void BeginTable(string path, int cycle, string className, long entries)
    {
        output.WriteLine($"{path};{cycle}   {className}   {Quantity.Count(entries, "entry", "entries")}");
        _table = new TextTable(("column", Alignment.Left), ("type", Alignment.Left), ("values", Alignment.Right), ("mean", Alignment.Right),
            ("smallest", Alignment.Right), ("largest", Alignment.Right), ("not finite", Alignment.Right), ("crc32", Alignment.Left));
    }

    public void Column(ColumnSummary column)
    {
        var numbers = column.Numbers;
        var finite = column.Count - (numbers?.NonFinite ?? 0);
        _table.Add(column.Name, column.Type, Quantity.Count(column.Count),
            numbers is { HasFinite: true } ? Number(numbers.Sum / finite) : "", numbers is { HasFinite: true } ? Number(numbers.Min) : "",
            numbers is { HasFinite: true } ? Number(numbers.Max) : "", numbers is { NonFinite: > 0 } ? Quantity.Count(numbers.NonFinite) : "",
            column.Crc.ToString("x8", CultureInfo.InvariantCulture));
    }

    public void EndTable(IReadOnlyList<string> empty, IReadOnlyList<UnreadPart> unread)
    {
        _table.Write(output, indent: 2);
        foreach (var name in empty) output.WriteLine($"  {name}   its class has no members");
        foreach (var part in unread) output.WriteLine($"  {part.Name}   {part.ClassName}   not read: {part.Reason}");
    }

    public void EndFile() { }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture) is var plain && plain.Length <= 16 && (plain != "0" || value == 0)
        ? plain : value.ToString("0.#####e0", CultureInfo.InvariantCulture);
}
