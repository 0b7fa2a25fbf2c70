using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Files.Writing;

/// <summary>The gaps of a file, TFree: ranges of bytes that hold nothing, in order, neighbours joined.</summary>
internal sealed class FreeSegments
{
    // What is left of a gap must have room for its own length and a bit more.
    private const int SmallestRest = 8;

    private readonly SortedList<long, long> _gaps = [];

    /// <summary>The gaps: first byte, and first byte behind.</summary>
    public IEnumerable<(long From, long To)> Gaps => _gaps.Select(gap => (gap.Key, gap.Value));

    /// <summary>Number of gaps.</summary>
    public int Count => _gaps.Count;

    /// <summary>Reads those that a file lists.</summary>
    /// <exception cref="Errors.RootFormatException">The list is damaged.</exception>
    public static FreeSegments Read(RootFile file)
    {
        var (header, free) = (file.Header, new FreeSegments());
        var origin = new RecordOrigin(file.Path, "free segments", header.SeekFree);
        file.CheckExtent(origin, header.SeekFree, header.FreeBytes);
        var bytes = new byte[header.FreeBytes];
        file.Source.Read(header.SeekFree, bytes);
        var reader = new BigEndianReader(bytes, origin);
        reader.Seek(KeyRecord.Decode(ref reader).KeyBytes);
        while (reader.Remaining >= 10)
        {
            var isBig = reader.ReadInt16() > 1000;
            var (first, last) = (reader.ReadSeek(isBig), reader.ReadSeek(isBig));
            if (first < 0 || last < first) origin.Throw(reader.Position, $"a free segment from {first} to {last}");
            // The last one is what lies behind the end.
            if (first < header.End) free.Add(first, Math.Min(last + 1, header.End));
        }
        return free;
    }

    /// <summary>Takes the first gap in which <paramref name="length"/> bytes fit, exactly or with a rest that can be a gap; -1 when there is none.</summary>
    public long Take(int length)
    {
        for (var i = 0; i < _gaps.Count; i++)
        {
            var (from, to) = (_gaps.GetKeyAtIndex(i), _gaps.GetValueAtIndex(i));
            if (to - from != length && to - from < length + SmallestRest) continue;
            _gaps.RemoveAt(i);
            if (to - from > length) _gaps.Add(from + length, to);
            return from;
        }
        return -1;
    }

    /// <summary>Adds a gap.</summary>
    public void Add(long from, long to)
    {
        if (from >= to) return;
        for (var i = _gaps.Count - 1; i >= 0; i--)
        {
            var (start, end) = (_gaps.GetKeyAtIndex(i), _gaps.GetValueAtIndex(i));
            if (end < from || start > to) continue;
            (from, to) = (Math.Min(from, start), Math.Max(to, end));
            _gaps.RemoveAt(i);
        }
        _gaps.Add(from, to);
    }
}
