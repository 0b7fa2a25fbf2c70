using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Merging;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Trees.Writing;

namespace Ristretto.Bytes.Trees.Merging;

/// <summary>A tree of several files on its way into one: baskets are copied file by file, the record of the first file is written at the end with the
/// numbers of all.</summary>
internal sealed class TreeMerge : IMergedObject
{
    private readonly string _path;
    private readonly MergeTarget _target;
    private readonly WrittenDirectory _folder;
    private readonly ParsedTree _first;
    private readonly List<MergedBranch> _branches = [];
    private readonly ClusterSizes _clusters = new();
    private readonly List<string> _lost = [];
    private readonly MergedIndex _index = new();

    /// <summary>Begins with the tree of the first file.</summary>
    public TreeMerge(string path, RootFile file, KeyRecord key, MergeTarget target)
    {
        (_path, _target) = (path, target);
        _folder = target.Writer.FolderOf(path);
        _first = new ParsedTree(file, path, key);
        foreach (var branch in _first.Branches) _branches.Add(new MergedBranch($"{path}/{branch.Path}", branch.Name));
        Append(_first);
    }

    /// <summary>Entries so far.</summary>
    public long Entries { get; private set; }

    public string Describe() => string.Join("; ", [$"{Entries} entries", .. _lost, .. _index.Describe()]);

    public void Add(RootFile file, KeyRecord key)
    {
        var tree = new ParsedTree(file, _path, key);
        _first.Require(tree);
        NoteDifferences(tree.Tree);
        Append(tree);
    }

    public void Write()
    {
        var patch = new RecordPatch(_first.Tree.Payload, _first.Tree.Key.KeyBytes, _first.Layout.Marks);
        var record = new MergedTreeRecord(_first, _branches, Entries, _clusters, _target.Compression);
        record.Edit(patch);
        var (at, end) = _first.IndexPlace;
        if (_index.IsChanged) patch.Replace(at, end - at, _index.Encode());
        _target.Writer.WriteCopy(_path, _first.Tree.Key, patch.Apply);
    }

    // What a tree says beside its branches has room once: that of the first file stays, and others are named.
    private void NoteDifferences(Tree other)
    {
        var first = _first.Tree;
        Note("title", first.Title == other.Title);
        Note("aliases", first.Aliases.Count == other.Aliases.Count && !first.Aliases.Except(other.Aliases).Any());
        Note("friends", first.Friends.SequenceEqual(other.Friends));
        Note("user info", first.UserInfo.Select(Text).SequenceEqual(other.UserInfo.Select(Text), StringComparer.Ordinal));

        // Bits that ROOT changes while it handles an object do not count.
        static string Text(ObjectRecord item) => string.Join('\n',
            [$"{item.ClassName} {item.UnreadReason}", .. item.Names.Where(name => name is not ("fBits" or "fUniqueID")).Select(name => $"{name} {item.Format(name, int.MaxValue)}")]);

        void Note(string what, bool isSame)
        {
            if (!isSame && !_lost.Exists(lost => lost.StartsWith(what, StringComparison.Ordinal))) _lost.Add($"{what} of {first.File.Path} kept, that of {other.File.Path} is another");
        }
    }

    private void Append(ParsedTree tree)
    {
        var copies = new List<CopiedBasket>();
        var embedded = new List<EmbeddedCopy>();
        for (var i = 0; i < _branches.Count; i++)
        {
            var (branch, source) = (_branches[i], tree.Branches[i].Source);
            var count = tree.Branches[i].IsGroup ? 0 : source.BasketCount;
            for (var basket = 0; basket < count; basket++)
            {
                var index = branch.Announce(branch.Entries + source.BasketFirstEntries[basket]);
                var at = source.EmbeddedAt(basket);
                if (at < 0) copies.Add(new CopiedBasket(branch, index, source.BasketSeeks[basket], source.BasketBytes[basket]));
                else embedded.Add(Embedded(tree, source, branch, basket, index, at));
            }
            branch.Entries += source.Entries;
        }
        copies.Sort(static (a, b) => a.Seek.CompareTo(b.Seek));
        for (var from = 0; from < copies.Count;)
        {
            _target.Cancellation.ThrowIfCancellationRequested();
            var to = from + 1;
            while (to < copies.Count && copies[to].Seek == copies[to - 1].Seek + copies[to - 1].Bytes && copies[to].Seek + copies[to].Bytes - copies[from].Seek <= PendingCopy.Largest) to++;
            _target.Submit(new BasketCopy(tree.Tree.File, copies.GetRange(from, to - from), _target.Writer, _folder, _target.Counters, _target.Compression));
            from = to;
        }
        foreach (var copy in embedded) _target.Submit(copy);
        var boundaries = tree.Boundaries();
        for (var i = 1; i < boundaries.Count; i++) _clusters.Add(boundaries[i] - boundaries[i - 1]);
        _index.Add(tree.Tree.File.Path, tree.Index, Entries);
        Entries += tree.Tree.Entries;
        _target.Drain();
    }

    private EmbeddedCopy Embedded(ParsedTree tree, Branch source, MergedBranch branch, int basket, int index, int at)
    {
        var origin = new BasketOrigin(source).InRecord(basket);
        var reader = new BigEndianReader(tree.Tree.Payload, origin);
        reader.Seek(at);
        if (BasketRecord.Decode(ref reader).Flag is > 40)
            throw new SchemaException(tree.Tree.File.Path, $"{branch.Path}: its last basket leaves offsets out or notes displacements, which cannot be copied; convert the file first");
        return new EmbeddedCopy(branch, index, EmbeddedBasket.Decode(source, origin, at), tree.Tree.Payload, tree.Tree.Key.Name,
            _target.Writer, _folder, _target.Counters, _target.Compression ?? Compression.Zstd());
    }
}
