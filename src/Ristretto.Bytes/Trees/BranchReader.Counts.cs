namespace Ristretto.Bytes.Trees;

/// <content>Lengths of lists and strings.</content>
public sealed partial class BranchReader
{
    private CounterReader? _counts;

    /// <summary>The number of list elements, or of a string's bytes, of a range of entries: from the stored offsets, or from the counter branch where
    /// a basket has none.</summary>
    /// <param name="firstEntry">First entry.</param>
    /// <param name="entryCount">Number of entries.</param>
    /// <param name="counts">Receives one length per entry.</param>
    /// <exception cref="Errors.RootFormatException">A basket is damaged, or a length is negative or no whole number of elements.</exception>
    /// <exception cref="InvalidOperationException">The entries of this branch have a fixed length.</exception>
    public void ReadCounts(long firstEntry, int entryCount, Span<int> counts)
    {
        if (!Branch.IsVariable) throw new InvalidOperationException($"{Branch.Name} has one fixed length, no counts");
        ArgumentOutOfRangeException.ThrowIfNotEqual(counts.Length, entryCount);
        CheckRange(firstEntry, entryCount);
        _needsOffsets = true;
        var (entry, end) = (firstEntry, firstEntry + entryCount);
        while (entry < end)
        {
            Load(entry);
            var stop = Math.Min(end, _basket.End);
            var part = counts.Slice((int)(entry - firstEntry), (int)(stop - entry));
            if (Branch.LeafType == LeafType.String) ReadStringLengths(entry, part);
            else if (_basket.OffsetsAt >= 0) ReadOffsetDifferences(entry, part);
            else (_counts ??= new CounterReader(Branch.Counter!, _context)).Read(entry, part);
            entry = stop;
        }
    }

    /// <summary>The number of bytes that <see cref="ReadValues"/> copies for a range of entries.</summary>
    /// <exception cref="Errors.RootFormatException">A basket is damaged, or the entries have 2 GiB or more.</exception>
    public int ValueBytes(long firstEntry, int entryCount)
    {
        CheckRange(firstEntry, entryCount);
        if (!Branch.IsVariable && Branch.FixedLength > 1 && entryCount > 0) Load(firstEntry);      // refuses a fixed length that the basket does not have
        if (!Branch.IsVariable) return ToInt((long)entryCount * Branch.Stride, firstEntry, entryCount);
        _needsOffsets = true;
        var (entry, end, total) = (firstEntry, firstEntry + entryCount, 0L);
        while (entry < end)
        {
            Load(entry);
            var stop = Math.Min(end, _basket.End);
            if (Branch.LeafType == LeafType.String) total += StringBytes(entry, stop);
            else if (entry == _basket.First && stop == _basket.End) total += _basket.ValueBytes;
            else if (_basket.OffsetsAt >= 0) total += Math.Max(0, _basket.OffsetOf(stop) - _basket.OffsetOf(entry));
            else total += CountedBytes(entry, stop);
            entry = stop;
        }
        return ToInt(total, firstEntry, entryCount);
    }

    private void ReadOffsetDifferences(long entry, Span<int> counts)
    {
        var stride = Branch.Stride;
        var from = _basket.OffsetOf(entry);
        for (var i = 0; i < counts.Length; i++)
        {
            var to = _basket.OffsetOf(entry + i + 1);
            var (count, rest) = Math.DivRem(to - from, stride);
            if (rest != 0 || count < 0) _origin.Throw(0, $"entry {entry + i} has {to - from} bytes by its offsets, elements have {stride}");
            counts[i] = count;
            from = to;
        }
    }

    /// <summary>Bytes of entries of the present basket, added up from the counter branch.</summary>
    private int CountedBytes(long entry, long stop)
    {
        var elements = (_counts ??= new CounterReader(Branch.Counter!, _context)).Sum(entry, stop);
        if (elements > _basket.ValueBytes / Branch.Stride) _origin.Throw(0, $"entries {entry} to {stop} have {elements} elements by their counts, the basket has {_basket.ValueBytes / Branch.Stride}");
        return (int)elements * Branch.Stride;
    }

    private int ToInt(long bytes, long firstEntry, int entryCount) =>
        bytes <= int.MaxValue ? (int)bytes : throw Branch.Error($"{entryCount} entries from {firstEntry} have {bytes} bytes, more than fit into one buffer");
}
