using System.Runtime.InteropServices;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Trees;

/// <summary>Fetches the compressed baskets of several branches for a range of entries in few requests, into a buffer of bounded size from which
/// the branches' readers then decode. One per worker, not thread-safe.</summary>
/// <remarks>Baskets are taken in the order in which their entries come until the buffer is full; the remaining ones are fetched one by one when they are needed.</remarks>
public sealed class BasketPrefetch : IDisposable
{
    /// <summary>Default size of the buffer: 8 MiB.</summary>
    public const int DefaultLimit = 8 << 20;

    private readonly int _limit;
    private readonly GrowingBuffer _buffer = new();
    private readonly List<(long First, ByteRange Range)> _wanted = [];
    private readonly List<ByteRange> _ranges = [];
    private readonly List<ByteRange> _requests = [];
    private readonly List<int> _starts = [];

    /// <summary>An empty buffer of at most <paramref name="limit"/> bytes.</summary>
    public BasketPrefetch(int limit = DefaultLimit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        _limit = limit;
    }

    /// <summary>Fetches the baskets with entries from <paramref name="firstEntry"/> up to <paramref name="endEntry"/>, all of one file, and makes the readers use them.
    /// What was fetched before is dropped.</summary>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched.</exception>
    public void Load(IReadOnlyList<BranchReader> readers, long firstEntry, long endEntry)
    {
        Clear();
        if (readers.Count == 0 || endEntry <= firstEntry) return;
        var source = readers[0].Branch.Tree.File.Source;
        foreach (var reader in readers)
        {
            if (reader.Branch.Tree.File.Source != source) throw new ArgumentException("the readers belong to different files", nameof(readers));
            reader.Prefetch = this;
            Collect(reader, firstEntry, endEntry);
        }
        _wanted.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Range.Offset.CompareTo(b.Range.Offset));
        Plan(source.CoalescingGap);
        var total = 0;
        foreach (var request in _requests)
        {
            _starts.Add(total);
            total += request.Length;
        }
        var buffer = _buffer.Ensure(total);
        for (var i = 0; i < _requests.Count; i++) source.Read(_requests[i].Offset, buffer.Slice(_starts[i], _requests[i].Length));
    }

    /// <summary>Drops what was fetched; the memory is kept for the next range.</summary>
    public void Clear()
    {
        _wanted.Clear();
        _ranges.Clear();
        _requests.Clear();
        _starts.Clear();
    }

    /// <summary>Returns the memory; the readers then fetch each basket by itself.</summary>
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

    private void Collect(BranchReader reader, long firstEntry, long endEntry)
    {
        var branch = reader.Branch;
        var firsts = branch.BasketFirstEntries;
        for (var i = Math.Max(0, branch.FindBasket(firstEntry)); i < branch.BasketCount && firsts[i] < endEntry; i++)
        {
            if (branch.BasketBytes[i] > 0 && firsts[i + 1] > firstEntry && !reader.Holds(i)) _wanted.Add((firsts[i], new ByteRange(branch.BasketSeeks[i], branch.BasketBytes[i])));
        }
    }

    /// <summary>Takes baskets while they fit, then joins neighbours as far as the gaps between them fit too.</summary>
    private void Plan(int gap)
    {
        var room = (long)_limit;
        foreach (var (_, range) in _wanted)
        {
            if (range.Length > room) break;
            _ranges.Add(range);
            room -= range.Length;
        }
        RangeCoalescer.Coalesce(_ranges, gap, _limit, _requests);
        var total = 0L;
        foreach (var request in _requests) total += request.Length;
        if (total <= _limit) return;
        _requests.Clear();
        RangeCoalescer.Coalesce(_ranges, 0, _limit, _requests);
    }
}
