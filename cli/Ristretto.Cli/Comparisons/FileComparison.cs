using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Objects;
using Ristretto.Cli.Listings;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Comparisons;

/// <summary>Compares what two files hold, or two objects of them: of each name the newest cycle.</summary>
internal sealed class FileComparison(RootFile left, RootFile right, DiffSettings settings, Action<string> progress, CancellationToken cancellation) : IDisposable
{
    private readonly DecodeContext _context = new();
    private readonly NamePattern? _skip = settings.Skip is null ? null : new NamePattern(settings.Skip);

    internal DiffResult Result { get; } = new();

    /// <summary>Compares the objects below two paths, or two objects.</summary>
    /// <exception cref="SchemaException">An object is not there.</exception>
    /// <exception cref="RootFormatException">Something that is compared is damaged.</exception>
    internal void Run(string? leftPath, string? rightPath)
    {
        var (mine, others) = (Objects(left, leftPath), Objects(right, rightPath));
        CheckColumns(mine, others);
        foreach (var (name, entry) in mine)
        {
            cancellation.ThrowIfCancellationRequested();
            if (others.Remove(name, out var other)) Compare(name.Length > 0 ? name : entry.Path, entry, other);
            else if (settings.Columns is null) Result.Add(name.Length > 0 ? name : entry.Path, "missing", $"{entry.Key.ClassName}, is missing in the second file");
        }
        foreach (var (name, entry) in others)
            if (settings.Columns is null) Result.Add(name.Length > 0 ? name : entry.Path, "missing", $"{entry.Key.ClassName}, is missing in the first file");
    }

    public void Dispose() => _context.Dispose();

    /// <summary>By the path below the one that is asked for; empty for that itself.</summary>
    private Dictionary<string, (string Path, KeyRecord Key)> Objects(RootFile file, string? path)
    {
        var newest = new ListedObjects(file, path, IsRecursive: true).Keys().GroupBy(entry => entry.Path, StringComparer.Ordinal).Select(cycles => cycles.MaxBy(entry => entry.Key.Cycle));
        var objects = new Dictionary<string, (string, KeyRecord)>(StringComparer.Ordinal);
        var above = path is null ? "" : ObjectEntry.WithoutCycle(path, file.Find(path)!);
        foreach (var (inside, key) in newest)
        {
            var name = above.Length == 0 ? inside : inside == above ? "" : inside[(above.Length + 1)..];
            if (_skip?.Selects(inside) != true) objects[name] = (inside, key);
        }
        return objects;
    }

    private void CheckColumns(Dictionary<string, (string Path, KeyRecord Key)> mine, Dictionary<string, (string Path, KeyRecord Key)> others)
    {
        if (settings.Columns is null) return;
        var names = new List<string>();
        foreach (var (file, objects) in ((RootFile, Dictionary<string, (string Path, KeyRecord Key)>)[])[(left, mine), (right, others)])
        {
            foreach (var (path, key) in objects.Values.Where(entry => IsTable(entry.Key)))
            {
                using var table = ComparedTable.Open(file, $"{path};{key.Cycle}", key, isConverted: false, _context);
                names.AddRange(table.Columns.Select(column => column.Name).Concat(table.Unread.Select(column => column.Name)));
            }
        }
        if (new NamePattern(settings.Columns).Unused(names) is { } unused)
            throw new SchemaException(left.Path, $"no tree here or in {right.Path} has a column {unused}{NearestNames.Hint(unused.Trim('*', '?'), names)}");
    }

    private void Compare(string path, (string Path, KeyRecord Key) mine, (string Path, KeyRecord Key) other)
    {
        var areTables = IsTable(mine.Key) && IsTable(other.Key);
        if (settings.Columns is not null && !areTables) return;
        progress(path);
        Result.Objects++;
        var isSameClass = mine.Key.ClassName == other.Key.ClassName;
        var isSameFormat = RootFile.IsNTuple(mine.Key) == RootFile.IsNTuple(other.Key);
        if (areTables)
        {
            // A TNtuple is a tree; a tree and an RNTuple are two ways to store a table.
            if (!isSameClass && isSameFormat) Result.Add(path, "class", $"{mine.Key.ClassName} against {other.Key.ClassName}");
            using var mineTable = ComparedTable.Open(left, $"{mine.Path};{mine.Key.Cycle}", mine.Key, !isSameFormat, _context);
            using var otherTable = ComparedTable.Open(right, $"{other.Path};{other.Key.Cycle}", other.Key, !isSameFormat, _context);
            new TableComparison(path, mineTable, otherTable, settings, Result, cancellation).Run();
        }
        else if (!isSameClass) Result.Add(path, "class", $"{mine.Key.ClassName} against {other.Key.ClassName}");
        else if (!settings.StructureOnly && !RootDirectory.IsDirectory(mine.Key)) CompareObjects(path, mine, other);
    }

    private void CompareObjects(string path, (string Path, KeyRecord Key) mine, (string Path, KeyRecord Key) other)
    {
        ObjectRecord? first, second;
        try
        {
            (first, second) = (left.ReadObject(mine.Path, mine.Key), right.ReadObject(other.Path, other.Key));
        }
        catch (SchemaException error)
        {
            if (left.ReadPayload(mine.Key).AsSpan().SequenceEqual(right.ReadPayload(other.Key))) return;
            Result.Add(path, "member", $"the bytes differ; member by member they cannot be compared: {error.Message}");
            return;
        }
        new ObjectComparison(settings, Result).Run(path, first, second);
    }

    private static bool IsTable(KeyRecord key) => RootFile.IsTree(key) || RootFile.IsNTuple(key);
}
