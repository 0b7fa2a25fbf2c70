using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.NTuples;
using Ristretto.Bytes.Trees;

namespace Ristretto.Events.Engine.Tables;

/// <summary>Events in an RNTuple: columns are fields. Where a file has no field of NanoAOD's name, the parts of records and collections have one:
/// <c>Jet_pt</c> is <c>Jet.pt</c>, and <c>nJet</c> the length of the lists of <c>Jet</c>, or else of those that start with <c>Jet_</c>.</summary>
internal sealed class NTupleTable : EventTable
{
    private readonly NTuple _ntuple;
    private readonly Dictionary<string, Field> _fields;

    internal NTupleTable(NTuple ntuple)
    {
        _ntuple = ntuple;
        _fields = new Dictionary<string, Field>(ntuple.Columns.Count, StringComparer.Ordinal);
        foreach (var column in ntuple.Columns) _fields.Add(column.Name, new Field(column.Name, column, isLengths: false));
        foreach (var column in ntuple.Columns)
        {
            if (!column.Name.StartsWith('_')) TryAdd(column.Name.Replace('.', '_'), column, isLengths: false);
        }
        foreach (var column in ntuple.Columns)
        {
            // A part of a collection first, since it names the collection exactly.
            if (column.ListDepth > 0 && !column.Name.StartsWith('_') && column.Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot) TryAdd($"n{column.Name[..dot]}", column, isLengths: true);
        }
        foreach (var column in ntuple.Columns)
        {
            if (column.ListDepth == 0 || column.Name.StartsWith('_')) continue;
            var underscore = column.Name.IndexOf('_', 1);
            TryAdd($"n{(underscore > 0 ? column.Name[..underscore] : column.Name)}", column, isLengths: true);
        }
    }

    internal override string File => _ntuple.File.Path;

    internal override string Path => _ntuple.Path;

    internal override string Noun => "field";

    internal override bool IsRemote => _ntuple.File.Source.IsRemote;

    internal override long Entries => _ntuple.Entries;

    internal override IEnumerable<string> Names => _fields.Keys;

    internal override bool Has(string name) => _fields.ContainsKey(name);

    internal override EventColumn Get(string name) => Find(name);

    internal override IReadOnlyList<long> ClusterBoundaries(IReadOnlyList<EventColumn> used) => _ntuple.ClusterBoundaries;

    internal override EventTableReader OpenReader(DecodeContext context, int readAhead) => new Reader(this, context, readAhead);

    private void TryAdd(string name, NTupleColumn column, bool isLengths) => _fields.TryAdd(name, new Field(name, column, isLengths));

    private Field Find(string name)
    {
        if (!_fields.TryGetValue(name, out var field)) field = new Field(name, _ntuple.GetColumn(name), isLengths: false);      // says what is wrong
        var column = field.Column;
        if (field.IsLengths || IsReadable(column)) return field;
        throw new SchemaException(File, $"{name} holds {column.ToString()[(column.Name.Length + 2)..]} per event, where numbers, lists of numbers or lists of these are expected");
    }

    // Lists of whatever kind, and inside the innermost one fixed dimensions, which are read as one more list.
    private static bool IsReadable(NTupleColumn column)
    {
        var levels = column.Levels.SkipWhile(level => level.IsList).ToArray();
        return column.ListDepth + (levels.Length == 0 ? 0 : 1) <= EventColumn.MostLevels && !Array.Exists(levels, level => level.IsList);
    }

    /// <summary>A field, or the lengths of its lists.</summary>
    private sealed record Field : EventColumn
    {
        internal Field(string name, NTupleColumn column, bool isLengths)
            : base(name, isLengths || IsCardinality(column) ? LeafType.UInt32 : column.LeafType, isLengths ? 0 : column.ListDepth + (column.FixedLength > 1 ? 1 : 0)) => (Column, IsLengths) = (column, isLengths);

        internal NTupleColumn Column { get; }

        internal bool IsLengths { get; }

        internal override long CompressedBytes => Column.CompressedBytes;

        internal override long UncompressedBytes => Column.UncompressedBytes;

        internal override long LargestPiece => Column.LargestPage;

        internal static bool IsCardinality(NTupleColumn column) => column.IsCardinality && column.ListDepth == 0;
    }

    private sealed class Reader(NTupleTable table, DecodeContext context, int readAhead) : EventTableReader
    {
        private readonly NTupleReader _reader = new(table._ntuple, context, readAhead);
        private readonly Dictionary<string, ColumnOfField> _columns = new(StringComparer.Ordinal);
        private readonly List<NTupleColumn> _used = [];

        internal override EventColumnReader this[string column]
        {
            get
            {
                if (_columns.TryGetValue(column, out var known)) return known;
                var field = table.Find(column);
                if (!_used.Contains(field.Column)) _used.Add(field.Column);
                return _columns[column] = new ColumnOfField(field, _reader[field.Column]);
            }
        }

        internal override void Fetch(long first, long end) => _reader.Prefetch(_used, first, end);

        internal override void FetchAhead(long first, long end) => _reader.PrefetchAhead(_used, first, end);

        public override void Dispose() => _reader.Dispose();
    }

    private sealed class ColumnOfField(Field stored, NTupleColumnReader reader) : EventColumnReader(stored)
    {
        private NTupleColumn Source => reader.Column;

        internal override void ReadValues(long first, int events, Span<byte> destination)
        {
            if (stored.IsLengths) reader.ReadLengths(0, first, events, MemoryMarshal.Cast<byte, int>(destination));
            else if (Field.IsCardinality(Source)) reader.ReadLengths(first, events, MemoryMarshal.Cast<byte, int>(destination));
            else reader.ReadValues(first, events, destination);
        }

        internal override void ReadCounts(long first, Span<int> counts)
        {
            if (Source.ListDepth == 0) counts.Fill(Source.FixedLength);
            else reader.ReadLengths(0, first, counts.Length, counts);
        }

        internal override void ReadInnerCounts(long first, int events, Span<int> counts)
        {
            if (Source.ListDepth < 2) counts.Fill(Source.FixedLength);
            else reader.ReadLengths(1, first, events, counts);
        }

        // Fields of a collection share the column that says how long the lists are, and so does the field that shows the lengths.
        internal override bool IsCountedBy(EventColumnReader counter) => counter is ColumnOfField other && Source.HasSameLists(other.Source);
    }
}
