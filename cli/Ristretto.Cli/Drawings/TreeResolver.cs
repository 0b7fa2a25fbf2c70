using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Drawings;

/// <summary>Gives expressions the branches of a tree.</summary>
internal sealed class TreeResolver(Tree tree) : TableResolver
{
    private readonly Dictionary<string, BranchReader> _readers = new(StringComparer.Ordinal);

    public override IEnumerable<string> Names => tree.Branches.Select(branch => branch.Name);

    internal override long Entries => tree.Entries;

    internal override void Require(string column) => tree.GetBranch(column);

    public override void Dispose()
    {
        foreach (var reader in _readers.Values) reader.Dispose();
        base.Dispose();
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
