using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Trees.Chains;

/// <summary>Trees of the same kind in several files, one after the other, as if they were one. Files are opened when they are first needed. Not thread-safe.</summary>
/// <remarks><code>
/// using var chain = TreeChain.Open("data/part*.root", "Events");
/// using var pt = chain.OpenField("Jet_pt");
/// pt.Read(0, 1000);
/// </code></remarks>
public sealed class TreeChain : IDisposable
{
    private readonly RootFile?[] _files;
    private readonly Tree?[] _trees;
    private readonly long[] _firsts;
    private readonly Connections? _connections;

    private TreeChain(IReadOnlyList<string> files, string treePath, Connections? connections)
    {
        (Files, TreePath, _connections) = (files, treePath, connections);
        (_files, _trees, _firsts) = (new RootFile?[files.Count], new Tree?[files.Count], new long[files.Count + 1]);
        Array.Fill(_firsts, -1);
        _firsts[0] = 0;
    }

    /// <summary>The files in order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Path of the tree in each file.</summary>
    public string TreePath { get; }

    /// <summary>Number of entries of all files; opens those that were not opened yet.</summary>
    /// <exception cref="RistrettoException">A file or its tree is missing or damaged.</exception>
    public long Entries => FirstEntryOf(Files.Count);

    /// <summary>A chain over the files of a pattern.</summary>
    /// <param name="pattern">A path or address with <c>*</c>, <c>?</c>, <c>[..]</c>, <c>{a,b}</c>, <c>**</c>, or <c>@list.txt</c>, as <see cref="Connections.Expand"/> takes it.</param>
    /// <param name="treePath">Path of the tree in each file.</param>
    /// <param name="connections">Connections to servers that the caller keeps; null for those of each file.</param>
    /// <exception cref="SourceException">No file fits.</exception>
    public static TreeChain Open(string pattern, string treePath, Connections? connections = null)
    {
        if (connections is not null) return new(connections.Expand(pattern), treePath, connections);
        using var own = new Connections();
        return new(own.Expand(pattern), treePath, null);
    }

    /// <summary>A chain over files in the given order.</summary>
    /// <param name="files">Paths or addresses, at least one.</param>
    /// <param name="treePath">Path of the tree in each file.</param>
    /// <param name="connections">Connections to servers that the caller keeps; null for those of each file.</param>
    public static TreeChain Open(IReadOnlyList<string> files, string treePath, Connections? connections = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(files.Count);
        return new(files, treePath, connections);
    }

    /// <summary>The tree of a file.</summary>
    /// <exception cref="RistrettoException">The file or its tree is missing or damaged.</exception>
    public Tree TreeOf(int file)
    {
        _files[file] ??= RootFile.Open(Files[file], _connections);
        return _trees[file] ??= _files[file]!.GetTree(TreePath);
    }

    /// <summary>The number of entries in the files before a file.</summary>
    /// <exception cref="RistrettoException">A file or its tree is missing or damaged.</exception>
    public long FirstEntryOf(int file)
    {
        for (var i = 0; i < file; i++)
            if (_firsts[i + 1] < 0) _firsts[i + 1] = _firsts[i] + TreeOf(i).Entries;
        return _firsts[file];
    }

    /// <summary>The file that holds an entry, and the entry's number in it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer entries.</exception>
    /// <exception cref="RistrettoException">A file or its tree is missing or damaged.</exception>
    public (int File, long Entry) Locate(long entry)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entry);
        for (var i = 0; i < Files.Count; i++)
            if (entry < FirstEntryOf(i + 1)) return (i, entry - _firsts[i]);
        throw new ArgumentOutOfRangeException(nameof(entry), entry, $"the chain has {Entries} entries");
    }

    /// <summary>A reader of a branch over all files.</summary>
    /// <param name="name">The branch, which must be of the same type in all files.</param>
    /// <param name="isOptional">Whether files may lack it: its entries are then zeros, empty strings and empty lists.</param>
    /// <exception cref="SchemaException">No file has it, or the first lacks it and it is not optional.</exception>
    public ChainReader OpenField(string name, bool isOptional = false) => new(this, name, isOptional);

    /// <summary>Closes all files.</summary>
    public void Dispose()
    {
        foreach (var file in _files) file?.Dispose();
    }
}
