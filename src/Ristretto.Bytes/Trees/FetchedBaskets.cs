using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Sources;
using Ristretto.Bytes.Sources.Remote;

namespace Ristretto.Bytes.Trees;

/// <summary>The compressed baskets of a range of entries, fetched or on their way.</summary>
internal sealed class FetchedBaskets : IDisposable
{
    // Of a file in the system's memory: a request costs as much as copying some kilobytes, and what is copied piece by piece stays in the processor's cache.
    private const int SmallBasket = 16 * 1024, SmallGap = 4 * 1024;

    private readonly GrowingBuffer _buffer = new();
    private readonly List<(long First, ByteRange Range)> _wanted = [];
    private readonly List<ByteRange> _ranges = [];
    private readonly List<ByteRange> _requests = [];
    private readonly List<int> _starts = [];
    private ByteSource? _source;
    private long _first;
    private long _end;
    private Task? _pending;
    private CancellationTokenSource? _stop;

    /// <summary>Whether this is what was fetched, or is being fetched, of a range of entries.</summary>
    internal bool Is(ByteSource source, long first, long end) => _source == source && _first == first && _end == end;

    /// <summary>Decides what to fetch.</summary>
    /// <param name="readers">The readers of the branches.</param>
    /// <param name="first">First entry.</param>
    /// <param name="end">First entry behind the range.</param>
    /// <param name="limit">Most bytes.</param>
    /// <param name="before">What is at hand of the range before; null to fetch whatever the readers do not hold.</param>
    internal void Plan(IReadOnlyList<BranchReader> readers, long first, long end, int limit, FetchedBaskets? before)
    {
        var source = readers[0].Branch.Tree.File.Source;
        (_source, _first, _end) = (source, first, end);
        foreach (var reader in readers) Collect(reader, first, end, before);
        _wanted.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Range.Offset.CompareTo(b.Range.Offset));
        Choose(source, limit);
    }

    /// <summary>Fetches what was planned.</summary>
    internal void Read(ByteSource source) => source.Read(_requests, Room());

    /// <summary>Has the system bring what was planned into memory, and leaves only the small baskets to be fetched together.</summary>
    internal void Announce(ByteSource source, int limit)
    {
        source.Announce(_requests);
        _requests.Clear();
        _ranges.RemoveAll(static range => range.Length > SmallBasket);
        RangeCoalescer.Coalesce(_ranges, SmallGap, limit, _requests);
    }

    /// <summary>Starts to fetch what was planned.</summary>
    internal void Start(ByteSource source)
    {
        _stop = new CancellationTokenSource();
        _pending = source.ReadAsync(_requests, Room(), _stop.Token).AsTask();
    }

    /// <summary>Waits for what was started.</summary>
    internal void Wait()
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

    /// <summary>Drops what was fetched and stops what is on its way; the memory is kept.</summary>
    internal void Clear()
    {
        if (_pending is not null)
        {
            _stop!.Cancel();
            Blocking.WaitForEnd(_pending);      // until then bytes may still be written into the buffer
            Forget();
        }
        _source = null;
        _wanted.Clear();
        _ranges.Clear();
        _requests.Clear();
        _starts.Clear();
    }

    public void Dispose()
    {
        Clear();
        _buffer.Dispose();
    }

    /// <summary>The bytes of a range if they were fetched.</summary>
    internal bool TryGet(long offset, int length, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        var (low, high) = (0, _requests.Count - 1);
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

    private void Forget()
    {
        _stop!.Dispose();
        (_pending, _stop) = (null, null);
    }

    private Memory<byte> Room()
    {
        var total = 0;
        foreach (var request in _requests)
        {
            _starts.Add(total);
            total += request.Length;
        }
        _buffer.Ensure(total);
        return _buffer.Array.AsMemory(0, total);
    }

    private void Collect(BranchReader reader, long firstEntry, long endEntry, FetchedBaskets? before)
    {
        var branch = reader.Branch;
        var firsts = branch.BasketFirstEntries;
        for (var i = Math.Max(0, branch.FindBasket(firstEntry)); i < branch.BasketCount && firsts[i] < endEntry; i++)
        {
            if (branch.BasketBytes[i] == 0 || firsts[i + 1] <= firstEntry || reader.Holds(i)) continue;
            if (before is not null && firsts[i] < firstEntry && before.TryGet(branch.BasketSeeks[i], branch.BasketBytes[i], out _)) continue;
            _wanted.Add((firsts[i], new ByteRange(branch.BasketSeeks[i], branch.BasketBytes[i])));
        }
    }

    /// <summary>Takes baskets while they fit, then joins neighbours as far as the gaps between them fit too, and over a network as far as they are
    /// no more than a quarter of what is wanted.</summary>
    private void Choose(ByteSource source, int limit)
    {
        var room = (long)limit;
        foreach (var (_, range) in _wanted)
        {
            if (range.Length > room) break;
            _ranges.Add(range);
            room -= range.Length;
        }
        var most = source.IsRemote ? limit - room + ((limit - room) / 4) : limit;
        RangeCoalescer.Coalesce(_ranges, source.CoalescingGap, limit, _requests);
        var total = 0L;
        foreach (var request in _requests) total += request.Length;
        if (total <= Math.Min(limit, most)) return;
        _requests.Clear();
        RangeCoalescer.Coalesce(_ranges, 0, limit, _requests);
    }
}
