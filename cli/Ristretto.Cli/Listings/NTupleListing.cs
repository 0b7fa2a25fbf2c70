using System.Text.Json;
using Ristretto.Bytes.NTuples;
using Ristretto.Cli.Rendering;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Listings;

/// <summary>The columns of an RNTuple.</summary>
internal static class NTupleListing
{
    /// <summary>Prints a table; fields that cannot be read come last, with the reason, then linked attribute sets.</summary>
    internal static void Print(NTuple ntuple, string? pattern, bool isLong, TextWriter output)
    {
        (string, Alignment)[] more = isLong ? [("ratio", Alignment.Right)] : [];
        TextTable table = new([("column", Alignment.Left), ("type", Alignment.Left), ("pages", Alignment.Right), ("stored", Alignment.Right),
            ("unpacked", Alignment.Right), .. more, ("description", Alignment.Left)]);
        foreach (var column in NTupleColumns.Select(ntuple, pattern))
        {
            string[] cells = isLong ? [LongListing.Ratio(column.UncompressedBytes, column.CompressedBytes)] : [];
            table.Add([column.Name, ColumnType.Of(column), Quantity.Count(column.PageCount), Quantity.Bytes(column.CompressedBytes),
                Quantity.Bytes(column.UncompressedBytes), .. cells, column.Field.Description]);
        }
        var selection = new NamePattern(pattern);
        foreach (var unread in ntuple.Unread.Where(unread => selection.Selects(unread.Name)))
            table.Add([unread.Name, unread.TypeName, "", "", "", .. more.Select(_ => ""), $"not read: {unread.Reason}"]);
        table.Write(output);
        foreach (var set in ntuple.AttributeSets) output.WriteLine($"attribute set {set.Name}: not read");
    }

    /// <summary>Writes <c>{"file", "ntuple", "description", "entries", "columns": […], "unread": […], "attributeSets": […]}</c>.</summary>
    internal static void Write(NTuple ntuple, string? pattern, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("file", ntuple.File.Path);
        json.WriteString("ntuple", ntuple.Path);
        json.WriteString("description", ntuple.Description);
        json.WriteString("writer", ntuple.Writer);
        json.WriteNumber("entries", ntuple.Entries);
        json.WriteStartArray("columns");
        foreach (var column in NTupleColumns.Select(ntuple, pattern))
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", ColumnType.Of(column));
            json.WriteString("class", column.Field.TypeName);
            json.WriteBoolean("projected", column.Field.IsProjected);
            json.WriteNumber("pages", column.PageCount);
            json.WriteNumber("storedBytes", column.CompressedBytes);
            json.WriteNumber("unpackedBytes", column.UncompressedBytes);
            json.WriteString("description", column.Field.Description);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("unread");
        var selection = new NamePattern(pattern);
        foreach (var unread in ntuple.Unread.Where(unread => selection.Selects(unread.Name)))
        {
            json.WriteStartObject();
            json.WriteString("name", unread.Name);
            json.WriteString("class", unread.TypeName);
            json.WriteString("reason", unread.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("attributeSets");
        foreach (var set in ntuple.AttributeSets) json.WriteStringValue(set.Name);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
