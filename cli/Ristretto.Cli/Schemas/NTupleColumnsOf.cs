using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.NTuples;
using Ristretto.Cli.Targets;

namespace Ristretto.Cli.Schemas;

/// <summary>The columns of an RNTuple.</summary>
internal static class NTupleColumnsOf
{
    /// <summary>Reads what the RNTuple says, and the lengths of lists in its first events.</summary>
    internal static StoredColumns Read(NTuple ntuple)
    {
        var (columns, others) = (new List<StoredColumn>(), new List<(string, string)>());
        var entries = (int)Math.Min(StoredColumns.Sample, ntuple.Entries);
        using var context = new DecodeContext();
        using var reader = new NTupleReader(ntuple, context);
        var plain = ntuple.Columns.Select(column => column.Name).Where(name => !IsDotted(name)).ToHashSet(StringComparer.Ordinal);
        foreach (var column in ntuple.Columns)
        {
            var isDotted = IsDotted(column.Name);
            // A part of a collection that is also shown under its NanoAOD name, Jet.pt as Jet_pt, is that.
            if (isDotted && (plain.Contains(column.Name.Replace('.', '_')) || plain.Contains(column.Name[(column.Name.LastIndexOf('.') + 1)..]))) continue;
            var levels = column.ListDepth + (column.FixedLength > 1 ? 1 : 0);
            var isRegular = column.Levels.SkipWhile(level => level.IsList).All(level => !level.IsList);
            if (column is { IsCardinality: true, ListDepth: 0 }) columns.Add(new StoredColumn(column.Name, "uint", null, ""));
            else if (StoredColumns.Refusal(column.Name, ColumnType.Of(column), column.LeafType, levels, isRegular) is { } reason) others.Add((column.Name, reason));
            else columns.Add(new StoredColumn(column.Name, StoredColumns.TypeOf(column.LeafType)!, column.ListDepth == 0 || isDotted ? null : CounterOf(column), StoredColumns.Words(column.Name, column.Field.Record.Description))
            {
                Levels = levels,
                Lengths = isDotted && column.ListDepth > 0 ? Lengths(reader[column], entries) : null,
            });
        }
        others.AddRange(ntuple.Unread.Select(unread => (unread.Name, unread.Reason)));
        return new StoredColumns(columns, others);
    }

    private static bool IsDotted(string name) => name.Contains('.', StringComparison.Ordinal);

    private static string Lengths(NTupleColumnReader reader, int entries)
    {
        var lengths = new int[entries];
        if (entries > 0) reader.ReadLengths(0, 0, entries, lengths);
        return StoredColumns.LengthsOf(Array.ConvertAll(lengths, length => (long)length));
    }

    private static string CounterOf(NTupleColumn column) => $"n{(column.Name.IndexOf('_', StringComparison.Ordinal) is > 0 and var at ? column.Name[..at] : column.Name)}";
}
