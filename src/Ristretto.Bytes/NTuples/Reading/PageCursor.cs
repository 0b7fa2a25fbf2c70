using System.Buffers.Binary;
using System.IO.Hashing;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.NTuples.Reading;

/// <summary>Goes from page to page of one column of a field, cluster by cluster, whichever of the field's representations a cluster stores.
/// Holds one decompressed page. Not thread-safe.</summary>
internal sealed class PageCursor : IDisposable
{
    private readonly NTuple _ntuple;
    private readonly string _where;
    private readonly ColumnRecord[] _representations;       // the same part of each
    private readonly long _perEntry;
    private readonly DecodeContext _context;
    private readonly BranchReadCounters _counters;
    private readonly GrowingBuffer _page = new();
    private int _index;             // of the page that starts at _start
    private long _start;
    private PageRecord _held;       // whose content is in _page
    private int _heldBits;

    /// <summary>A cursor before the first page.</summary>
    /// <param name="ntuple">The RNTuple.</param>
    /// <param name="where">For errors.</param>
    /// <param name="representations">The field's columns.</param>
    /// <param name="part">Which column of a representation.</param>
    /// <param name="perEntry">Elements that each entry has; 0 when that depends on lists.</param>
    /// <param name="context">The worker's decoders.</param>
    /// <param name="counters">Where pages are counted.</param>
    public PageCursor(NTuple ntuple, string where, IReadOnlyList<IReadOnlyList<ColumnRecord>> representations, int part, long perEntry, DecodeContext context, BranchReadCounters counters)
    {
        (_ntuple, _where, _perEntry, _context, _counters) = (ntuple, where, perEntry, context, counters);
        _representations = [.. representations.Select(columns => columns[part])];
        Column = _representations[0];
    }

    /// <summary>The cluster at hand; -1 before the first.</summary>
    public int Cluster { get; private set; } = -1;

    /// <summary>The column that the cluster at hand stores.</summary>
    public ColumnRecord Column { get; private set; }

    /// <summary>Elements at the start of the cluster that are zero because the column was added later; they have no page.</summary>
    public long Zeros { get; private set; }

    /// <summary>All elements of the cluster, those zeros included.</summary>
    public long Elements { get; private set; }

    /// <summary>First element of the page at hand, counted from the start of the cluster.</summary>
    public long PageStart => _start;

    /// <summary>The page at hand.</summary>
    public PageRecord Page => Pages[_index];

    /// <summary>Index of the page at hand in its cluster.</summary>
    public int PageIndex => _index;

    /// <summary>Bytes that were fetched ahead; null to fetch each page by itself.</summary>
    public PagePrefetch? Prefetch { get; set; }

    /// <summary>The pages of the cluster at hand.</summary>
    public ReadOnlySpan<PageRecord> Pages => _ntuple.Clusters.All[Cluster].Pages(Column.Id);

    /// <summary>Goes to a cluster and checks that elements <paramref name="from"/> up to <paramref name="to"/> are in it.</summary>
    /// <exception cref="Errors.RootFormatException">The cluster has fewer elements.</exception>
    public void Enter(int cluster, long from, long to)
    {
        if (cluster != Cluster) Enter(cluster);
        if (from < 0 || to < from || to > Elements) throw Error($"elements {from} to {to} are asked for in cluster {cluster}, which has {Elements}");
    }

    /// <summary>Makes the page with an element, which is no leading zero, the one at hand; it is not decompressed yet.</summary>
    public void MoveTo(long element)
    {
        if (element < _start) (_index, _start) = (0, Zeros);
        var pages = Pages;
        while (element >= _start + pages[_index].Elements) _start += pages[_index++].Elements;
    }

    /// <summary>The bytes of the page at hand, decompressed.</summary>
    /// <exception cref="Errors.RootFormatException">The page is damaged.</exception>
    public ReadOnlySpan<byte> Load()
    {
        var page = Page;
        var original = OriginalBytes(page);
        if (!IsHeld(page))
        {
            _held = default;
            Decode(page, _page.Ensure(original));
            (_held, _heldBits) = (page, Column.Bits);
        }
        return _page.Array.AsSpan(0, original);
    }

    /// <summary>Whether the page at hand is decompressed; pages may share their bytes.</summary>
    public bool IsLoaded => IsHeld(Page);

    /// <summary>Decompresses the page at hand to where it is wanted.</summary>
    /// <exception cref="Errors.RootFormatException">The page is damaged.</exception>
    public void LoadInto(Span<byte> destination) => Decode(Page, destination);

    /// <summary>Bytes of the page when decompressed.</summary>
    /// <exception cref="Errors.RootFormatException">They would be more than this file can hold.</exception>
    public int OriginalBytes(in PageRecord page)
    {
        var bytes = (((long)page.Elements * Column.Bits) + 7) / 8;
        if (BlockDecoder.IsBomb(bytes, page.StoredBytes))
            Throw(page, 0, $"a page of {page.Elements} elements of {Column.Bits} bits in a file of {_ntuple.File.Length} bytes, of which {page.StoredBytes} are the page: more than data compress to");
        return (int)bytes;
    }

    /// <summary>Elements that each entry has; 0 when that depends on lists.</summary>
    public long PerEntry => _perEntry;

    /// <summary>Names the pages with elements of a cluster that are not held, each with about the entry at which it is needed.</summary>
    public void Collect(int cluster, long from, long to, List<(long Entry, ByteRange Range)> wanted)
    {
        var record = _ntuple.Clusters.All[cluster];
        var pages = record.Pages(Choose(record, out _).Id);
        var total = 0L;
        foreach (var page in pages) total += page.Elements;
        // Elements that have no page come first; there are such only where the number per entry is fixed.
        var start = _perEntry > 0 && record.Entries < long.MaxValue / _perEntry ? Math.Max(0, (record.Entries * _perEntry) - total) : 0;
        total += start;
        foreach (var page in pages)
        {
            var end = start + page.Elements;
            if (end > from && start < to && !IsHeld(page))
                wanted.Add((record.FirstEntry + (long)((double)start / total * record.Entries), new ByteRange(page.Offset, page.FetchedBytes)));
            start = end;
        }
    }

    /// <summary>An error that names the column.</summary>
    public Errors.RootFormatException Error(string reason) => new(_ntuple.File.Path, _where, null, reason);

    public void Dispose() => _page.Dispose();

    private void Enter(int cluster)
    {
        var record = _ntuple.Clusters.All[cluster];
        Column = Choose(record, out var stored);
        Cluster = cluster;
        var count = 0L;
        foreach (var page in Pages) count += page.Elements;
        (Zeros, Elements) = (0, count);
        if (_perEntry > 0) AddZeros(cluster, record, stored);
        (_index, _start) = (0, Zeros);
    }

    private ColumnRecord Choose(ClusterRecord cluster, out bool stored)
    {
        stored = true;
        foreach (var column in _representations)
            if (cluster.Stores(column.Id)) return column;
        stored = false;
        return _representations[0];
    }

    private void AddZeros(int cluster, ClusterRecord record, bool stored)
    {
        var needed = record.Entries > long.MaxValue / _perEntry ? long.MaxValue : record.Entries * _perEntry;
        if (Elements == needed) return;
        var found = Elements;
        if (found > needed || !(Column.IsDeferred || (!stored && Array.Exists(_representations, static column => column.IsDeferred))))
        {
            Cluster = -1;
            throw Error($"cluster {cluster} has {record.Entries} entries and so needs {needed} elements, {found} are stored");
        }
        (Zeros, Elements) = (needed - found, needed);
    }

    private bool IsHeld(in PageRecord page) =>
        _held.Elements == page.Elements && _held.Offset == page.Offset && _held.StoredBytes == page.StoredBytes && _heldBits == Column.Bits && page.Elements > 0;

    private void Decode(in PageRecord page, Span<byte> destination)
    {
        var file = _ntuple.File;
        var bytes = Fetch(page);
        var stored = bytes[..page.StoredBytes];
        if (page.HasChecksum)
        {
            var expected = BinaryPrimitives.ReadUInt64LittleEndian(bytes[page.StoredBytes..]);
            var computed = XxHash3.HashToUInt64(stored);
            if (expected != computed) Throw(page, page.StoredBytes, $"the page's checksum differs (stored {expected:x16}, computed {computed:x16})");
        }
        if (stored.Length == destination.Length)
        {
            stored.CopyTo(destination);
        }
        else
        {
            var error = BlockDecoder.Check(stored, destination.Length) ?? BlockDecoder.Decode(_context, stored, destination, destination.Length, out _);
            if (error is not null) Throw(page, error.Position, error.Reason);
        }
        _counters.Add(page.FetchedBytes, destination.Length);
        file.Counters.AddDecompressed(destination.Length);
    }

    private ReadOnlySpan<byte> Fetch(in PageRecord page)
    {
        if (Prefetch is { } ahead && ahead.TryGet(page.Offset, page.FetchedBytes, out var bytes)) return bytes;
        var (file, largestKey) = (_ntuple.File, _ntuple.Anchor.LargestKey);
        if (page.Offset > file.Length - page.FetchedBytes) Throw(page, 0, $"a page of {page.FetchedBytes} bytes lies outside the file of {file.Length} bytes");
        var buffer = _context.Compressed.Ensure(page.FetchedBytes);
        if (largestKey == 0 || page.FetchedBytes <= largestKey) file.Source.Read(page.Offset, buffer);
        else ChunkedBlob.Read(file, Origin(page), page.Offset, buffer, largestKey);
        return buffer;
    }

    private RecordOrigin Origin(in PageRecord page) => new(_ntuple.File.Path, $"{_where}, cluster {Cluster}, page {_index}", page.Offset);

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void Throw(in PageRecord page, int position, string reason) => Origin(page).Throw(position, reason);
}
