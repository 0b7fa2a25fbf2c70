using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Trees;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Batches;
using Ristretto.Events.Engine.Costs;
using Ristretto.Events.Engine.Tables;

namespace Ristretto.Events.Engine;

/// <summary>Reads the columns of one file for one worker, some events at a time.</summary>
internal sealed class FileReader : TableSource, IDisposable
{
    private readonly EventTableReader _reader;
    private readonly StageMeter _meter;
    private readonly Dictionary<(string Branch, ElementType Type), ColumnReader> _columns = [];
    private readonly Dictionary<string, (Lists Lists, int Generation)> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Lists Lists, int Generation)> _innerLists = new(StringComparer.Ordinal);
    private long _first;
    private int _length;
    private int _generation;

    /// <summary>A reader of a table that will be asked for the given columns; others may be asked for as well.</summary>
    /// <param name="table">The events of the file.</param>
    /// <param name="sample">What the analysis may know of the file.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <param name="context">The worker's decoders.</param>
    /// <param name="workspace">The worker's memory.</param>
    /// <param name="readAhead">Most compressed bytes that are fetched at a time.</param>
    internal FileReader(EventTable table, SampleInfo sample, IEnumerable<string> columns, DecodeContext context, Workspace workspace, int readAhead) : base(table, sample)
    {
        (_reader, Workspace) = (table.OpenReader(context, readAhead), workspace);
        if (context.Meter is not StageMeter) context.Meter = new StageMeter(null, isDetailed: false);
        _meter = (StageMeter)context.Meter;
        foreach (var column in columns) _ = _reader[column];
    }

    public override Workspace Workspace { get; }

    public override int Length => _length;

    /// <summary>Fetches the bytes of a run of events in few requests.</summary>
    internal void Fetch(long first, long end)
    {
        var (start, fetched, decompressed) = (Stopwatch.GetTimestamp(), _meter[Stage.Fetch], _meter[Stage.Decompress]);
        _reader.Fetch(first, end);
        _meter.AddFetch(start, fetched, decompressed);
    }

    /// <summary>Whether the bytes come over a network.</summary>
    internal bool IsRemote => Table.IsRemote;

    /// <summary>Starts to fetch the bytes of the run of events that comes next.</summary>
    internal void FetchAhead(long first, long end) => _reader.FetchAhead(first, end);

    /// <summary>Goes on to other events.</summary>
    internal void MoveTo(long first, int length)
    {
        GoTo(first, length);
        Workspace.Reset();
    }

    /// <summary>Goes on to other events, and leaves what was computed of those before.</summary>
    internal void GoTo(long first, int length)
    {
        (_first, _length) = (first, length);
        _generation++;
    }

    internal override Lists ReadLists(string counter)
    {
        if (_lists.TryGetValue(counter, out var known) && known.Generation == _generation) return known.Lists;
        var (start, fetched, decompressed) = (Stopwatch.GetTimestamp(), _meter[Stage.Fetch], _meter[Stage.Decompress]);
        var counts = ColumnBuffer<int>.Allocate(Workspace, _length);
        var column = _reader[counter];
        if (column.Column.IsList) column.ReadCounts(_first, counts.Span);
        else if (column.Column.LeafType is LeafType.Bool or LeafType.Float or LeafType.Double or LeafType.String)
            throw new SchemaException(Path, $"{counter} cannot say how long lists are: it has one value of type {column.Column.LeafType} per event, where an integer or a list is expected");
        else Reader(counter, ElementType.Int32).Read(_first, _length, _length, MemoryMarshal.AsBytes(counts.Span), Workspace);
        var lists = Lists.FromCounts(counts.Span, Workspace);
        _lists[counter] = (lists, _generation);
        _meter.AddColumn(_meter.OfColumn(counter), start, fetched, decompressed);
        return lists;
    }

    internal override Lists ReadInnerLists(ColumnDefinition column, in Lists lists)
    {
        if (_innerLists.TryGetValue(column.Branch, out var known) && known.Generation == _generation) return known.Lists;
        var (start, fetched, decompressed) = (Stopwatch.GetTimestamp(), _meter[Stage.Fetch], _meter[Stage.Decompress]);
        var reader = Checked(column, lists);
        var counts = ColumnBuffer<int>.Allocate(Workspace, lists.Total);
        _reader[column.Branch].ReadInnerCounts(_first, _length, counts.Span);
        var inner = Lists.FromCounts(counts.Span, Workspace);
        _innerLists[column.Branch] = (inner, _generation);
        _meter.AddColumn(reader.Time, start, fetched, decompressed);
        return inner;
    }

    internal override ColumnBuffer<byte> Read(ColumnDefinition column, in Lists lists)
    {
        var inner = column.IsNested ? ReadInnerLists(column, lists) : default;
        var (start, fetched, decompressed) = (Stopwatch.GetTimestamp(), _meter[Stage.Fetch], _meter[Stage.Decompress]);
        var reader = Checked(column, lists);
        var values = column.IsNested ? inner.Total : column.Counter is null ? _length : lists.Total;
        var buffer = Allocate(column.Type, values, out var bytes);
        reader.Read(_first, _length, values, bytes, Workspace);
        _meter.AddColumn(reader.Time, start, fetched, decompressed);
        return buffer;
    }

    public void Dispose() => _reader.Dispose();

    /// <summary>The reader of a column that has the declared shape.</summary>
    private ColumnReader Checked(ColumnDefinition column, in Lists lists)
    {
        var reader = Reader(column.Branch, column.Type);
        reader.RequireShape(column);
        if (column.Counter is not null) reader.RequireLists(_first, lists, _reader[column.Counter], Workspace);
        return reader;
    }

    private ColumnReader Reader(string branch, ElementType type)
    {
        if (_columns.TryGetValue((branch, type), out var column)) return column;
        column = new ColumnReader(_reader[branch], Path, type, _meter.OfColumn(branch));
        _columns.Add((branch, type), column);
        return column;
    }

    private ColumnBuffer<byte> Allocate(ElementType type, int values, out Span<byte> bytes)
    {
        switch (type)
        {
            case ElementType.Bool or ElementType.UInt8: return Allocate<byte>(values, out bytes);
            case ElementType.Int32 or ElementType.UInt32 or ElementType.Single: return Allocate<int>(values, out bytes);
            default: return Allocate<long>(values, out bytes);
        }
    }

    private ColumnBuffer<byte> Allocate<T>(int values, out Span<byte> bytes) where T : unmanaged
    {
        var buffer = ColumnBuffer<T>.Allocate(Workspace, values);
        bytes = MemoryMarshal.AsBytes(buffer.Span);
        return Unsafe.BitCast<ColumnBuffer<T>, ColumnBuffer<byte>>(buffer);
    }
}
