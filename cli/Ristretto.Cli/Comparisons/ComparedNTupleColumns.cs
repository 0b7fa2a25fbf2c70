using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Trees;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Comparisons;

/// <summary>The columns of an RNTuple, to be compared.</summary>
internal static class ComparedNTupleColumns
{
    internal static ComparedTable Of(NTuple ntuple, bool isConverted, DecodeContext context)
    {
        var reader = new NTupleReader(ntuple, context);
        // A member of a collection that is also shown as a list of its own, Jet.pt as Jet_pt, is taken once, under that name.
        var shown = ntuple.Columns.Where(column => column.Field.IsProjected).Select(column => column.Field.Record.SourceFieldId).ToHashSet();
        var columns = ntuple.Columns.Where(column => !isConverted || column.Field.IsProjected || !shown.Contains(column.Field.Id));
        return new ComparedTable(true, ntuple.Description, ntuple.Entries, [.. columns.Select(column => new Column(reader[column]) { IsCounter = column.IsCardinality })],
            [.. ntuple.Unread.Select(unread => (unread.Name, unread.Reason))]).With([reader]);
    }

    private sealed class Column(NTupleColumnReader reader) : ComparedColumn(reader.Column.Name, ColumnType.Of(reader.Column), reader.Column.LeafType, reader.Column.ListDepth, reader.Column)
    {
        private int[] _counts = [];

        internal override void Read(long first, int entries, ColumnBlock block)
        {
            block.Start(entries);
            var column = reader.Column;
            for (var level = 0; level < column.ListDepth; level++)
            {
                var counts = Counts(reader.Count(level, first, entries));
                reader.ReadLengths(level, first, entries, counts);
                Add(counts, block);
            }
            if (LeafType == LeafType.String)
            {
                var counts = Counts(reader.Count(column.ListDepth, first, entries));
                reader.ReadLengths(first, entries, counts);
                Add(counts, block);
            }
            reader.ReadValues(first, entries, block.AddValues(reader.ValueBytes(first, entries)));
        }

        private Span<int> Counts(long count)
        {
            if (_counts.Length < count) _counts = new int[Math.Max(count, 2 * _counts.Length)];
            return _counts.AsSpan(0, (int)count);
        }

        private static void Add(ReadOnlySpan<int> counts, ColumnBlock block)
        {
            var lengths = block.AddLevel(counts.Length);
            for (var i = 0; i < counts.Length; i++) lengths[i] = counts[i];
        }
    }
}
