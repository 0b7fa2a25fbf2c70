using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.NTuples.Reading;

/// <summary>Fetches the pages of several columns for a range of entries in few requests, into buffers of bounded size.</summary>
/// <remarks>In two rounds: first the pages that follow from the entries, those that say where lists end among them, and all pages of clusters that are wanted
/// whole; then the pages of what is inside the lists. Pages are taken in the order in which their entries come until the buffers are full; the remaining
/// ones are fetched one by one when they are needed.</remarks>
internal sealed class PagePrefetch(NTuple ntuple, int limit = PagePrefetch.DefaultLimit) : IDisposable
{
    /// <summary>Default size of the buffers: 8 MiB.</summary>
    public const int DefaultLimit = 8 << 20;

    private readonly FetchedRanges _first = new();
    private readonly FetchedRanges _second = new();
    private readonly List<(long Entry, ByteRange Range)> _wanted = [];
    private readonly List<ByteRange> _ranges = [];
    private readonly HashSet<ByteRange> _known = [];
    private readonly List<Segment> _parts = [];

    /// <summary>Fetches the pages of columns with entries from <paramref name="firstEntry"/> up to <paramref name="endEntry"/>.</summary>
    public void Load(IReadOnlyList<NTupleColumnReader> readers, long firstEntry, long endEntry)
    {
        Clear();
        _parts.Clear();
        if (readers.Count == 0 || endEntry <= firstEntry) return;
        var clusters = ntuple.Clusters;
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
        var left = Fetch(_first, limit);
        foreach (var part in _parts)
            foreach (var reader in readers) reader.CollectInside(part, _wanted);
        Fetch(_second, left);
    }

    /// <summary>The bytes of a range if they were fetched.</summary>
    public bool TryGet(long offset, int length, out ReadOnlySpan<byte> bytes) => _first.TryGet(offset, length, out bytes) || _second.TryGet(offset, length, out bytes);

    /// <summary>Drops what was fetched; the memory is kept.</summary>
    public void Clear()
    {
        _first.Clear();
        _second.Clear();
        _known.Clear();
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    /// <summary>Fetches what is wanted as far as it fits, and returns the room that is left.</summary>
    private int Fetch(FetchedRanges ranges, int room)
    {
        var total = room;
        _wanted.Sort(static (a, b) => a.Entry != b.Entry ? a.Entry.CompareTo(b.Entry) : a.Range.Offset.CompareTo(b.Range.Offset));
        _ranges.Clear();
        foreach (var (_, range) in _wanted)
        {
            if (IsOneBlob(range) && _known.Add(range))
            {
                if (range.Length > room) break;
                _ranges.Add(range);
                room -= range.Length;
            }
        }
        _wanted.Clear();
        if (_ranges.Count > 0) ranges.Fetch(ntuple.File.Source, _ranges, total);
        return room;
    }

    /// <summary>Whether a range lies inside the file and is no payload in pieces.</summary>
    private bool IsOneBlob(ByteRange range) =>
        range.Offset <= ntuple.File.Length - range.Length && (ntuple.Anchor.LargestKey == 0 || range.Length <= ntuple.Anchor.LargestKey);
}
