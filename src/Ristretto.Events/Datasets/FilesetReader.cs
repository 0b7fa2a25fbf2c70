using System.Diagnostics.CodeAnalysis;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;
using Ristretto.Events.Json;

namespace Ristretto.Events.Datasets;

/// <summary>Reads filesets: a JSON object with one entry per data set, each with <c>files</c> and <c>metadata</c>.</summary>
/// <remarks><c>files</c> is an object of path → tree, an object of path → <c>{"object_path": tree, "steps": …, "num_entries": …, "uuid": …}</c>,
/// or a list of paths whose tree is <c>Events</c>. Paths are relative to the folder of the fileset, or addresses; patterns such as <c>*</c>, folders
/// and lists stand for the files that match, in natural order (<see cref="Connections.Expand"/>). Unknown keys are errors, in <c>metadata</c> only when they look like a known
/// one misspelt. Source: fileset of the coffea project.</remarks>
public static partial class FilesetReader
{
    private static readonly string[] s_datasetKeys = ["files", "metadata", "form"];

    /// <summary>Reads a fileset from a file, plain or gzip.</summary>
    /// <exception cref="SourceException">The file is missing, a directory or unreadable; or a pattern matches no file.</exception>
    /// <exception cref="ConfigurationException">The content is wrong; the message names file, line and key.</exception>
    /// <param name="path">The file.</param>
    /// <param name="connections">The connections to servers, on which patterns are looked up.</param>
    public static Fileset Read(string path, Connections? connections = null) => Parse(InputFile.ReadAll(path), path, connections);

    /// <summary>Reads a fileset from the bytes of its text.</summary>
    /// <param name="text">UTF-8 JSON.</param>
    /// <param name="path">Where the text comes from: relative paths start in its folder, messages name it.</param>
    /// <param name="connections">The connections to servers, on which patterns are looked up.</param>
    /// <exception cref="ConfigurationException">The content is wrong; the message names file, line and key.</exception>
    /// <exception cref="SourceException">A pattern matches no file.</exception>
    public static Fileset Parse(ReadOnlySpan<byte> text, string path, Connections? connections = null)
    {
        var root = JsonText.Parse(text, path);
        if (root.Kind != JsonKind.Map) Fail(path, root, $"a fileset is an object of data sets, found {root.Described}");
        if (root.Members.Count == 0) Fail(path, root, "there is no data set in this fileset");
        RefuseRepeated(path, root, "data set");
        return new Fileset(path, [.. root.Members.Select(member => ReadDataset(path, member, connections))]);
    }

    private static Dataset ReadDataset(string path, JsonMember member, Connections? connections)
    {
        if (member.Name.Trim().Length == 0) Fail(path, member.Line, "a data set needs a name, found an empty one");
        if (member.Value.Kind != JsonKind.Map) Fail(path, member.Value, $"data set \"{member.Name}\": expected an object with files and metadata, found {member.Value.Described}");
        RefuseUnknown(path, member.Value, s_datasetKeys);
        RefuseRepeated(path, member.Value, "key");
        if (!member.Value.TryGet("files", out var files)) Fail(path, member.Line, $"data set \"{member.Name}\" has no \"files\"");
        if (!member.Value.TryGet("metadata", out var metadata)) Fail(path, member.Line, $"data set \"{member.Name}\" has no \"metadata\"");
        return new Dataset(member.Name, ReadFiles(path, member.Name, files, connections), ReadMetadata(path, member.Name, member.Line, metadata));
    }

    private static void RefuseUnknown(string path, JsonValue map, string[] known)
    {
        foreach (var member in map.Members)
        {
            if (Array.IndexOf(known, member.Name) >= 0) continue;
            var hint = NearestNames.Hint(member.Name, known);
            Fail(path, member.Line, $"unknown key \"{member.Name}\"{(hint.Length > 0 ? hint : $"; known: {string.Join(", ", known)}")}");
        }
    }

    private static void RefuseRepeated(string path, JsonValue map, string what)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var member in map.Members)
            if (!first.TryAdd(member.Name, member.Line)) Fail(path, member.Line, $"{what} \"{member.Name}\" is given a second time, first in line {first[member.Name]}");
    }

    [DoesNotReturn]
    private static void Fail(string path, JsonValue at, string reason) => Fail(path, at.Line, reason);

    [DoesNotReturn]
    private static void Fail(string path, int line, string reason) => throw new ConfigurationException(path, line, reason.ReplaceLineEndings("\\n"));
}
