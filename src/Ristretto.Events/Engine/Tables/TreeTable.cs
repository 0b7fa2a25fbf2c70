using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Events.Engine.Tables;

/// <summary>Events in a TTree: columns are branches of plain numbers, and of the others the columns that are in them.</summary>
internal sealed class TreeTable(Tree tree) : EventTable
{
    private readonly Lazy<TreeFieldColumns> _fields = new(() => new TreeFieldColumns(tree));

    internal override string File => tree.File.Path;

    internal override string Path => tree.Path;

    internal override string Noun => "branch";

    internal override bool IsRemote => tree.File.Source.IsRemote;

    internal override long Entries => tree.Entries;

    internal override IEnumerable<string> Names => tree.Branches.Select(branch => branch.Name).Concat(_fields.Value.Names);

    internal override bool Has(string name) => tree.TryGetBranch(name, out _) || _fields.Value.Find(name) is not null;

    internal override EventColumn Get(string name)
    {
        if (!tree.TryGetBranch(name, out var branch) && _fields.Value.Find(name) is { } field)
        {
            field.RequireReadable();
            return field;
        }
        return new Column(branch ?? tree.GetBranch(name));               // says what is wrong
    }

    internal override IReadOnlyList<long> ClusterBoundaries(IReadOnlyList<EventColumn> used) =>
        tree.ClusterBoundaries([.. used.Select(column => column is TreeFieldColumn field ? field.Field.Stored : ((Column)column).Branch)]);

    internal override EventTableReader OpenReader(DecodeContext context, int readAhead) => new Reader(this, context, readAhead);

    private sealed record Column(Branch Branch) : EventColumn(Branch.Name, Branch.LeafType, (Branch.Counter is null ? 0 : 1) + (Branch.FixedLength > 1 ? 1 : 0))
    {
        internal override long CompressedBytes => Branch.CompressedBytes;

        internal override long UncompressedBytes => Branch.UncompressedBytes;

        internal override long LargestPiece => 2 * (Branch.CompressedBytes + Branch.UncompressedBytes) / Math.Max(1, Branch.BasketCount);
    }

    private sealed class Reader(TreeTable table, DecodeContext context, int readAhead) : EventTableReader
    {
        private readonly Dictionary<string, EventColumnReader> _columns = new(StringComparer.Ordinal);
        private readonly Dictionary<TreeField, TreeFieldReader> _fields = [];
        private readonly List<BranchReader> _branches = [];
        private readonly List<BranchReader> _readers = [];          // those and the ones of the fields
        private readonly BasketPrefetch _prefetch = new(readAhead);

        internal override EventColumnReader this[string column]
        {
            get
            {
                if (_columns.TryGetValue(column, out var known)) return known;
                return _columns[column] = Open(table.Get(column));
            }
        }

        internal override void Fetch(long first, long end) => _prefetch.Load(_readers, first, end);

        internal override void FetchAhead(long first, long end) => _prefetch.LoadAhead(_readers, first, end);

        public override void Dispose()
        {
            foreach (var reader in _branches) reader.Dispose();
            foreach (var reader in _fields.Values) reader.Dispose();
            _prefetch.Dispose();
        }

        private EventColumnReader Open(EventColumn column)
        {
            if (column is TreeFieldColumn part)
            {
                if (!_fields.TryGetValue(part.Field, out var field))
                {
                    _fields.Add(part.Field, field = new TreeFieldReader(part.Field, context));
                    _readers.AddRange(field.Values.Branches);
                }
                return new TreeFieldColumnReader(part, field);
            }
            var reader = new BranchReader(((Column)column).Branch, context);
            _branches.Add(reader);
            _readers.Add(reader);
            return new ColumnOfBranch(reader);
        }
    }

    private sealed class ColumnOfBranch(BranchReader reader) : EventColumnReader(new Column(reader.Branch))
    {
        internal override void ReadValues(long first, int events, Span<byte> destination) => reader.ReadValues(first, events, destination);

        internal override void ReadCounts(long first, Span<int> counts)
        {
            if (reader.Branch.Counter is null) counts.Fill(reader.Branch.FixedLength);
            else reader.ReadCounts(first, counts.Length, counts);
        }

        internal override void ReadInnerCounts(long first, int events, Span<int> counts) => counts.Fill(reader.Branch.FixedLength);

        // Files that ROOT wrote share the counter; other writers give each branch a counter of its own.
        internal override bool IsCountedBy(EventColumnReader counter) => reader.Branch.Counter?.Name == counter.Column.Name;
    }
}
