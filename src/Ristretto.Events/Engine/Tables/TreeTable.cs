using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;

namespace Ristretto.Events.Engine.Tables;

/// <summary>Events in a TTree: columns are branches.</summary>
internal sealed class TreeTable(Tree tree) : EventTable
{
    internal override string File => tree.File.Path;

    internal override string Path => tree.Path;

    internal override string Noun => "branch";

    internal override bool IsRemote => tree.File.Source.IsRemote;

    internal override long Entries => tree.Entries;

    internal override IEnumerable<string> Names => tree.Branches.Select(branch => branch.Name);

    internal override bool Has(string name) => tree.TryGetBranch(name, out _);

    internal override EventColumn Get(string name) => new Column(tree.GetBranch(name));

    internal override IReadOnlyList<long> ClusterBoundaries(IReadOnlyList<EventColumn> used) =>
        tree.ClusterBoundaries([.. used.Cast<Column>().Select(column => column.Branch)]);

    internal override EventTableReader OpenReader(DecodeContext context, int readAhead) => new Reader(tree, context, readAhead);

    private sealed record Column(Branch Branch) : EventColumn(Branch.Name, Branch.LeafType, Branch.Counter is not null)
    {
        internal override long CompressedBytes => Branch.CompressedBytes;

        internal override long UncompressedBytes => Branch.UncompressedBytes;

        internal override long LargestPiece => 2 * (Branch.CompressedBytes + Branch.UncompressedBytes) / Math.Max(1, Branch.BasketCount);
    }

    private sealed class Reader(Tree tree, DecodeContext context, int readAhead) : EventTableReader
    {
        private readonly Dictionary<string, ColumnOfBranch> _columns = new(StringComparer.Ordinal);
        private readonly List<BranchReader> _readers = [];
        private readonly BasketPrefetch _prefetch = new(readAhead);

        internal override EventColumnReader this[string column]
        {
            get
            {
                if (_columns.TryGetValue(column, out var known)) return known;
                var reader = new BranchReader(tree.GetBranch(column), context);
                _readers.Add(reader);
                return _columns[column] = new ColumnOfBranch(reader);
            }
        }

        internal override void Fetch(long first, long end) => _prefetch.Load(_readers, first, end);

        internal override void FetchAhead(long first, long end) => _prefetch.LoadAhead(_readers, first, end);

        public override void Dispose()
        {
            foreach (var reader in _readers) reader.Dispose();
            _prefetch.Dispose();
        }
    }

    private sealed class ColumnOfBranch(BranchReader reader) : EventColumnReader(new Column(reader.Branch))
    {
        internal override void ReadValues(long first, int events, Span<byte> destination) => reader.ReadValues(first, events, destination);

        internal override void ReadCounts(long first, Span<int> counts) => reader.ReadCounts(first, counts.Length, counts);

        // Files that ROOT wrote share the counter; other writers give each branch a counter of its own.
        internal override bool IsCountedBy(EventColumnReader counter) => reader.Branch.Counter?.Name == counter.Column.Name;
    }
}
