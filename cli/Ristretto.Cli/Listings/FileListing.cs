using System.Text.Json;
using Ristretto.Bytes.Files;
using Ristretto.Cli.Rendering;

namespace Ristretto.Cli.Listings;

/// <summary>The objects of a file or of a directory in it.</summary>
internal static class FileListing
{
    /// <summary>Prints a table.</summary>
    internal static void Print(ListedObjects objects, TextWriter output)
    {
        TextTable table = new(Alignment.Left, Alignment.Left, Alignment.Right, Alignment.Right, Alignment.Right, Alignment.Right, Alignment.Left, Alignment.Right, Alignment.Left);
        var listed = objects.Newest();
        foreach (var entry in listed) table.Add(entry.Row(Compression.Name(objects.File.Header.Compression)));
        table.Write(output);
        if (listed.Count == 0) output.WriteLine("no objects");
    }

    /// <summary>Writes <c>{"file", "bytes", "uuid", "version", "compression", "objects": […]}</c>; every cycle when <paramref name="isLong"/>.</summary>
    internal static void Write(ListedObjects objects, bool isLong, Utf8JsonWriter json)
    {
        var file = objects.File;
        json.WriteStartObject();
        json.WriteString("file", file.Path);
        json.WriteNumber("bytes", file.Length);
        json.WriteString("uuid", file.Uuid);
        json.WriteNumber("version", file.Version);
        json.WriteString("compression", Compression.Name(file.Header.Compression));
        if (file.IsRecovered) json.WriteBoolean("recovered", true);
        if (objects.Path is { } path) json.WriteString("path", path);
        json.WriteStartArray("objects");
        foreach (var entry in isLong ? [.. objects.Keys().Select(key => ObjectEntry.Of(file, key.Path, key.Key))] : objects.Newest()) Write(file, entry, json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(RootFile file, ObjectEntry entry, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", entry.Path);
        json.WriteNumber("cycle", entry.Key.Cycle);
        json.WriteString("class", entry.Key.ClassName);
        json.WriteString("title", entry.Title);
        json.WriteNumber("storedBytes", entry.StoredBytes);
        json.WriteNumber("unpackedBytes", entry.UnpackedBytes);
        json.WriteString("compression", entry.CompressionName(file));
        json.WriteString("written", LongListing.Time(entry.Key.Datime));
        json.WriteNumber("byte", entry.Key.SeekKey);
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
