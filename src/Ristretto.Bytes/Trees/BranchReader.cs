using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Memory;
using Ristretto.Bytes.Sources;

namespace Ristretto.Bytes.Trees;

/// <summary>Reads the values of one branch, best from the first entry to the last; any position is allowed. One per worker and branch, not thread-safe.
/// Holds one basket at a time and allocates nothing once its buffers have grown to the largest.</summary>
/// <remarks>Entry offsets stand behind the values in a basket. As long as nobody asks this reader for list lengths, decompression stops where the values
/// end, if the codec can; lengths are then the caller's, from the counter branch, and are checked against the basket's end.</remarks>
public sealed partial class BranchReader : IDisposable
{
    private readonly DecodeContext _context;
    private readonly BasketOrigin _origin;
    private readonly GrowingBuffer _scratch = new();
    private LoadedBasket _basket = new() { Index = -1, Bytes = [] };
    private bool _needsOffsets;
    private long _nextEntry = -1;    // where the last read ended: its entry and its position in the basket's values
    private int _nextByte;

    /// <summary>A reader of <paramref name="branch"/> that decodes with the worker's <paramref name="context"/>; the context must outlive it.</summary>
    public BranchReader(Branch branch, DecodeContext context) => (Branch, _context, _origin) = (branch, context, new BasketOrigin(branch));

    /// <summary>The branch.</summary>
    public Branch Branch { get; }

    /// <summary>Bytes that were fetched ahead; null to fetch each basket by itself.</summary>
    internal IFetchedBytes? Prefetch { get; set; }

    /// <summary>Whether a basket is the one held at present, so that it need not be fetched.</summary>
    internal bool Holds(int basket) => _basket.Index == basket && !(_needsOffsets && _basket.IsPartial);

    /// <summary>Copies the values of a range of entries in the machine's byte order: entry after entry, elements in stored order.</summary>
    /// <param name="firstEntry">First entry.</param>
    /// <param name="entryCount">Number of entries.</param>
    /// <param name="destination">Exactly as many bytes as these entries have: entries × size × fixed length, with a counter the sum of the counts
    /// × size × fixed length, for strings the sum of their lengths.</param>
    /// <exception cref="Errors.RootFormatException">The entries have another number of bytes, or a basket is damaged; names file, tree, branch, basket, offset.</exception>
    /// <exception cref="Errors.SourceException">The bytes could not be fetched.</exception>
    public void ReadValues(long firstEntry, int entryCount, Span<byte> destination)
    {
        CheckRange(firstEntry, entryCount);
        if (Branch.LeafType == LeafType.String)
        {
            ReadCharacters(firstEntry, entryCount, destination);
            return;
        }
        if (Branch.Counter is null) CheckFixedLength(firstEntry, entryCount, destination.Length);
        var (entry, end, filled) = (firstEntry, firstEntry + entryCount, 0);
        while (entry < end)
        {
            Load(entry);
            var stop = Math.Min(end, _basket.End);
            var from = PositionOf(entry);
            var to = EndOf(stop, from, destination.Length - filled);
            if (to < from || to > _basket.ValueBytes || to - from > destination.Length - filled) FailLength(entry, stop, to - from, destination.Length - filled);
            ByteOrder.Copy(_basket.Values(from, to), destination.Slice(filled, to - from), Branch.LeafType);
            (filled, entry, _nextEntry, _nextByte) = (filled + to - from, stop, stop, to);
        }
        if (filled != destination.Length) FailLength(firstEntry, end, filled, destination.Length);
    }

    /// <summary>Returns the buffers; the context stays with its owner.</summary>
    public void Dispose()
    {
        _scratch.Dispose();
        _counts?.Dispose();
        _basket = new LoadedBasket { Index = -1, Bytes = [] };
    }

    /// <summary>Where the values of an entry of the present basket start.</summary>
    private int PositionOf(long entry)
    {
        if (Branch.Counter is null) return (int)(entry - _basket.First) * Branch.Stride;
        if (entry == _basket.First) return 0;
        if (entry == _nextEntry) return _nextByte;
        NeedOffsets(entry);
        return _basket.OffsetsAt >= 0 ? _basket.OffsetOf(entry) : CountedBytes(_basket.First, entry);
    }

    /// <summary>Where the values before entry <paramref name="stop"/> end: from the basket where it says, otherwise what the caller expects.</summary>
    private int EndOf(long stop, int from, int expected)
    {
        if (stop == _basket.End) return _basket.ValueBytes;
        if (Branch.Counter is null) return (int)(stop - _basket.First) * Branch.Stride;
        if (_basket.OffsetsAt >= 0) return _basket.OffsetOf(stop);
        return expected > _basket.ValueBytes - from ? int.MaxValue : from + expected;
    }

    private void CheckRange(long firstEntry, int entryCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstEntry);
        ArgumentOutOfRangeException.ThrowIfNegative(entryCount);
        if (firstEntry > Branch.Entries - entryCount)
            throw Branch.Error($"entries {firstEntry} to {firstEntry + entryCount} were asked for, the branch has {Branch.Entries} and its tree {Branch.Tree.Entries}");
    }

    private void CheckFixedLength(long firstEntry, int entryCount, int length)
    {
        if ((long)entryCount * Branch.Stride != length)
            throw Branch.Error($"{entryCount} entries from {firstEntry} have {(long)entryCount * Branch.Stride} bytes, room is for {length}");
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void FailLength(long first, long end, int found, int expected)
    {
        _origin.Throw(0, found == int.MaxValue || found < 0
            ? $"entries {first} to {end} need {expected} bytes by their counts, more than the basket has"
            : $"entries {first} to {end} have {found} bytes, their counts say {expected}");
    }
}
