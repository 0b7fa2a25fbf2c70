using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples.Encodings;

namespace Ristretto.Bytes.NTuples.Reading;

/// <summary>Reads where lists start and end, for all columns that share them. Keeps what was read last of some clusters, so that asking again for the same
/// lists, or for some of them, costs nothing.</summary>
internal sealed class OffsetReader(PageCursor cursor) : IDisposable
{
    private const int MostRanges = 16;
    private const int ManyLists = 1 << 14;                 // so many are kept of one cluster only

    private readonly GrowingBuffer _decoded = new();       // the ends in one page
    private readonly List<Known> _known = [];
    private (int Cluster, int Page) _decodedPage = (-1, -1);
    private int _last;                                     // of the known ranges, the one used last

    /// <summary>Where it is.</summary>
    public PageCursor Cursor => cursor;

    /// <summary>Start of list <paramref name="from"/> of a cluster and the ends of the lists from it up to <paramref name="to"/>, which never descend; valid until the next call.</summary>
    /// <exception cref="Errors.RootFormatException">A page is damaged, or the ends descend.</exception>
    public ReadOnlySpan<long> Read(int cluster, long from, long to)
    {
        if (_known.Count == 0 || !_known[_last].Has(cluster, from, to)) Find(cluster, from, to);
        return _known[_last].Bounds(from, to);
    }

    public void Dispose()
    {
        cursor.Dispose();
        _decoded.Dispose();
        foreach (var known in _known) known.Buffer.Dispose();
    }

    private void Find(int cluster, long from, long to)
    {
        for (var i = 0; i < _known.Count; i++)
        {
            if (!_known[i].Has(cluster, from, to)) continue;
            _last = i;
            return;
        }
        if (to - from >= (int.MaxValue / sizeof(long)) - 1) throw cursor.Error($"{to - from} lists were asked for at once, more than fit into one buffer");
        cursor.Enter(cluster, from, to);
        var start = from == 0 ? 0 : End(cluster, from - 1);
        var next = to - from > ManyLists ? 0 : (_last + 1) % MostRanges;
        if (next >= _known.Count)
        {
            _known.Add(new Known());
            next = _known.Count - 1;
        }
        Fill(_known[next], start, cluster, from, to);
        _last = next;
    }

    private void Fill(Known known, long start, int cluster, long from, long to)
    {
        known.Cluster = -1;
        var bounds = MemoryMarshal.Cast<byte, long>(known.Buffer.Ensure(((int)(to - from) + 1) * sizeof(long)));
        bounds[0] = start;
        var ends = bounds[1..];
        for (var at = from; at < to;)
        {
            int done;
            if (at < cursor.Zeros)
            {
                done = (int)(Math.Min(to, cursor.Zeros) - at);
                ends[..done].Clear();
            }
            else
            {
                cursor.MoveTo(at);
                done = ReadPage((int)(at - cursor.PageStart), ends);
            }
            at += done;
            ends = ends[done..];
        }
        Check(bounds, from);
        (known.Cluster, known.From, known.To) = (cluster, from, to);
    }

    private int ReadPage(int from, Span<long> ends)
    {
        var elements = cursor.Page.Elements;
        if (from == 0 && ends.Length >= elements && _decodedPage != (cursor.Cluster, cursor.PageIndex))
        {
            IndexDecoder.Decode(cursor.Column.Encoding, cursor.Load(), ends[..elements]);
            return elements;
        }
        var done = Math.Min(ends.Length, elements - from);
        Decoded().Slice(from, done).CopyTo(ends);
        return done;
    }

    /// <summary>The end of one list: known already where lists are read one after the other.</summary>
    private long End(int cluster, long list)
    {
        foreach (var known in _known)
            if (known.Cluster == cluster && list >= known.From && list < known.To) return known.Bounds(list, list + 1)[1];
        if (list < cursor.Zeros) return 0;
        cursor.MoveTo(list);
        return Decoded()[(int)(list - cursor.PageStart)];
    }

    private ReadOnlySpan<long> Decoded()
    {
        var page = (cursor.Cluster, cursor.PageIndex);
        var elements = cursor.Page.Elements;
        if (_decodedPage != page)
        {
            _decodedPage = (-1, -1);
            var bytes = cursor.Load();
            if (elements > int.MaxValue / sizeof(long)) throw cursor.Error($"a page with the ends of {elements} lists");
            IndexDecoder.Decode(cursor.Column.Encoding, bytes, MemoryMarshal.Cast<byte, long>(_decoded.Ensure(elements * sizeof(long))));
            _decodedPage = page;
        }
        return MemoryMarshal.Cast<byte, long>(_decoded.Array).Slice(0, elements);
    }

    private void Check(ReadOnlySpan<long> bounds, long from)
    {
        var descent = bounds[0];
        for (var i = 1; i < bounds.Length; i++) descent |= bounds[i] | unchecked(bounds[i] - bounds[i - 1]);      // negative when one of them is
        if (descent >= 0) return;
        for (var i = 1; i < bounds.Length; i++)
            if (bounds[i] < bounds[i - 1]) throw cursor.Error($"list {from + i - 1} of cluster {cursor.Cluster} ends at {bounds[i]}, before its start {bounds[i - 1]}");
        throw cursor.Error($"a list of cluster {cursor.Cluster} ends at {bounds[0]}");
    }

    /// <summary>The start of a list and the ends of those from it on.</summary>
    private sealed class Known
    {
        public GrowingBuffer Buffer { get; } = new();

        public int Cluster { get; set; } = -1;

        public long From { get; set; }

        public long To { get; set; }

        public bool Has(int cluster, long from, long to) => cluster == Cluster && from >= From && to <= To && from <= to;

        public ReadOnlySpan<long> Bounds(long from, long to) => MemoryMarshal.Cast<byte, long>(Buffer.Array).Slice((int)(from - From), (int)(to - from) + 1);
    }
}
