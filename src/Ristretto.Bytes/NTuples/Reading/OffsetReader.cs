using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.NTuples.Encodings;

namespace Ristretto.Bytes.NTuples.Reading;

/// <summary>Reads where lists start and end, for all columns that share them. Keeps what was read last, so that asking again for the same lists, or for some of them, costs nothing.</summary>
internal sealed class OffsetReader(PageCursor cursor) : IDisposable
{
    private readonly GrowingBuffer _decoded = new();       // the ends in one page
    private readonly GrowingBuffer _bounds = new();
    private (int Cluster, int Page) _decodedPage = (-1, -1);
    private int _cluster = -1;
    private long _from;
    private long _to;

    /// <summary>Where it is.</summary>
    public PageCursor Cursor => cursor;

    /// <summary>Start of list <paramref name="from"/> of a cluster and the ends of the lists from it up to <paramref name="to"/>, which never descend; valid until the next call.</summary>
    /// <exception cref="Errors.RootFormatException">A page is damaged, or the ends descend.</exception>
    public ReadOnlySpan<long> Read(int cluster, long from, long to)
    {
        if (cluster != _cluster || from < _from || to > _to || to < from) Fill(cluster, from, to);
        return MemoryMarshal.Cast<byte, long>(_bounds.Array).Slice((int)(from - _from), (int)(to - from) + 1);
    }

    public void Dispose()
    {
        cursor.Dispose();
        _decoded.Dispose();
        _bounds.Dispose();
    }

    private void Fill(int cluster, long from, long to)
    {
        if (to - from >= (int.MaxValue / sizeof(long)) - 1) throw cursor.Error($"{to - from} lists were asked for at once, more than fit into one buffer");
        cursor.Enter(cluster, from, to);
        var isNext = cluster == _cluster && from == _to && _to > _from;
        var start = from == 0 ? 0 : isNext ? MemoryMarshal.Cast<byte, long>(_bounds.Array)[(int)(_to - _from)] : End(from - 1);
        _cluster = -1;
        var count = (int)(to - from);
        var bounds = MemoryMarshal.Cast<byte, long>(_bounds.Ensure((count + 1) * sizeof(long)));
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
        (_cluster, _from, _to) = (cluster, from, to);
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

    private long End(long list)
    {
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
}
