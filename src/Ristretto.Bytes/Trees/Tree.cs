using System.Diagnostics.CodeAnalysis;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Bytes.Trees;

/// <summary>The description of a tree: its branches and where their values are. Immutable, safe for several threads; holds no values.</summary>
public sealed partial class Tree
{
    private readonly TreeRecord _record;
    private readonly Dictionary<string, Branch> _byName;
    private readonly IReadOnlyList<UnreadBranch> _notPlain;
    private readonly Lazy<(IReadOnlyList<TreeField> Fields, IReadOnlyList<UnreadBranch> Unread, IReadOnlyList<string> Empty)> _fields;

    private Tree(RootFile file, string path, KeyRecord key, byte[] payload, TreeRecord record)
    {
        (File, Path, Key, Payload, _record) = (file, path, key, payload, record);
        (Branches, _notPlain) = BranchCatalogue.Of(this, record);
        _fields = new Lazy<(IReadOnlyList<TreeField>, IReadOnlyList<UnreadBranch>, IReadOnlyList<string>)>(() => FieldCatalogue.Of(this, record));
        _tail = new Lazy<TreeTail>(() => TreeTail.Of(this, record));
        _byName = new Dictionary<string, Branch>(Branches.Count, StringComparer.Ordinal);
        foreach (var branch in Branches) _byName.Add(branch.Name, branch);
    }

    /// <summary>The file it is in.</summary>
    public RootFile File { get; }

    /// <summary>Name, with the directories before it.</summary>
    public string Path { get; }

    /// <summary>The key under which it is stored.</summary>
    public KeyRecord Key { get; }

    /// <summary>The tree's title.</summary>
    public string Title => _record.Title;

    /// <summary>Number of entries: events in NanoAOD's tree Events.</summary>
    public long Entries => _record.Entries;

    /// <summary>Bytes of all baskets in the file (fZipBytes).</summary>
    public long CompressedBytes => _record.StoredBytes;

    /// <summary>Bytes of all baskets decompressed (fTotBytes).</summary>
    public long UncompressedBytes => _record.TotalBytes;

    /// <summary>The branches of plain numbers, lists of numbers with a counter, and strings, depth first in stored order; the fastest to read.</summary>
    public IReadOnlyList<Branch> Branches { get; }

    /// <summary>Whether <see cref="Branches"/> are all branches: nothing else is stored, as in NanoAOD.</summary>
    public bool IsPlain => _notPlain.Count == 0;

    /// <summary>All branches that can be read, of whatever type, depth first in stored order. The first use reads the class layouts of the file.</summary>
    /// <exception cref="RootFormatException">The class layouts are damaged.</exception>
    public IReadOnlyList<TreeField> Fields => _fields.Value.Fields;

    /// <summary>The branches and members that cannot be read, with the reason.</summary>
    public IReadOnlyList<UnreadBranch> Unread => _fields.Value.Unread;

    /// <summary>The branches of classes without a single stored member.</summary>
    public IReadOnlyList<string> Empty => _fields.Value.Empty;

    /// <summary>The decompressed record; embedded baskets and basket lists are read from it when asked for.</summary>
    internal byte[] Payload { get; }

    /// <summary>Finds a branch by its name.</summary>
    public bool TryGetBranch(string name, [NotNullWhen(true)] out Branch? branch) => _byName.TryGetValue(name, out branch);

    /// <summary>The branch of that name.</summary>
    /// <exception cref="SchemaException">There is none, or it cannot be read; names the nearest.</exception>
    public Branch GetBranch(string name)
    {
        if (_byName.TryGetValue(name, out var branch)) return branch;
        if (_notPlain.FirstOrDefault(other => other.Name == name) is { } other)
            throw new SchemaException(File.Path, $"{Path}/{name} cannot be read as plain numbers: {other.Reason}; its columns can, as a field of the tree");
        throw new SchemaException(File.Path, $"{Path} has no branch {name}{NearestNames.Hint(name, _byName.Keys)}");
    }

    /// <summary>The branch of that name, of whatever type; or the one that has a column of that name.</summary>
    /// <exception cref="SchemaException">There is none, or it cannot be read; names the nearest.</exception>
    public TreeField GetField(string name)
    {
        foreach (var field in Fields)
            if (field.Name == name) return field;
        foreach (var field in Fields)
            if (field.Columns.Any(column => column.Name == name)) return field;
        if (Unread.FirstOrDefault(branch => branch.Name == name) is { } unread) throw new SchemaException(File.Path, $"{Path}/{name} cannot be read: {unread.Reason}");
        throw new SchemaException(File.Path, $"{Path} has no branch {name}{NearestNames.Hint(name, Fields.Select(field => field.Name))}");
    }

    /// <summary>Entries at which all of the used branches start a new basket, so that a range between two of them can be read without decoding a basket twice:
    /// from 0 to <see cref="Entries"/>, ascending. Taken from the tree where it says, otherwise from the baskets.</summary>
    public IReadOnlyList<long> ClusterBoundaries(IReadOnlyList<Branch> used) => Clusters.Boundaries(_record, used);

    internal static Tree Read(RootFile file, string path, KeyRecord key)
    {
        var payload = file.ReadPayload(key);
        var origin = new RecordOrigin(file.Path, path, key.IsCompressed ? key.SeekKey : key.SeekKey + key.KeyBytes, key.IsCompressed);
        return new Tree(file, path, key, payload, TreeRecordParser.Parse(key.ClassName, payload, key.KeyBytes, origin));
    }

    internal string TextAt(int position)
    {
        var reader = new BigEndianReader(Payload, new RecordOrigin(File.Path, Path, Key.SeekKey, Key.IsCompressed));
        reader.Seek(position);
        return reader.ReadString();
    }
}
