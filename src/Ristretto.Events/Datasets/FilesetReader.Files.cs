using Ristretto.Bytes.Sources;
using Ristretto.Events.Json;

namespace Ristretto.Events.Datasets;

public static partial class FilesetReader
{
    private const string DefaultTree = "Events";

    private static readonly string[] s_fileKeys = ["object_path", "steps", "num_entries", "uuid"];

    private static List<DatasetFile> ReadFiles(string path, string dataset, JsonValue files, Connections? connections)
    {
        List<DatasetFile> list = [];
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        void Add(int line, DatasetFile file)
        {
            if (file.Path.Length == 0) Fail(path, line, $"data set \"{dataset}\": a file needs a path, found an empty one");
            foreach (var match in FilePattern.Expand(path, file.Path, connections))
            {
                var identity = match.Contains("://", StringComparison.Ordinal) ? match : Path.GetFullPath(match);
                if (!lines.TryAdd(identity, line)) Fail(path, line, $"data set \"{dataset}\": file \"{match}\" is given a second time, first in line {lines[identity]}");
                list.Add(file with { Path = match });
            }
        }

        if (files.Kind == JsonKind.Map)
        {
            foreach (var member in files.Members) Add(member.Line, ReadFile(path, dataset, member));
        }
        else if (files.Kind == JsonKind.List)
        {
            foreach (var item in files.Items)
            {
                if (item.Kind != JsonKind.Text) Fail(path, item, $"data set \"{dataset}\": files: expected a path, found {item.Described}");
                Add(item.Line, new(item.Text, DefaultTree));
            }
        }
        else
        {
            Fail(path, files, $"data set \"{dataset}\": files is an object of path and tree, or a list of paths, found {files.Described}");
        }
        if (list.Count == 0) Fail(path, files, $"data set \"{dataset}\" has no files");
        return list;
    }

    private static DatasetFile ReadFile(string path, string dataset, JsonMember member)
    {
        var value = member.Value;
        if (value.Kind == JsonKind.Text) return new(member.Name, Tree(value));
        if (value.Kind != JsonKind.Map) Fail(path, value, $"data set \"{dataset}\": file \"{member.Name}\": expected the name of a tree, found {value.Described}");
        RefuseUnknown(path, value, s_fileKeys);
        RefuseRepeated(path, value, "key");
        if (!value.TryGet("object_path", out var tree)) Fail(path, member.Line, $"data set \"{dataset}\": file \"{member.Name}\" has no \"object_path\"");
        if (tree.Kind != JsonKind.Text) Fail(path, tree, $"\"object_path\" is the name of a tree, found {tree.Described}");
        long? entries = null;
        if (value.TryGet("num_entries", out var count) && count.Kind != JsonKind.Null)
        {
            if (!count.TryGetInteger(out var n) || n < 0) Fail(path, count, $"\"num_entries\" is a number of entries, found {count.Described}");
            entries = n;
        }
        string? uuid = null;
        if (value.TryGet("uuid", out var id) && id.Kind != JsonKind.Null)
        {
            if (id.Kind != JsonKind.Text) Fail(path, id, $"\"uuid\" is a string, found {id.Described}");
            uuid = id.Text;
        }
        if (value.TryGet("steps", out var steps) && steps.Kind != JsonKind.Null) RefuseGaps(path, steps, entries);
        return new(member.Name, Tree(tree), entries, uuid);

        string Tree(JsonValue name)
        {
            if (name.Text.Length == 0) Fail(path, name, $"data set \"{dataset}\": file \"{member.Name}\": the name of the tree is empty");
            return name.Text;
        }
    }

    /// <summary>Steps only cut a file into pieces here; steps that leave entries out would silently change a result.</summary>
    private static void RefuseGaps(string path, JsonValue steps, long? entries)
    {
        if (steps.Kind != JsonKind.List) Fail(path, steps, $"\"steps\" is a list of [first, end], found {steps.Described}");
        var reached = 0L;
        foreach (var step in steps.Items)
        {
            if (step.Kind != JsonKind.List || step.Items.Count != 2 || !step.Items[0].TryGetInteger(out var first) || !step.Items[1].TryGetInteger(out var end) || end < first)
                Fail(path, step, $"a step is [first, end] with first <= end, found {step.Described}");
            else if (first != reached)
                Fail(path, step, $"steps leave entries out or give them twice: expected a step from {reached}, found one from {first}; whole files are read, remove the steps");
            else
                reached = end;
        }
        if (entries is { } all && reached != all) Fail(path, steps, $"steps end at entry {reached} of {all}; whole files are read, remove the steps");
    }
}
