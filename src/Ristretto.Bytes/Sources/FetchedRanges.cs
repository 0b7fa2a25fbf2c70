using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Sources;

/// <summary>Ranges of a source that were fetched in few requests, or are on their way, in memory that is used again and again. Not thread-safe.</summary>
internal sealed class FetchedRanges : IFetchedBytes, IDisposable
{
    private readonly GrowingBuffer _buffer = new();
    private readonly List<ByteRange> _requests = [];
    private readonly List<int> _starts = [];
    private Task? _pending;
    private CancellationTokenSource? _stop;

    /// <summary>Fetches ranges. What was fetched before is dropped.</summary>
    /// <param name="source">Where the bytes come from.</param>
    /// <param name="ranges">The ranges; sorted by the call.</param>
    /// <param name="limit">Most bytes that are fetched; not below the length of all ranges.</param>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched.</exception>
    public void Fetch(ByteSource source, List<ByteRange> ranges, int limit) => source.Read(_requests, Plan(source, ranges, limit));

    /// <summary>The same, but returns at once; <see cref="Wait"/> must follow before the bytes are used.</summary>
    public void Start(ByteSource source, List<ByteRange> ranges, int limit)
    {
        var room = Plan(source, ranges, limit);
        _stop = new CancellationTokenSource();
        _pending = source.ReadAsync(_requests, room, _stop.Token).AsTask();
    }

    /// <summary>Waits for what was started.</summary>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched.</exception>
    public void Wait()
    {
        if (_pending is null) return;
        try
        {
            Blocking.Wait(_pending);
        }
        finally
        {
            Forget();
        }
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

    /// <summary>Drops what was fetched and stops what is on its way; the memory is kept.</summary>
    public void Clear()
    {
        if (_pending is not null)
        {
            _stop!.Cancel();
            Blocking.WaitForEnd(_pending);      // until then bytes may still be written into the buffer
            Forget();
        }
        _requests.Clear();
        _starts.Clear();
    }

    public void Dispose()
    {
        Clear();
        _buffer.Dispose();
    }

    /// <summary>Joins ranges as far as the gaps between them fit into the limit too, and over a network as far as they are no more than a quarter of what is wanted.</summary>
    private Memory<byte> Plan(ByteSource source, List<ByteRange> ranges, int limit)
    {
        Clear();
        var wanted = Total(ranges);
        RangeCoalescer.Coalesce(ranges, source.CoalescingGap, limit, _requests);
        if (Total(_requests) > Math.Min(limit, source.IsRemote ? wanted + (wanted / 4) : limit))
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
        _buffer.Ensure(total);
        return _buffer.Array.AsMemory(0, total);
    }

    private void Forget()
    {
        _stop!.Dispose();
        (_pending, _stop) = (null, null);
    }

    private static long Total(List<ByteRange> ranges)
    {
        var total = 0L;
        foreach (var range in ranges) total += range.Length;
        return total;
    }
}
