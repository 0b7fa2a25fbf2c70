using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.NTuples.Reading;

/// <summary>Fetches the pages of several columns for a range of entries in few requests, into buffers of bounded size.</summary>
/// <remarks>In two rounds: first the pages that follow from the entries, those that say where lists end among them, and all pages of clusters that are wanted
/// whole; then the pages of what is inside the lists. Pages are taken in the order in which their entries come until the buffers are full; the remaining
/// ones are fetched one by one when they are needed. The first round of the next range can be under way meanwhile.</remarks>
internal sealed class PagePrefetch(NTuple ntuple, int limit) : IFetchedBytes, IDisposable
{
    private readonly FetchedRanges _second = new();
    private readonly List<(long Entry, ByteRange Range)> _wanted = [];
    private readonly List<ByteRange> _ranges = [];
    private readonly HashSet<ByteRange> _known = [];
    private readonly List<Segment> _parts = [];
    private FetchedRanges _first = new();
    private FetchedRanges _ahead = new();
    private (long First, long End) _aheadRange = (-1, -1);
    private int _aheadRoom;

    /// <summary>Fetches the pages of columns with entries from <paramref name="firstEntry"/> up to <paramref name="endEntry"/>.</summary>
    public void Load(IReadOnlyList<NTupleColumnReader> readers, long firstEntry, long endEntry)
    {
        _first.Clear();
        _second.Clear();
        _known.Clear();
        _parts.Clear();
        if (readers.Count == 0 || endEntry <= firstEntry) return;
        Collect(readers, firstEntry, endEntry);
        int left;
        if (_aheadRange == (firstEntry, endEntry))
        {
            (_first, _ahead, _aheadRange) = (_ahead, _first, (-1, -1));
            left = _aheadRoom;
            _wanted.Clear();
            _first.Wait();
        }
        else
        {
            Stop();
            left = Choose(limit, atHand: null);
            if (_ranges.Count > 0) _first.Fetch(ntuple.File.Source, _ranges, limit);
        }
        foreach (var part in _parts)
            foreach (var reader in readers) reader.CollectInside(part, _wanted);
        Choose(left, _first);
        if (_ranges.Count > 0) _second.Fetch(ntuple.File.Source, _ranges, left);
    }

    /// <summary>Starts the first round of the next range and returns at once.</summary>
    public void LoadAhead(IReadOnlyList<NTupleColumnReader> readers, long firstEntry, long endEntry)
    {
        Stop();
        if (readers.Count == 0 || endEntry <= firstEntry) return;
        _known.Clear();
        Collect(readers, firstEntry, endEntry);
        _aheadRoom = Choose(limit, atHand: null);
        if (_ranges.Count > 0) _ahead.Start(ntuple.File.Source, _ranges, limit);
        _aheadRange = (firstEntry, endEntry);
    }

    /// <summary>The bytes of a range if they were fetched.</summary>
    public bool TryGet(long offset, int length, out ReadOnlySpan<byte> bytes) => _first.TryGet(offset, length, out bytes) || _second.TryGet(offset, length, out bytes);

    public void Dispose()
    {
        Stop();
        _first.Dispose();
        _second.Dispose();
        _ahead.Dispose();
    }

    private void Stop()
    {
        _ahead.Clear();
        _aheadRange = (-1, -1);
    }

    /// <summary>Names what follows from the entries, and notes the clusters of which a part is wanted.</summary>
    private void Collect(IReadOnlyList<NTupleColumnReader> readers, long firstEntry, long endEntry)
    {
        var clusters = ntuple.Clusters;
        _parts.Clear();
        for (var i = clusters.Find(firstEntry, 0); i < clusters.All.Count && clusters.All[i].FirstEntry < endEntry; i++)
        {
            var cluster = clusters.All[i];
            var part = new Segment(i, Math.Max(firstEntry, cluster.FirstEntry) - cluster.FirstEntry, Math.Min(endEntry, cluster.EndEntry) - cluster.FirstEntry);
            if (part.Length < cluster.Entries) _parts.Add(part);
            foreach (var reader in readers)
            {
                if (part.Length == cluster.Entries) reader.CollectAll(i, _wanted);
                else reader.CollectPrincipal(part, _wanted);
            }
        }
    }

    /// <summary>Takes what is wanted and not at hand as far as it fits, and returns the room that is left.</summary>
    private int Choose(int room, FetchedRanges? atHand)
    {
        _wanted.Sort(static (a, b) => a.Entry != b.Entry ? a.Entry.CompareTo(b.Entry) : a.Range.Offset.CompareTo(b.Range.Offset));
        _ranges.Clear();
        foreach (var (_, range) in _wanted)
        {
            if (!IsOneBlob(range) || (atHand is not null && atHand.TryGet(range.Offset, range.Length, out var _)) || !_known.Add(range)) continue;
            if (range.Length > room) break;
            _ranges.Add(range);
            room -= range.Length;
        }
        _wanted.Clear();
        return room;
    }

    /// <summary>Whether a range lies inside the file and is no payload in pieces.</summary>
    private bool IsOneBlob(ByteRange range) =>
        range.Offset <= ntuple.File.Length - range.Length && (ntuple.Anchor.LargestKey == 0 || range.Length <= ntuple.Anchor.LargestKey);
}
