using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Trees;

namespace Ristretto.Cli.Conversions;

/// <summary>The columns of an ntuple. A member of a collection that is also shown as a list of its own, <c>Jet.pt</c> as <c>Jet_pt</c>, is taken once, under that name.</summary>
internal static class NTupleSource
{
    internal static SourceTable Open(string path, NTuple ntuple, DecodeContext context)
    {
        var reader = new NTupleReader(ntuple, context);
        var lengths = ntuple.Columns.Where(column => column.IsCardinality).ToList();
        var leftOut = ntuple.Unread.Select(unread => (unread.Name, unread.Reason)).ToList();
        var shown = ntuple.Columns.Where(column => !IsMember(column)).ToList();
        var columns = new List<SourceColumn>();
        foreach (var column in ntuple.Columns)
        {
            if (IsMember(column) && shown.Exists(column.HasSameValues)) continue;
            if (Reason(column) is { } reason)
            {
                leftOut.Add((column.Name, reason));
                continue;
            }
            columns.Add(new Column(reader, reader[column])
            {
                Name = column.Name,
                Type = column.LeafType,
                Dimensions = column.Levels.Where(level => !level.IsList).Select(level => level.FixedLength).ToList(),
                ListLevels = column.ListDepth,
                Counter = column.ListDepth != 1 || column.LeafType == LeafType.String ? null : lengths.Find(candidate => candidate.HasSameLists(column))?.Name ?? $"n{column.Name}",
                IsCounter = column.IsCardinality,
            });
        }
        return new SourceTable(path, ntuple.Description, ntuple.Entries, columns, leftOut) { Fetching = ntuple.File.Source.IsRemote ? new Fetching(reader) : null };
    }

    private static bool IsMember(NTupleColumn column) => column.Name.Contains('.', StringComparison.Ordinal);

    private static string? Reason(NTupleColumn column) => column switch
    {
        { LeafType: LeafType.String } when column.Levels.Any(level => !level.IsList) => "arrays of strings",
        _ when column.Levels.SkipWhile(level => level.IsList).Any(level => level.IsList) => "arrays of lists",
        _ => null,
    };

    private sealed class Column(NTupleReader owner, NTupleColumnReader reader) : SourceColumn
    {
        internal NTupleColumn Source => reader.Column;

        protected override void ReadLengths(int level, long first, int entries, Span<int> lengths)
        {
            if (level == reader.Column.ListDepth) reader.ReadLengths(first, entries, lengths);
            else reader.ReadLengths(level, first, entries, lengths);
        }

        protected override int ValueBytes(long first, int entries) => reader.ValueBytes(first, entries);

        protected override void ReadValues(long first, int entries, Span<byte> values) => reader.ReadValues(first, entries, values);

        // The columns share the reader, which may be disposed more than once.
        protected override void Close() => owner.Dispose();
    }

    private sealed class Fetching(NTupleReader reader) : ColumnFetching
    {
        public override void Dispose() { }

        internal override void Fetch(IReadOnlyList<SourceColumn> columns, long first, int entries)
        {
            NTupleColumn[] wanted = [.. columns.Cast<Column>().Select(column => column.Source)];
            var end = first + entries;
            reader.Prefetch(wanted, first, end);
            reader.PrefetchAhead(wanted, end, Math.Min(end + entries, reader.NTuple.Entries));
        }
    }
}
