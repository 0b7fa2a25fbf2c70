using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.NTuples.Reading;
using Ristretto.Bytes.Trees;

namespace Ristretto.Bytes.NTuples;

/// <summary>Reads columns of an RNTuple for one worker. Columns that share their lists, as those of a collection do, share the reading of the lists.
/// Not thread-safe; the buffers live until it is disposed.</summary>
public sealed class NTupleReader : IDisposable
{
    private readonly DecodeContext _context;
    private readonly Dictionary<NTupleColumn, NTupleColumnReader> _columns = [];
    private readonly Dictionary<(int Column, int Representations), OffsetReader> _offsets = [];
    private readonly Dictionary<(int Column, int Representations), SwitchReader> _switches = [];
    private readonly Dictionary<StreamedField, StreamedReader> _streamed = [];
    private readonly PagePrefetch _prefetch;

    /// <summary>Default of the most bytes that are fetched at a time: 8 MiB.</summary>
    public const int DefaultReadAhead = 8 << 20;

    /// <summary>A reader that decodes with the worker's <paramref name="context"/>.</summary>
    /// <param name="ntuple">The RNTuple.</param>
    /// <param name="context">The decoders; they must outlive the reader.</param>
    /// <param name="readAhead">Most compressed bytes that <see cref="Prefetch"/> fetches; <see cref="PrefetchAhead"/> takes as much again.</param>
    public NTupleReader(NTuple ntuple, DecodeContext context, int readAhead = DefaultReadAhead)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(readAhead);
        ArgumentNullException.ThrowIfNull(ntuple);
        ArgumentNullException.ThrowIfNull(context);
        (NTuple, _context) = (ntuple, context);
        _prefetch = new PagePrefetch(ntuple, readAhead);
    }

    /// <summary>The RNTuple.</summary>
    public NTuple NTuple { get; }

    /// <summary>The reader of a column, always the same one.</summary>
    /// <exception cref="ArgumentException">The column belongs to another RNTuple.</exception>
    public NTupleColumnReader this[NTupleColumn column]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(column);
            if (_columns.TryGetValue(column, out var reader)) return reader;
            if (column.NTuple != NTuple) throw new ArgumentException($"{column.Name} belongs to another RNTuple", nameof(column));
            return _columns[column] = new NTupleColumnReader(this, column);
        }
    }

    /// <summary>The reader of the column of that name.</summary>
    /// <exception cref="Errors.SchemaException">There is none, or it cannot be read; names the nearest.</exception>
    public NTupleColumnReader this[string column] => this[NTuple.GetColumn(column)];

    /// <summary>Fetches the pages of columns for a range of entries in few requests, into a buffer of bounded size; when they were fetched ahead, waits for
    /// their arrival. What was fetched before is dropped; pages that do not fit are fetched one by one when they are needed.</summary>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched.</exception>
    /// <exception cref="Errors.RootFormatException">A page list, or a page that tells where lists end, is damaged.</exception>
    public void Prefetch(IReadOnlyList<NTupleColumn> columns, long firstEntry, long endEntry)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _prefetch.Load([.. columns.Select(column => this[column])], firstEntry, endEntry);
    }

    /// <summary>Starts to fetch what the next <see cref="Prefetch"/> with the same range will ask for, as far as it is known without reading lists, and returns at once.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="firstEntry">First entry.</param>
    /// <param name="endEntry">First entry behind the range.</param>
    /// <exception cref="Errors.RootFormatException">A page list is damaged.</exception>
    public void PrefetchAhead(IReadOnlyList<NTupleColumn> columns, long firstEntry, long endEntry)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _prefetch.LoadAhead([.. columns.Select(column => this[column])], firstEntry, endEntry);
    }

    /// <summary>Returns the buffers; the context stays with its owner.</summary>
    public void Dispose()
    {
        foreach (var column in _columns.Values) column.Dispose();
        foreach (var offsets in _offsets.Values) offsets.Dispose();
        foreach (var switches in _switches.Values) switches.Dispose();
        foreach (var streamed in _streamed.Values) streamed.Dispose();
        _prefetch.Dispose();
    }

    internal DecodeContext Context => _context;

    internal PagePrefetch Ahead => _prefetch;

    /// <summary>The list ends of a field; <paramref name="perEntry"/> as for a <see cref="PageCursor"/>.</summary>
    internal OffsetReader Offsets(NTupleColumn column, NTupleField field, long perEntry)
    {
        var key = (field.Representations[0][0].Id, field.Representations.Count);
        if (_offsets.TryGetValue(key, out var reader)) return reader;
        return _offsets[key] = new OffsetReader(Cursor(column, field, 0, perEntry));
    }

    /// <summary>The alternatives of a variant field.</summary>
    internal SwitchReader Switches(NTupleColumn column, NTupleField field, long perEntry)
    {
        var key = (field.Representations[0][0].Id, field.Representations.Count);
        if (_switches.TryGetValue(key, out var reader)) return reader;
        return _switches[key] = new SwitchReader(Cursor(column, field, 0, perEntry), field.Children.Count);
    }

    /// <summary>The objects of a streamed field.</summary>
    internal StreamedReader Streamed(NTupleColumn column, StreamedField field, long perEntry)
    {
        if (_streamed.TryGetValue(field, out var reader)) return reader;
        return _streamed[field] = new StreamedReader(field, Offsets(column, field.Field, perEntry), new ValueReader(LeafType.UInt8, Cursor(column, field.Field, 1, 0)));
    }

    // Pages of lists count for the column that asks for them first.
    private PageCursor Cursor(NTupleColumn column, NTupleField field, int part, long perEntry) =>
        new(NTuple, column.Where, field.Representations, part, perEntry, _context, column.Counters) { Prefetch = _prefetch };
}
