using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Conversions;

/// <summary>The columns of a tree.</summary>
internal static class TreeSource
{
    internal static SourceTable Open(string path, Tree tree, DecodeContext context)
    {
        var counters = tree.Branches.Where(branch => branch.Counter is not null).Select(branch => branch.Counter!.Name).ToHashSet(StringComparer.Ordinal);
        var columns = tree.Branches.Select(branch => (SourceColumn)new Column(branch, context)
        {
            Name = branch.Name,
            Title = IsWritten(branch) ? "" : branch.Title,
            Type = branch.LeafType,
            Dimensions = branch.Leaf.Dimensions,
            Counter = branch.Counter?.Name,
            IsCounter = counters.Contains(branch.Name),
        }).ToList();
        return new SourceTable(path, tree.Title, tree.Entries, columns, [.. tree.Unread.Select(unread => (unread.Name, unread.Reason))]);
    }

    // ROOT writes a leaf list where nobody gave a title, such as Jet_pt[nJet]/F.
    private static bool IsWritten(Branch branch) => branch.Title.StartsWith(branch.Name, StringComparison.Ordinal) && branch.Title.LastIndexOf('/') == branch.Title.Length - 2;

    private sealed class Column(Branch branch, DecodeContext context) : SourceColumn
    {
        private readonly BranchReader _reader = new(branch, context);

        protected override void ReadLengths(long first, int entries, Span<int> lengths) => _reader.ReadCounts(first, entries, lengths);

        protected override int ValueBytes(long first, int entries) => _reader.ValueBytes(first, entries);

        protected override void ReadValues(long first, int entries, Span<byte> values) => _reader.ReadValues(first, entries, values);

        protected override void Close() => _reader.Dispose();
    }
}
