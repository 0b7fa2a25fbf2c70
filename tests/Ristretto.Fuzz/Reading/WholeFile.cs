using System.Runtime.InteropServices;
using System.Text;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Objects;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Fuzz.Reading;

/// <summary>Reads everything that a file holds: keys, objects, histograms, trees with all fields, ntuples with all columns. Goes on with the next part where
/// one is refused.</summary>
/// <param name="context">Decoders.</param>
/// <param name="digest">Receives what is read; null when nobody wants it.</param>
/// <param name="readsBranches">Whether plain branches are also read as the event loop does: lists by the lengths that their counter says.</param>
internal sealed class WholeFile(DecodeContext context, IPartDigest? digest = null, bool readsBranches = true)
{
    private const int FirstBlock = 256, MostEntries = 1 << 14, MostValues = 1 << 20, MostDepth = 12, MostMembers = 2000;
    private const long MostBytes = 8 << 20;

    private byte[] _values = [];
    private int[] _counts = [];
    private int _members;

    /// <summary>The first error; null when everything was read.</summary>
    internal RistrettoException? FirstError { get; private set; }

    /// <summary>Opens the source and reads all.</summary>
    internal void Read(Bytes.Sources.ByteSource source, bool recover)
    {
        Part("file", () =>
        {
            using var file = RootFile.Open(source, new RootFileOptions { Recover = recover });
            Read(file);
        });
    }

    /// <summary>Reads all of an open file.</summary>
    internal void Read(RootFile file)
    {
        Part("streamer infos", () => file.ReadStreamerInfos());
        var entries = new List<(string Path, KeyRecord Key)>();
        Part("keys", () =>
        {
            foreach (var entry in file.AllKeys()) entries.Add(entry);
        });
        foreach (var (path, key) in entries)
        {
            if (RootFile.IsTree(key)) Part(path, () => ReadTree(file.GetTree($"{path};{key.Cycle}")));
            else if (RootFile.IsNTuple(key)) Part(path, () => ReadNTuple(file.GetNTuple($"{path};{key.Cycle}")));
            else Part(path, () => ReadObject(file, path, key));
        }
    }

    private void Part(string name, Action read)
    {
        try
        {
            read();
        }
        catch (RistrettoException error)
        {
            FirstError ??= error;
            digest?.Begin(name);
            digest?.End(error);
        }
    }

    private void Column(string name, Action read)
    {
        digest?.Begin(name);
        try
        {
            read();
            digest?.End(null);
        }
        catch (RistrettoException error)
        {
            FirstError ??= error;
            digest?.End(error);
        }
    }

    private void ReadObject(RootFile file, string path, KeyRecord key)
    {
        if (HistogramRecord.IsHistogram(key.ClassName))
            Column($"{path}, histogram", () =>
            {
                var histogram = file.GetHistogram(path, key);
                digest?.Add(MemoryMarshal.AsBytes(histogram.Contents.AsSpan()));
                digest?.Add(MemoryMarshal.AsBytes(histogram.SumW2.AsSpan()));
            });
        if (RootDirectory.IsDirectory(key)) return;
        Column(path, () =>
        {
            _members = 0;
            Walk(file.ReadObject(path, key), 0);
        });
    }

    // As `ristretto show` does: each member as text, objects inside too.
    private void Walk(ObjectRecord record, int depth)
    {
        if (depth > MostDepth) return;
        foreach (var name in record.Names)
        {
            if (++_members > MostMembers) return;
            var text = record.Format(name, digest is null ? 8 : int.MaxValue);
            digest?.Add(Encoding.UTF8.GetBytes(text));
            switch (record.KindOf(name))
            {
                case MemberKind.Object when record.GetObject(name) is { } inner: Walk(inner, depth + 1); break;
                case MemberKind.Objects:
                    foreach (var item in record.GetObjects(name))
                        if (item is not null && _members < MostMembers) Walk(item, depth + 1);
                    break;
                default: break;
            }
        }
    }

    private void ReadTree(Tree tree)
    {
        Part($"{tree.Path}, relations", () =>
        {
            _ = tree.Aliases;
            _ = tree.Friends;
            _ = tree.Index;
            foreach (var item in tree.UserInfo)
            {
                _members = 0;
                Walk(item, 0);
            }
        });
        Part($"{tree.Path}, clusters", () => _ = tree.ClusterBoundaries(tree.Branches));
        foreach (var field in tree.Fields) Column($"{tree.Path}/{field.Name}", () => ReadField(field));
        _ = tree.Unread.Count + tree.Empty.Count;
        if (!readsBranches) return;
        foreach (var branch in tree.Branches) Column($"{tree.Path}/{branch.Name}, plain", () => ReadBranch(branch));
    }

    private void ReadBranch(Branch branch)
    {
        using var reader = new BranchReader(branch, context);
        using var lengths = branch.IsVariable ? new BranchReader(branch, context) : null;
        for (var first = 0L; first < branch.Entries; first += MostEntries)
        {
            var entries = (int)Math.Min(MostEntries, branch.Entries - first);
            var bytes = (lengths ?? reader).ValueBytes(first, entries);
            if (_values.Length < bytes) _values = new byte[bytes];
            reader.ReadValues(first, entries, _values.AsSpan(0, bytes));
            digest?.Add(_values.AsSpan(0, bytes));
            if (lengths is null) continue;
            var counts = Counts(entries);
            lengths.ReadCounts(first, entries, counts);
            digest?.Add(MemoryMarshal.AsBytes(counts));
        }
    }

    private void ReadField(TreeField field)
    {
        using var reader = field.Open(context);
        _ = field.Title;
        _ = field.Branch?.Leaf.Dimensions;
        var block = FirstBlock;
        for (var first = 0L; first < field.Entries;)
        {
            var entries = (int)Math.Min(block, field.Entries - first);
            reader.Read(first, entries);
            var bytes = 0L;
            for (var i = 0; i < field.Columns.Count; i++) bytes += Take(reader, field.Columns[i], i);
            first += entries;
            if (bytes < MostBytes / 4) block = Math.Min(4 * block, MostEntries);
            else if (bytes > MostBytes) block = Math.Max(1, block / 4);
        }
    }

    private long Take(FieldReader reader, FieldColumn column, int index)
    {
        for (var level = 0; level < column.ListLevels; level++) Add(reader.Lengths(index, level));
        var bytes = column.LeafType == LeafType.String ? reader.TextBytes(index) : reader.Bytes(index);
        if (column.LeafType == LeafType.String) Add(reader.TextLengths(index));
        digest?.Add(bytes);
        return bytes.Length;
    }

    private void Add(ReadOnlySpan<long> lengths) => digest?.Add(MemoryMarshal.AsBytes(lengths));

    private void ReadNTuple(NTuple ntuple)
    {
        var boundaries = ntuple.ClusterBoundaries;
        Part($"{ntuple.Path}, sizes", () => _ = ntuple.CompressedBytes + ntuple.UncompressedBytes);
        foreach (var column in ntuple.Columns) Column($"{ntuple.Path}/{column.Name}", () => ReadColumn(column, boundaries));
        _ = ntuple.Unread.Count + ntuple.Empty.Count;
    }

    private void ReadColumn(NTupleColumn column, IReadOnlyList<long> boundaries)
    {
        using var owner = new NTupleReader(column.NTuple, context);
        var reader = owner[column];
        var values = column.Levels.Where(level => !level.IsList).Aggregate(1L, (product, level) => product * level.FixedLength);
        var block = Math.Clamp(MostValues / Math.Max(1, values), 1, 8192);
        for (var i = 1; i < boundaries.Count; i++)
            for (var first = boundaries[i - 1]; first < boundaries[i]; first += block) Take(reader, first, (int)Math.Min(block, boundaries[i] - first));
    }

    private void Take(NTupleColumnReader reader, long first, int entries)
    {
        var column = reader.Column;
        for (var level = 0; level < column.ListDepth; level++)
        {
            var counts = Counts((int)reader.Count(level, first, entries));
            reader.ReadLengths(level, first, entries, counts);
            digest?.Add(MemoryMarshal.AsBytes(counts));
        }
        var length = reader.ValueBytes(first, entries);
        if (_values.Length < length) _values = new byte[length];
        var bytes = _values.AsSpan(0, length);
        reader.ReadValues(first, entries, bytes);
        digest?.Add(bytes);
        if (column.LeafType != LeafType.String) return;
        var lengths = Counts((int)reader.Count(column.ListDepth, first, entries));
        reader.ReadLengths(first, entries, lengths);
        digest?.Add(MemoryMarshal.AsBytes(lengths));
    }

    private Span<int> Counts(int count)
    {
        if (_counts.Length < count) _counts = new int[Math.Max(count, 2 * _counts.Length)];
        return _counts.AsSpan(0, count);
    }
}
