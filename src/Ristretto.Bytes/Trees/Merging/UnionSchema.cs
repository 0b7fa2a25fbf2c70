using Ristretto.Bytes.Errors;

namespace Ristretto.Bytes.Trees.Merging;

/// <summary>The branches that a tree has in any of the files, in the order in which they are met.</summary>
internal sealed class UnionSchema
{
    private readonly Dictionary<string, UnionColumn> _byName = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly HashSet<string> _counters = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _widened = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private string _firstFile = "";
    private string? _otherTitle;
    private int _files;
    private string? _reason;

    /// <summary>All branches.</summary>
    public IEnumerable<UnionColumn> Columns => _names.Select(name => _byName[name]);

    /// <summary>All branches, each counter before the lists that it counts: how many zeros a list needs follows from it.</summary>
    public IEnumerable<UnionColumn> InOrder()
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in Columns)
        {
            if (column.Counter is { } counter && given.Add(counter)) yield return _byName[counter];
            if (given.Add(column.Name)) yield return column;
        }
    }

    /// <summary>Title of the tree in the first file.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What the merged tree cannot have of all files, and where numbers got a wider type; for people.</summary>
    public IEnumerable<string> Differences()
    {
        if (_otherTitle is not null) yield return $"title of {_firstFile} kept, that of {_otherTitle} is another";
        string[] widened = [.. _widened.Where(name => !IsCounter(name)).Select(name => $"{name} ({LeafTypes.NameOf(_byName[name].Type)})")];
        if (widened.Length > 0) yield return $"in a type that holds the numbers of all files: {string.Join(", ", widened)}";
    }

    /// <summary>Whether lists of another branch take their lengths from this one.</summary>
    public bool IsCounter(string name) => _counters.Contains(name);

    /// <summary>fWeight, which all files agree on.</summary>
    public double Weight { get; private set; } = 1;

    /// <summary>Whether the files have different branches.</summary>
    public bool Differs { get; set; }

    /// <summary>Refuses a tree that cannot be read and written anew.</summary>
    /// <exception cref="SchemaException">It has branches that are more than numbers, lists of them and strings.</exception>
    public void Require(string file, string path)
    {
        if (_reason is { } reason) throw new SchemaException(file, $"{path} {reason}; branches of this kind are joined only where all files have the same ones, leave the tree out with --skip {path}");
    }

    /// <summary>Adds the branches of a further file.</summary>
    /// <exception cref="SchemaException">A branch has another form, or the tree another weight, than in the files before.</exception>
    public void Add(Tree tree)
    {
        var plain = tree.Branches.Select(branch => branch.Name).ToHashSet(StringComparer.Ordinal);
        string[] others = [.. tree.Fields.Select(field => field.Name).Concat(tree.Unread.Select(unread => unread.Name)).Where(name => !plain.Contains(name))];
        if (tree.Unread.Count > 0) _reason ??= $"has the branch {tree.Unread[0].Name}, which cannot be read: {tree.Unread[0].Reason}";
        if (others.Length > 0) _reason ??= $"has the branch {others[0]}, which is no plain number, list or string";
        if (_files++ == 0) (Title, Weight, _firstFile) = (tree.Title, tree.Weight, tree.File.Path);
        else if (tree.Title != Title) _otherTitle ??= tree.File.Path;
        if (tree.Weight != Weight) throw new SchemaException(tree.File.Path, $"{tree.Path} has the weight {tree.Weight}, in the files before {Weight}; one tree has one weight, leave it out with --skip {tree.Path}");
        var before = _others.Count;
        _others.UnionWith(others);
        Differs |= _files > 1 && (_others.Count != before || others.Length != _others.Count);
        var added = 0;
        foreach (var branch in tree.Branches)
        {
            var column = UnionColumn.Of(branch);
            if (column.Counter is { } counter) _counters.Add(counter);
            if (!_byName.TryGetValue(column.Name, out var known))
            {
                _names.Add(column.Name);
                _byName.Add(column.Name, column);
                added++;
                continue;
            }
            var joined = known.With(column) ?? throw new SchemaException(tree.File.Path, $"{tree.Path}/{column.Name} is {column.Form}, in {known.FirstFile} {known.Form}; leave the tree out with --skip {tree.Path}");
            if (joined.Type != known.Type || joined.Type != column.Type) _widened.Add(column.Name);
            _byName[column.Name] = joined;
        }
        Differs |= _widened.Count > 0 || _files > 1 && (added > 0 || tree.Branches.Count != _names.Count);
    }
}
