using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;

namespace Ristretto.Bytes.Sources;

/// <summary>Ranges of a source that were fetched in few requests, in memory that is used again and again. Not thread-safe.</summary>
internal sealed class FetchedRanges : IDisposable
{
    private readonly GrowingBuffer _buffer = new();
    private readonly List<ByteRange> _requests = [];
    private readonly List<int> _starts = [];

    /// <summary>Fetches ranges, joined where the gaps between them are small and fit into <paramref name="limit"/> bytes too. What was fetched before is dropped.</summary>
    /// <param name="source">Where the bytes come from.</param>
    /// <param name="ranges">The ranges, together not longer than the limit; sorted by the call.</param>
    /// <param name="limit">Most bytes that are fetched.</param>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched.</exception>
    public void Fetch(ByteSource source, List<ByteRange> ranges, int limit)
    {
        Clear();
        RangeCoalescer.Coalesce(ranges, source.CoalescingGap, limit, _requests);
        if (Total() > limit)
        {
            _requests.Clear();
            RangeCoalescer.Coalesce(ranges, 0, limit, _requests);
        }
        var total = 0;
        foreach (var request in _requests)
        {
            _starts.Add(total);
            total += request.Length;
        }
        var buffer = _buffer.Ensure(total);
        for (var i = 0; i < _requests.Count; i++) source.Read(_requests[i].Offset, buffer.Slice(_starts[i], _requests[i].Length));
    }

    /// <summary>The bytes of a range if they were fetched.</summary>
    public bool TryGet(long offset, int length, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        var (low, high) = (0, _starts.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var request = CollectionsMarshal.AsSpan(_requests)[middle];
            if (offset < request.Offset) high = middle - 1;
            else if (offset >= request.End) low = middle + 1;
            else
            {
                if (length > request.End - offset) return false;
                bytes = _buffer.Array.AsSpan(_starts[middle] + (int)(offset - request.Offset), length);
                return true;
            }
        }
        return false;
    }

    /// <summary>Drops what was fetched; the memory is kept.</summary>
    public void Clear()
    {
        _requests.Clear();
        _starts.Clear();
    }

    public void Dispose()
    {
        Clear();
        _buffer.Dispose();
    }

    private long Total()
    {
        var total = 0L;
        foreach (var request in _requests) total += request.Length;
        return total;
    }
}
