using System.Text.Json;
using Ristretto.Bytes.Files;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Listings;

/// <summary>The objects of a file.</summary>
internal static class FileListing
{
    /// <summary>Prints a table.</summary>
    internal static void Print(RootFile file, bool recursive, TextWriter output)
    {
        TextTable table = new(Alignment.Left, Alignment.Left, Alignment.Right, Alignment.Right, Alignment.Right, Alignment.Right, Alignment.Left, Alignment.Right, Alignment.Left);
        var objects = ObjectEntry.Of(file, recursive);
        foreach (var entry in objects) table.Add(entry.Row(Compression.Name(file.Header.Compression)));
        table.Write(output);
        if (objects.Count == 0) output.WriteLine("no objects");
    }

    /// <summary>Writes <c>{"file", "bytes", "uuid", "version", "compression", "objects": […]}</c>.</summary>
    internal static void Write(RootFile file, bool recursive, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("file", file.Path);
        json.WriteNumber("bytes", file.Length);
        json.WriteString("uuid", file.Uuid);
        json.WriteNumber("version", file.Version);
        json.WriteString("compression", Compression.Name(file.Header.Compression));
        json.WriteStartArray("objects");
        foreach (var entry in ObjectEntry.Of(file, recursive)) Write(entry, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(ObjectEntry entry, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", entry.Path);
        json.WriteNumber("cycle", entry.Key.Cycle);
        json.WriteString("class", entry.Key.ClassName);
        json.WriteString("title", entry.Tree?.Title ?? entry.NTuple?.Description ?? entry.Key.Title);
        json.WriteNumber("storedBytes", entry.StoredBytes);
        json.WriteNumber("unpackedBytes", entry.UnpackedBytes);
        if (entry.Tree is { } tree)
        {
            json.WriteNumber("entries", tree.Entries);
            json.WriteNumber("branches", tree.Fields.Count);
            json.WriteNumber("unreadBranches", tree.Unread.Count);
            json.WriteNumber("clusters", entry.Clusters);
        }
        if (entry.NTuple is { } ntuple)
        {
            json.WriteNumber("entries", ntuple.Entries);
            json.WriteNumber("columns", ntuple.Columns.Count);
            json.WriteNumber("unreadFields", ntuple.Unread.Count);
            json.WriteNumber("clusters", entry.Clusters);
        }
        json.WriteEndObject();
    }
}
