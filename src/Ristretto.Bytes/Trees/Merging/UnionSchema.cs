using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;

namespace Ristretto.Bytes.Trees.Merging;

/// <summary>The branches that a tree has in any of the files, in the order in which they are met.</summary>
internal sealed class UnionSchema
{
    private readonly Dictionary<string, UnionColumn> _byName = new(StringComparer.Ordinal);
    private readonly List<UnionColumn> _columns = [];
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private int _files;
    private string? _reason;

    /// <summary>Looks at the trees of files, and keeps the schemas of those that differ.</summary>
    public static Dictionary<string, UnionSchema> OfDiffering(IEnumerable<RootFile> files, Func<string, bool> isSkipped, CancellationToken cancellation)
    {
        var schemas = new Dictionary<string, UnionSchema>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (path, key) in file.NewestKeys().Where(entry => RootFile.IsTree(entry.Key) && !isSkipped(entry.Path)))
            {
                if (!schemas.TryGetValue(path, out var schema)) schemas.Add(path, schema = new UnionSchema());
                schema.Add(Tree.Read(file, path, key));
            }
        }
        foreach (var (path, schema) in schemas.ToList())
            if (!schema.Differs) schemas.Remove(path);
        return schemas;
    }

    /// <summary>All branches.</summary>
    public IReadOnlyList<UnionColumn> Columns => _columns;

    /// <summary>All branches, each counter before the lists that it counts: how many zeros a list needs follows from it.</summary>
    public IEnumerable<UnionColumn> InOrder()
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in _columns)
        {
            if (column.Counter is { } counter && given.Add(counter)) yield return _byName[counter];
            if (given.Add(column.Name)) yield return column;
        }
    }

    /// <summary>Title of the tree in the first file.</summary>
    public string Title { get; private set; } = "";

    /// <summary>fWeight, which all files agree on.</summary>
    public double Weight { get; private set; } = 1;

    private bool Differs { get; set; }

    /// <summary>Refuses a tree that cannot be read and written anew.</summary>
    /// <exception cref="SchemaException">It has branches that are more than numbers, lists of them and strings.</exception>
    public void Require(string file, string path)
    {
        if (_reason is { } reason) throw new SchemaException(file, $"{path} {reason}; branches of this kind are joined only where all files have the same ones, leave the tree out with --skip {path}");
    }

    private void Add(Tree tree)
    {
        var plain = tree.Branches.Select(branch => branch.Name).ToHashSet(StringComparer.Ordinal);
        string[] others = [.. tree.Fields.Select(field => field.Name).Concat(tree.Unread.Select(unread => unread.Name)).Where(name => !plain.Contains(name))];
        if (tree.Unread.Count > 0) _reason ??= $"has the branch {tree.Unread[0].Name}, which cannot be read: {tree.Unread[0].Reason}";
        if (others.Length > 0) _reason ??= $"has the branch {others[0]}, which is no plain number, list or string";
        if (_files++ == 0) (Title, Weight) = (tree.Title, tree.Weight);
        else if (tree.Weight != Weight) throw new SchemaException(tree.File.Path, $"{tree.Path} has the weight {tree.Weight}, in the files before {Weight}; one tree has one weight, leave it out with --skip {tree.Path}");
        var before = _others.Count;
        _others.UnionWith(others);
        Differs |= _files > 1 && (_others.Count != before || others.Length != _others.Count);
        var added = 0;
        foreach (var branch in tree.Branches)
        {
            var column = UnionColumn.Of(branch);
            if (!_byName.TryAdd(column.Name, column))
            {
                var known = _byName[column.Name];
                if (known.Form != column.Form) throw new SchemaException(tree.File.Path, $"{tree.Path}/{column.Name} is {column.Form}, in {known.FirstFile} {known.Form}");
                continue;
            }
            _columns.Add(column);
            added++;
        }
        Differs |= _files > 1 && (added > 0 || tree.Branches.Count != _columns.Count);
    }
}
