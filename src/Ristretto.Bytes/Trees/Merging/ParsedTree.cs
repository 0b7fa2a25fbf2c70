using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;

namespace Ristretto.Bytes.Trees.Merging;

/// <summary>A tree of an input: its record with the places of all that changes, and its branches by path.</summary>
internal sealed class ParsedTree
{
    private const int OldestTree = 16, OldestBranch = 10;

    private readonly TreeRecord _record;
    private readonly string _path;

    public ParsedTree(RootFile file, string path, KeyRecord key)
    {
        _path = path;
        Tree = Tree.Read(file, path, key);
        _record = TreeRecordParser.Parse(key.ClassName, Tree.Payload, key.KeyBytes, file.Origin(path, key), Layout);
        if (_record.Version < OldestTree) throw Refused($"is a TTree of class version {_record.Version}, which cannot be merged; convert the file first");
        if (_record.Tags!.Marks!.Unread is { } unread) throw Refused($"has a {unread}, which cannot be merged");
        MarkLeaves();
        var tail = TreeTail.Of(Tree, _record);
        if (tail.Member("fTreeIndex") is { } index)
        {
            if (index.ClassName != "TTreeIndex") throw Refused($"has an index that is a {index.ClassName}, which would not know the entries of the other files; write the tree without it, merge, and build the index anew");
            Index = TreeIndex.Of(Tree, index);
        }
        IndexPlace = tail.Index;
        if (Layout.Marks.Unread is { } attached) throw Refused($"carries a {attached} that the file does not describe, so that it cannot be copied");
        foreach (var layout in Layout.Branches) Branches.Add(Open(layout));
    }

    /// <summary>The tree.</summary>
    public Tree Tree { get; }

    /// <summary>Where its numbers are.</summary>
    public TreeLayout Layout { get; } = new();

    /// <summary>All branches in the order of the record.</summary>
    public List<ParsedBranch> Branches { get; } = [];

    /// <summary>Its index; null when it has none.</summary>
    public TreeIndex? Index { get; }

    /// <summary>Where the record has the index.</summary>
    public (int At, int End) IndexPlace { get; }

    /// <summary>Class version of TTree.</summary>
    public int Version => _record.Version;

    /// <summary>Where clusters begin and end.</summary>
    public IReadOnlyList<long> Boundaries() => Tree.ClusterBoundaries(Tree.Branches);

    /// <summary>Refuses another tree whose branches are not the same.</summary>
    /// <exception cref="SchemaException">One is missing, too many, or of another type.</exception>
    public void Require(ParsedTree other)
    {
        var file = other.Tree.File.Path;
        if (other.Tree.Key.ClassName != Tree.Key.ClassName) throw new SchemaException(file, $"{_path} is a {other.Tree.Key.ClassName}, in {Tree.File.Path} a {Tree.Key.ClassName}");
        if (other._record.Weight != _record.Weight) throw new SchemaException(file, $"{_path} has the weight {other._record.Weight}, in {Tree.File.Path} {_record.Weight}; one tree has one weight");
        var names = other.Branches.Select(branch => branch.Path).ToList();
        var theirs = other.Branches.GroupBy(branch => branch.Path).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var branch in Branches)
        {
            if (!theirs.TryGetValue(branch.Path, out var their))
                throw new SchemaException(file, $"{_path} has no branch {branch.Path}, which {Tree.File.Path} has{NearestNames.Hint(branch.Path, names)}; --schema union joins trees with other branches");
            if (their.Form != branch.Form) throw new SchemaException(file, $"{_path}/{branch.Path} is {their.Form}, in {Tree.File.Path} {branch.Form}");
        }
        var ours = Branches.Select(branch => branch.Path).ToList();
        if (names.Find(name => !ours.Contains(name, StringComparer.Ordinal)) is { } more)
            throw new SchemaException(file, $"{_path} has a branch {more}, which {Tree.File.Path} has not{NearestNames.Hint(more, ours)}; --schema union joins trees with other branches");
        if (names.Count != ours.Count) throw new SchemaException(file, $"{_path} has {names.Count} branches, in {Tree.File.Path} {ours.Count}");
        // The record of the first file says their order; names that come twice keep theirs.
        var sorted = ours.Zip(Branches).Select(pair => pair.First).SequenceEqual(names, StringComparer.Ordinal) ? null
            : ours.Distinct(StringComparer.Ordinal).Count() == ours.Count ? ours.ConvertAll(name => theirs[name])
            : throw new SchemaException(file, $"{_path} has its branches in another order than in {Tree.File.Path}, and some have the same name");
        if (sorted is null) return;
        other.Branches.Clear();
        other.Branches.AddRange(sorted);
    }

    private ParsedBranch Open(BranchLayout layout)
    {
        var record = layout.Record;
        if (layout.Version < OldestBranch) throw Refused($"has TBranch of class version {layout.Version}, which cannot be merged; convert the file first");
        if (record.ClassName is not ("TBranch" or "TBranchElement" or "TBranchObject")) throw Refused($"has the branch {record.Path}, a {record.ClassName}, which cannot be merged");
        if (record.FileName.Length > 0) throw Refused($"keeps the baskets of {record.Path} in another file, {record.FileName}");
        var leaves = string.Join(", ", record.Leaves.Select(leaf => $"{leaf.ClassName} {leaf.Name}[{leaf.Length}]{(leaf.IsUnsigned ? " unsigned" : "")}"));
        var element = record.Element is { } member ? $" of {member.ClassName} version {member.ClassVersion}, checksum {member.Checksum:x8}, member {member.Id}, type {member.Type}/{member.StreamerType}" : "";
        return new ParsedBranch(layout, record.Path, record.Path[(record.Path.LastIndexOf('/') + 1)..], $"a {record.ClassName} with {leaves}{element}{record.ObjectClass}", Branch.Raw(Tree, record.Path, record));
    }

    // The list of leaves holds references only; TreeTail passes it.
    private void MarkLeaves()
    {
        var reader = new BigEndianReader(Tree.Payload, Tree.File.Origin(_path, Tree.Key));
        reader.Seek(_record.TailAt);
        var header = ObjectHeader.Read(ref reader);
        Streamed.ReadObject(ref reader);
        reader.ReadStringBytes();
        var count = reader.ReadInt32();
        reader.Skip(4);
        for (var i = 0; i < count; i++)
            if (_record.Tags!.Read(ref reader).IsObject) throw Refused("has a leaf outside its branches, which cannot be merged");
        header.Leave(ref reader, "fLeaves");
    }

    private SchemaException Refused(string reason) => new(Tree.File.Path, $"{_path} {reason}");
}
