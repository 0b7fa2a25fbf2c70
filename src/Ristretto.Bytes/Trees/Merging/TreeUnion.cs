using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Bytes.Trees.Writing;

namespace Ristretto.Bytes.Trees.Merging;

/// <summary>A tree whose branches differ from file to file: it is read and written anew with all of them, and what a file lacks is 0 or empty there.</summary>
internal sealed class TreeUnion : IMergedObject
{
    private const int Batch = 4096;

    private readonly string _path;
    private readonly MergeTarget _target;
    private readonly UnionSchema _schema;
    private readonly TreeWriter _tree;
    private readonly List<(UnionColumn Column, UnionFiller Filler)> _fillers = [];
    private readonly SortedSet<string> _lost = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _missing = new(StringComparer.Ordinal);
    private readonly MergedIndex _index = new();

    /// <summary>Begins with the tree of the first file.</summary>
    public TreeUnion(string path, RootFile file, KeyRecord key, UnionSchema schema, MergeTarget target)
    {
        (_path, _schema, _target) = (path, schema, target);
        schema.Require(file.Path, path);
        _tree = target.Writer.Tree(path, new TreeOptions { Title = schema.Title, Weight = schema.Weight, Compression = target.Compression ?? Compression.Zstd() });
        var counters = new Dictionary<string, UnionFiller.CounterFiller>(StringComparer.Ordinal);
        foreach (var column in schema.InOrder()) _fillers.Add((column, UnionFiller.Make(_tree, column, schema.IsCounter(column.Name), counters)));
        Add(file, key);
    }

    public string Describe()
    {
        var lost = _lost.Count == 0 ? "" : $"; without its {string.Join(", ", _lost)}";
        return string.Join("; ", [$"{_tree.Entries} entries, written anew with {_fillers.Count} branches{lost}", .. _schema.Differences(), .. _index.Describe()]);
    }

    public IReadOnlyDictionary<string, int> Missing => _missing;

    public void Add(RootFile file, KeyRecord key)
    {
        var tree = Tree.Read(file, _path, key);
        if (tree.Aliases.Count > 0) _lost.Add("aliases");
        if (tree.Friends.Count > 0) _lost.Add("friends");
        if (tree.UserInfo.Count > 0) _lost.Add("user info");
        _index.Add(file.Path, tree.Index, _tree.Entries);
        using var context = new DecodeContext();
        try
        {
            foreach (var (column, filler) in _fillers)
            {
                filler.Open(tree, column.Name, context);
                if (!tree.TryGetBranch(column.Name, out _)) _missing[column.Name] = _missing.GetValueOrDefault(column.Name) + 1;
            }
            for (var first = 0L; first < tree.Entries; first += Batch)
            {
                _target.Cancellation.ThrowIfCancellationRequested();
                var entries = (int)Math.Min(Batch, tree.Entries - first);
                foreach (var (_, filler) in _fillers) filler.Append(first, entries);
                _tree.Fill(entries);
                _target.Progress?.Invoke();
            }
            foreach (var branch in tree.Branches) _target.Counters.AddDecompressed(branch.UncompressedBytes);
        }
        finally
        {
            foreach (var (_, filler) in _fillers) filler.Close();
        }
    }

    public void Write()
    {
        if (_index.IsKept) _tree.Index = _index.Encode();
        _tree.Complete();
        foreach (var (_, filler) in _fillers) filler.Dispose();
    }
}
