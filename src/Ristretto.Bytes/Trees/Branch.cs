using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Trees;

/// <summary>A column of a tree as it is stored: one leaf of numbers, of lists of numbers with a counter, or of strings. Immutable, safe for several threads.</summary>
public sealed partial class Branch
{
    private readonly BranchRecord _record;
    private readonly LeafRecord _leafRecord;
    // Made when asked for. Threads that ask at the same time may make the same thing twice; a file has thousands of branches, of which few are asked.
    private Leaf? _leaf;
    private BranchReadCounters? _counters;
    private BasketList? _baskets;

    internal Branch(Tree tree, string name, BranchRecord record, LeafRecord leaf, LeafType type)
    {
        (Tree, Name, _record, _leafRecord, LeafType) = (tree, name, record, leaf, type);
        ElementSize = LeafTypes.SizeOf(type);
        FixedLength = IsText ? 1 : leaf.Length;
    }

    /// <summary>Bytes without a meaning of their own: for branches whose values the streamer information explains.</summary>
    internal static Branch Raw(Tree tree, string name, BranchRecord record) => new(tree, name, record, s_noLeaf, LeafType.UInt8) { IsRaw = true };

    /// <summary>One number per entry: for branches that count, whose own class says the type.</summary>
    internal static Branch Raw(Tree tree, string name, BranchRecord record, LeafType type) => new(tree, name, record, s_noLeaf, type);

    private static readonly LeafRecord s_noLeaf = new() { ClassName = "", Name = "", TitleAt = 0, Length = 1, ElementBytes = 1, IsUnsigned = true, CounterKey = 0 };

    /// <summary>Whether its bytes have no meaning of their own.</summary>
    internal bool IsRaw { get; private init; }

    /// <summary>The tree it belongs to.</summary>
    public Tree Tree { get; }

    /// <summary>Stored names from the top-level branch down, joined by <c>/</c>; a further branch of the same path ends in <c>#2</c>, <c>#3</c>.</summary>
    public string Name { get; }

    /// <summary>The branch's title: documentation in NanoAOD.</summary>
    public string Title => Tree.TextAt(_record.TitleAt);

    /// <summary>Type and shape with the leaf's name.</summary>
    public Leaf Leaf => _leaf ??= new Leaf(_leafRecord.Name, LeafType, IsText ? [] : LeafShape.Parse(Tree.TextAt(_leafRecord.TitleAt), _leafRecord.Length));

    /// <summary>Type of one element.</summary>
    public LeafType LeafType { get; }

    /// <summary>Bytes of one element.</summary>
    public int ElementSize { get; }

    /// <summary>Product of the fixed dimensions: elements per entry, or per list element where there is a counter; 1 without.</summary>
    public int FixedLength { get; }

    /// <summary>The branch that counts the list elements of each entry; null when every entry has the same shape.</summary>
    public Branch? Counter { get; internal set; }

    /// <summary>Whether entries differ in length: lists and strings.</summary>
    public bool IsVariable => Counter is not null || IsText;

    /// <summary>Number of entries.</summary>
    public long Entries => _record.Entries;

    /// <summary>Compression setting with which it was written, algorithm × 100 + level; each block of a basket says itself how it is compressed.</summary>
    public int Compression => _record.Compression >= 0 ? _record.Compression : Tree.File.Header.Compression;

    /// <summary>Bytes of all baskets in the file, keys included (fZipBytes).</summary>
    public long CompressedBytes => _record.StoredBytes;

    /// <summary>Bytes of all baskets decompressed, keys included (fTotBytes).</summary>
    public long UncompressedBytes => _record.TotalBytes;

    /// <summary>Baskets decoded so far by all readers.</summary>
    public BranchReadCounters Counters => _counters ??= Tree.File.Counters.OfBranch(Where);

    private bool IsText => LeafType == LeafType.String;

    internal BranchRecord Record => _record;

    internal int CounterKey => _leafRecord.CounterKey;

    /// <summary>Bytes of an entry, or of a list element where there is a counter.</summary>
    internal int Stride => ElementSize * FixedLength;

    /// <summary>For errors: <c>Events/Jet_pt</c>.</summary>
    internal string Where => $"{Tree.Path}/{Name}";

    internal RootFormatException Error(string reason) => new(Tree.File.Path, Where, null, reason);

    /// <summary>Name, type and shape, for example <c>Jet_pt: list&lt;Float&gt;</c>.</summary>
    public override string ToString() => $"{Name}: {(Counter is null ? $"{LeafType}" : $"list<{LeafType}>")}";
}
