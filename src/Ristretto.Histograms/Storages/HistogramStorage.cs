using System.Numerics;
using Ristretto.Columns.Accumulation;
using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Storages;

/// <summary>The cells of a histogram: flat, row-major with the last axis fastest, flow bins included.</summary>
/// <remarks>Every cell is added to entry by entry, in the order of the entries, and never through partial sums: how the entries are divided
/// into blocks cannot change a bit of the result. Blocks of cells that were filled are marked, so that merging and clearing touch no others.
/// <para>Few cells lie in one array; many lie in pages that are there once something is filled into them (<c>HistogramStorage.Pages.cs</c>).</para></remarks>
public sealed partial class HistogramStorage : IMergeable<HistogramStorage>, IPagedContent
{
    // Cells of one mark: fine enough for a large and sparsely filled histogram, coarse enough to copy with wide instructions.
    private const int BlockShift = 5;
    private const int BlockCells = 1 << BlockShift;
    private const double MostInteger = 1L << 53;

    // Sums of w. Weighted: from the first weight other than one on pairs (sum of w, sum of w*w), so that one fill touches one place; before,
    // the two sums are the same number, which is kept once: half the memory, and so more of it in the cache. Empty before the first entry.
    private double[] _cells = [];
    private bool _isPaired;
    private readonly byte[] _filledBlocks;
    // Copies for readers. Held weakly: whoever looks at every histogram of a run once should not hold them all twice.
    private WeakReference<double[]>? _values;
    private WeakReference<double[]>? _variances;

    private double _entries;
    private double _nanCount;
    private bool _hasWeights;

    internal HistogramStorage(int length, StorageKind kind, RegularAxis? onlyAxis)
    {
        (Length, Kind, _onlyAxis) = (length, kind, onlyAxis);
        _filledBlocks = new byte[(length + BlockCells - 1) >> BlockShift];
    }

    /// <summary>Number of cells.</summary>
    public int Length { get; }

    /// <summary>What each cell holds.</summary>
    public StorageKind Kind { get; }

    /// <summary>Number of entries, whatever their weight, flow included.</summary>
    public double Entries
    {
        get
        {
            Flush();
            return _entries;
        }
    }

    /// <summary>Number of entries with a NaN among their coordinates; they are in overflow bins.</summary>
    public double NanCount
    {
        get
        {
            Flush();
            return _nanCount;
        }
    }

    /// <summary>Whether the variances are known.</summary>
    public bool HasVariances
    {
        get
        {
            Flush();
            return Kind == StorageKind.Weighted || !_hasWeights;
        }
    }

    /// <summary>Sums of weights, one per cell.</summary>
    public ReadOnlySpan<double> Values => Extract(ref _values, 0);

    /// <summary>Sums of squared weights, one per cell.</summary>
    /// <exception cref="InvalidOperationException">Weights were filled into a storage of counts.</exception>
    public ReadOnlySpan<double> Variances =>
        HasVariances ? Extract(ref _variances, _isPaired ? 1 : 0) : throw new InvalidOperationException("a storage of counts that was filled with weights knows no variances");

    /// <inheritdoc/>
    public bool IsEmpty => Entries == 0 && NanCount == 0;

    /// <inheritdoc/>
    public long CopyBytes => (HasPages ? sizeof(long) * LargestPages : LargestCells) + _filledBlocks.Length + (CanWait ? WaitingBytes : 0);

    /// <inheritdoc/>
    public long PagedBytes => HasPages ? LargestPages * LaneMemory.PageBytes : 0;

    /// <inheritdoc/>
    public long GrowthBytes => HasPages ? (LargestPages - _pages.Count(page => page is not null)) * LaneMemory.PageBytes : LargestCells - sizeof(double) * (long)_cells.Length;

    private long LargestCells => (Kind == StorageKind.Weighted ? 2L : 1L) * sizeof(double) * Length;

    /// <inheritdoc/>
    public HistogramStorage CreateEmpty() => new(Length, Kind, _onlyAxis);

    /// <inheritdoc/>
    public void Merge(HistogramStorage other)
    {
        if (other.Length != Length || other.Kind != Kind) throw new ArgumentException("storages of different shape cannot be merged", nameof(other));
        if (other.Entries == 0 && other.NanCount == 0) return;
        Prepare(other._hasWeights || other._isPaired);
        for (var block = 0; block < _filledBlocks.Length; block++)
        {
            if (other._filledBlocks[block] == 0) continue;
            if (HasPages) TouchPageOf(block);
            _filledBlocks[block] = 1;
            if (_isPaired && !other._isPaired) AddTwice(other.Block(block), Block(block));
            else Add(other.Block(block), Block(block));
        }
        _entries += other._entries;
        _nanCount += other._nanCount;
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _waitingCount = 0;
        if (Entries == 0 && NanCount == 0) return;
        for (var block = 0; block < _filledBlocks.Length; block++)
            if (_filledBlocks[block] != 0) Block(block).Clear();
        if (HasPages) ReturnPages();
        _filledBlocks.AsSpan().Clear();
        (_entries, _nanCount, _hasWeights) = (0, 0, false);
        Changed();
    }

    /// <summary>Counts entries with a NaN among their coordinates.</summary>
    internal void AddNaN(int count) => _nanCount += count;

    /// <summary>Replaces the content. <paramref name="variances"/> are ignored by a storage of counts.</summary>
    internal void Set(ReadOnlySpan<double> values, ReadOnlySpan<double> variances, double entries, double nanCount)
    {
        if (Kind == StorageKind.Integer)
            foreach (var value in values)
                if (!(Math.Abs(value) <= MostInteger && Math.Truncate(value) == value)) throw new ArgumentException($"{value:R} is no integer that a histogram of integers can hold");
        Prepare(Kind == StorageKind.Weighted);
        for (var block = 0; block < _filledBlocks.Length; block++)
        {
            var (from, count) = (block << BlockShift, Math.Min(BlockCells, Length - (block << BlockShift)));
            if (HasPages && _filledBlocks[block] == 0 && AreZero(values.Slice(from, count)) && (!_isPaired || AreZero(variances.Slice(from, count)))) continue;
            if (HasPages) TouchPageOf(block);
            _filledBlocks[block] = 1;
            var cells = Block(block);
            for (var i = 0; i < count; i++)
            {
                if (_isPaired) (cells[2 * i], cells[2 * i + 1]) = (values[from + i], variances[from + i]);
                else cells[i] = values[from + i];
            }
        }
        (_entries, _nanCount) = (entries, nanCount);
        _hasWeights = Kind == StorageKind.Weighted || (!variances.IsEmpty && !values.SequenceEqual(variances));
    }

    private static void Add(ReadOnlySpan<double> from, Span<double> to)
    {
        var i = 0;
        for (; i <= to.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(to[i..]) + new Vector<double>(from[i..])).CopyTo(to[i..]);
        for (; i < to.Length; i++) to[i] += from[i];
    }

    /// <summary>Adds sums of entries of weight one to pairs.</summary>
    private static void AddTwice(ReadOnlySpan<double> sums, Span<double> pairs)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            pairs[2 * i] += sums[i];
            pairs[2 * i + 1] += sums[i];
        }
    }

    private Span<double> Block(int block)
    {
        var (from, width) = (block << BlockShift, _isPaired ? 2 : 1);
        return HasPages ? PageBlock(from * width, Math.Min(BlockCells, Length - from) * width) : _cells.AsSpan(from * width, Math.Min(BlockCells, Length - from) * width);
    }

    private double[] Extract(ref WeakReference<double[]>? known, int offset)
    {
        Flush();
        if (known is not null && known.TryGetTarget(out var result)) return result;
        result = new double[Length];
        var width = _isPaired ? 2 : 1;
        for (var i = 0; i < Math.Min(Length, _cells.Length); i++) result[i] = _cells[i * width + offset];
        for (var block = 0; HasPages && block < _filledBlocks.Length; block++)
        {
            if (_filledBlocks[block] == 0) continue;
            var cells = Block(block);
            for (var i = 0; i * width < cells.Length; i++) result[(block << BlockShift) + i] = cells[i * width + offset];
        }
        known = new(result);
        return result;
    }

    private void Changed() => (_values, _variances) = (null, null);
}
