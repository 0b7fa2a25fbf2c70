using System.Globalization;
using System.Text.RegularExpressions;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Trees;
using Ristretto.Bytes.Trees.Fields;

namespace Ristretto.Cli.Conversions;

/// <summary>The columns of a tree.</summary>
internal static partial class TreeSource
{
    internal static SourceTable Open(string path, Tree tree, DecodeContext context)
    {
        var counters = tree.Branches.Where(branch => branch.Counter is not null).Select(branch => branch.Counter!.Name).ToHashSet(StringComparer.Ordinal);
        var names = new ColumnNames();
        var named = tree.Branches.ToDictionary(branch => branch, branch => names.Take(branch.Name));
        var columns = tree.Branches.Select(branch => (SourceColumn)new Column(branch, context)
        {
            Name = named[branch],
            Title = IsWritten(branch) ? "" : branch.Title,
            Type = branch.LeafType,
            Dimensions = branch.Leaf.Dimensions,
            ListLevels = branch.Counter is null ? 0 : 1,
            Counter = branch.Counter is { } counter ? named[counter] : null,
            IsCounter = counters.Contains(branch.Name),
        }).ToList();
        var leftOut = tree.Unread.Select(unread => (unread.Name, unread.Reason)).ToList();
        var plain = tree.Branches.Select(branch => branch.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var field in tree.Fields.Where(field => !plain.Contains(field.Name))) columns.AddRange(FieldColumns(field, context, names, leftOut));
        return new SourceTable(path, tree.Title, tree.Entries, columns, leftOut) { Weight = tree.Weight, Fetching = tree.File.Source.IsRemote ? new Fetching(tree) : null };
    }

    /// <summary>The columns of a branch of any other type: numbers, strings, arrays, lists to any depth. Lists of numbers have a counter of their own.</summary>
    private static IEnumerable<SourceColumn> FieldColumns(TreeField field, DecodeContext context, ColumnNames names, List<(string Name, string Reason)> leftOut)
    {
        leftOut.AddRange(field.Unread.Select(unread => (unread.Name, unread.Reason)));
        var shared = new SharedFieldReader(field, context);
        for (var i = 0; i < field.Columns.Count; i++)
        {
            var column = field.Columns[i];
            var shape = Shape().Match(column.Type);
            if (!shape.Success || (column.LeafType == LeafType.String && shape.Groups["length"].Success))
            {
                leftOut.Add((column.Name, $"it is {column.Type}; numbers, strings, arrays of numbers and lists of these have a place"));
                continue;
            }
            var name = names.Take(column.Name);
            yield return new FieldSourceColumn(shared, i, column)
            {
                Name = name,
                Title = field.Title,
                Type = column.LeafType,
                ListLevels = column.ListLevels,
                Dimensions = Dimensions(shape, shared, i, column),
                Counter = column.ListLevels != 1 || column.LeafType == LeafType.String ? null : names.Take($"n{name}"),
            };
        }
    }

    /// <summary>The fixed dimensions; arrays of reduced precision do not name theirs, so that their first entry is counted.</summary>
    private static IReadOnlyList<int> Dimensions(Match shape, SharedFieldReader reader, int index, FieldColumn column)
    {
        var named = shape.Groups["length"].Captures;
        if (named.Count > 0) return [.. named.Select(length => int.Parse(length.ValueSpan, CultureInfo.InvariantCulture))];
        if (column.ListLevels > 0 || column.LeafType == LeafType.String || reader.Entries == 0) return [];
        var values = reader.At(0, 1).Bytes(index).Length / LeafTypes.SizeOf(column.LeafType);
        return values == 1 ? [] : [values];
    }

    [GeneratedRegex(@"^(list<)*\w+(\[(?<length>\d+)\])*>*$")]
    private static partial Regex Shape();

    // ROOT writes a leaf list where nobody gave a title, such as Jet_pt[nJet]/F.
    private static bool IsWritten(Branch branch) => branch.Title.StartsWith(branch.Name, StringComparison.Ordinal) && branch.Title.LastIndexOf('/') == branch.Title.Length - 2;

    private sealed class Column(Branch branch, DecodeContext context) : SourceColumn
    {
        private readonly BranchReader _reader = new(branch, context);

        internal BranchReader Reader => _reader;

        protected override void ReadLengths(int level, long first, int entries, Span<int> lengths) => _reader.ReadCounts(first, entries, lengths);

        protected override int ValueBytes(long first, int entries) => _reader.ValueBytes(first, entries);

        protected override void ReadValues(long first, int entries, Span<byte> values) => _reader.ReadValues(first, entries, values);

        protected override void Close() => _reader.Dispose();
    }

    /// <summary>Baskets of the branches of numbers are fetched together; the others are read basket by basket.</summary>
    private sealed class Fetching(Tree tree) : ColumnFetching
    {
        private readonly BasketPrefetch _prefetch = new(ReadAhead);

        public override void Dispose() => _prefetch.Dispose();

        internal override void Fetch(IReadOnlyList<SourceColumn> columns, long first, int entries)
        {
            BranchReader[] readers = [.. columns.OfType<Column>().Select(column => column.Reader)];
            var end = first + entries;
            _prefetch.Load(readers, first, end);
            _prefetch.LoadAhead(readers, end, Math.Min(end + entries, tree.Entries));
        }
    }
}
