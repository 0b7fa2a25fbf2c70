using System.Globalization;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Views;

/// <summary>Entries of a tree as a table: one row an entry, as many columns as the screen is wide.</summary>
internal static class TreeView
{
    private const int WidestCell = 32, Gap = 3;

    internal static void Print(Tree tree, string? pattern, long first, int entries, int width, TextWriter output)
    {
        output.WriteLine($"{tree.Path}   {tree.Key.ClassName}   {Quantity.Count(tree.Entries, "entry", "entries")}{(tree.Title.Length > 0 && tree.Title != tree.Path ? $"   {tree.Title}" : "")}");
        var count = (int)Math.Clamp(tree.Entries - first, 0, entries);
        var fields = TreeColumns.Select(tree, pattern);
        var selection = new NamePattern(pattern);
        List<string[]> columns = [[.. Enumerable.Range(0, count).Select(i => (first + i).ToString(CultureInfo.InvariantCulture)).Prepend("entry")]];
        var (used, left) = (columns[0].Max(cell => cell.Length), 0);
        foreach (var field in fields)
        {
            var indices = Enumerable.Range(0, field.Columns.Count).Where(i => selection.Selects(field.Columns[i].Name) || selection.Selects(field.Name)).ToArray();
            if (left > 0 && pattern is null)
            {
                left += indices.Length;
                continue;
            }
            using var reader = field.Open();
            reader.Read(Math.Min(first, field.Entries), (int)Math.Clamp(field.Entries - first, 0, count));
            foreach (var index in indices)
            {
                string[] cells = [.. Enumerable.Range(0, count).Select(i => first + i < field.Entries ? Short(reader.Format(index, i)) : "").Prepend(field.Columns[index].Name)];
                used += Gap + cells.Max(cell => cell.Length);
                if (used > width && columns.Count > 1 && pattern is null) left++;
                else columns.Add(cells);
            }
        }
        Write(columns, output);
        if (left > 0) output.WriteLine($"{Quantity.Count(left, "more column", "more columns")}; --columns chooses");
        foreach (var unread in tree.Unread.Where(branch => selection.Selects(branch.Name))) output.WriteLine($"{unread.Name}   {unread.ClassName}   not read: {unread.Reason}");
    }

    private static void Write(List<string[]> columns, TextWriter output)
    {
        TextTable table = new([.. columns.Select((_, i) => i == 0 ? Alignment.Right : Alignment.Left)]);
        for (var row = 0; row < columns[0].Length; row++) table.Add([.. columns.Select(column => column[row])]);
        table.Write(output);
    }

    private static string Short(string text) => text.Length <= WidestCell ? text : $"{text[..(WidestCell - 1)]}…";
}
