using System.Text.Json;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Listings;

/// <summary>The branches of a tree.</summary>
internal static class TreeListing
{
    /// <summary>Prints a table; branches that cannot be read come last, with the reason.</summary>
    internal static void Print(Tree tree, string? pattern, bool isLong, TextWriter output)
    {
        (string, Alignment)[] more = isLong ? [("ratio", Alignment.Right), ("compression", Alignment.Left)] : [];
        TextTable table = new([("branch", Alignment.Left), ("type", Alignment.Left), ("baskets", Alignment.Right), ("stored", Alignment.Right),
            ("unpacked", Alignment.Right), .. more, ("title", Alignment.Left)]);
        foreach (var field in TreeColumns.Select(tree, pattern))
        {
            string[] cells = isLong ? [LongListing.Ratio(field.UncompressedBytes, field.CompressedBytes), Compression.Name(field.Compression)] : [];
            table.Add([field.Name, TypeOf(field), Quantity.Count(field.BasketCount), Quantity.Bytes(field.CompressedBytes),
                Quantity.Bytes(field.UncompressedBytes), .. cells, field.Title == field.Name ? "" : field.Title]);
        }
        var selection = new NamePattern(pattern);
        foreach (var branch in tree.Unread.Where(branch => selection.Selects(branch.Name)))
            table.Add([branch.Name, branch.ClassName, "", "", "", .. more.Select(_ => ""), $"not read: {branch.Reason}"]);
        table.Write(output);
    }

    /// <summary>Writes <c>{"file", "tree", "title", "entries", "branches": […], "unread": […]}</c>.</summary>
    internal static void Write(Tree tree, string? pattern, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("file", tree.File.Path);
        json.WriteString("tree", tree.Path);
        json.WriteString("title", tree.Title);
        json.WriteNumber("entries", tree.Entries);
        json.WriteStartArray("branches");
        foreach (var branch in TreeColumns.Select(tree, pattern))
        {
            json.WriteStartObject();
            json.WriteString("name", branch.Name);
            json.WriteString("type", TypeOf(branch));
            if (branch.Branch?.Counter is { } counter) json.WriteString("counter", counter.Name);
            if (!HasOneColumn(branch))
            {
                json.WriteStartObject("columns");
                foreach (var column in branch.Columns) json.WriteString(column.Name, column.Type);
                json.WriteEndObject();
            }
            json.WriteNumber("baskets", branch.BasketCount);
            json.WriteNumber("storedBytes", branch.CompressedBytes);
            json.WriteNumber("unpackedBytes", branch.UncompressedBytes);
            json.WriteString("compression", Compression.Name(branch.Compression));
            json.WriteString("title", branch.Title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("unread");
        var selection = new NamePattern(pattern);
        foreach (var branch in tree.Unread.Where(branch => selection.Selects(branch.Name)))
        {
            json.WriteStartObject();
            json.WriteString("name", branch.Name);
            json.WriteString("class", branch.ClassName);
            json.WriteString("reason", branch.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static bool HasOneColumn(TreeField field) => field.Columns.Count == 1 && field.Columns[0].Name == field.Name;

    private static string TypeOf(TreeField field) => HasOneColumn(field) ? field.Columns[0].Type : field.ClassName.Length > 0 ? field.ClassName : $"{field.Columns.Count} leaves";
}
