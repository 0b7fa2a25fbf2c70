using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Tables;

/// <summary>Gives expressions the branches of a tree.</summary>
internal sealed class TreeResolver(Tree tree) : TableResolver
{
    private readonly Dictionary<string, BranchReader> _readers = new(StringComparer.Ordinal);
    private readonly BasketPrefetch _prefetch = new();
    private readonly List<BranchReader> _announced = [];

    public override IEnumerable<string> Names => tree.Branches.Select(branch => branch.Name);

    internal override long Entries => tree.Entries;

    internal override void Require(string column) => tree.GetBranch(column);

    internal override void Announce(IEnumerable<string> columns)
    {
        if (tree.File.Source.IsRemote) _announced.AddRange(columns.Select(Reader));
    }

    internal override (long Decompressed, long Held) Footprint(string column)
    {
        var branch = tree.GetBranch(column);
        var largest = 0L;
        foreach (var bytes in branch.BasketBytes) largest = Math.Max(largest, bytes);
        return (branch.UncompressedBytes, 2 * largest * (1 + branch.UncompressedBytes / Math.Max(1, branch.CompressedBytes)));
    }

    public override void Dispose()
    {
        _prefetch.Dispose();
        foreach (var reader in _readers.Values) reader.Dispose();
        base.Dispose();
    }

    protected override void Fetch()
    {
        if (_announced.Count == 0) return;
        var end = First + Length;
        _prefetch.Load(_announced, First, end);
        _prefetch.LoadAhead(_announced, end, Math.Min(end + Length, tree.Entries));
    }

    // Branches with the same counter share their lists; a fixed array is a list of always the same length.
    protected override bool TryFind(string name, out LeafType type, out string? lists)
    {
        (type, lists) = (default, null);
        if (!tree.TryGetBranch(name, out var branch)) return false;
        type = branch.LeafType;
        if (branch.Counter is not null || branch.FixedLength > 1) lists = $"{branch.Counter?.Name}[{branch.FixedLength}]";
        return true;
    }

    protected override int ValueBytes(string name) => Reader(name).ValueBytes(First, Length);

    protected override void ReadValues(string name, Span<byte> destination) => Reader(name).ReadValues(First, Length, destination);

    protected override void ReadCounts(string name, Span<int> counts)
    {
        var reader = Reader(name);
        if (reader.Branch.Counter is null) counts.Fill(1);
        else reader.ReadCounts(First, Length, counts);
        for (var i = 0; i < counts.Length; i++) counts[i] *= reader.Branch.FixedLength;
    }

    protected override Exception HoldsText(string name) => new SchemaException(tree.File.Path, $"{tree.Path}/{name} holds text, which cannot be computed with");

    private BranchReader Reader(string name)
    {
        if (_readers.TryGetValue(name, out var reader)) return reader;
        return _readers[name] = new BranchReader(tree.GetBranch(name), Context);
    }
}
