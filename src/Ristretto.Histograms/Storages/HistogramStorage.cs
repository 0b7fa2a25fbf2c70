using System.Numerics;
using Ristretto.Columns.Accumulation;

namespace Ristretto.Histograms.Storages;

/// <summary>The cells of a histogram: flat, row-major with the last axis fastest, flow bins included.</summary>
/// <remarks>Every cell is added to entry by entry, in the order of the entries, and never through partial sums: how the entries are divided
/// into blocks cannot change a bit of the result. Blocks of cells that were filled are marked, so that merging and clearing touch no others.</remarks>
public sealed partial class HistogramStorage : IMergeable<HistogramStorage>
{
    // Cells of one mark: fine enough for a large and sparsely filled histogram, coarse enough to copy with wide instructions.
    private const int BlockShift = 5;
    private const int BlockCells = 1 << BlockShift;

    // Weighted: (sum of w, sum of w*w) pairs, so that one fill touches one place; Count: sums of w.
    private readonly double[] _cells;
    private readonly byte[] _filledBlocks;
    private readonly int _width;
    // Copies for readers. Held weakly: whoever looks at every histogram of a run once should not hold them all twice.
    private WeakReference<double[]>? _values;
    private WeakReference<double[]>? _variances;

    internal HistogramStorage(int length, StorageKind kind)
    {
        (Length, Kind, _width) = (length, kind, kind == StorageKind.Weighted ? 2 : 1);
        _cells = new double[checked(length * _width)];
        _filledBlocks = new byte[(length + BlockCells - 1) >> BlockShift];
    }

    /// <summary>Number of cells.</summary>
    public int Length { get; }

    /// <summary>What each cell holds.</summary>
    public StorageKind Kind { get; }

    /// <summary>Number of entries, whatever their weight, flow included.</summary>
    public double Entries { get; internal set; }

    /// <summary>Number of entries with a NaN among their coordinates; they are in overflow bins.</summary>
    public double NanCount { get; internal set; }

    /// <summary>Whether the variances are known.</summary>
    public bool HasVariances => Kind == StorageKind.Weighted || !HasWeights;

    private bool HasWeights { get; set; }

    /// <summary>Sums of weights, one per cell.</summary>
    public ReadOnlySpan<double> Values => Extract(ref _values, 0);

    /// <summary>Sums of squared weights, one per cell.</summary>
    /// <exception cref="InvalidOperationException">Weights were filled into a storage of counts.</exception>
    public ReadOnlySpan<double> Variances =>
        HasVariances ? Extract(ref _variances, _width - 1) : throw new InvalidOperationException("a storage of counts that was filled with weights knows no variances");

    /// <inheritdoc/>
    public long CopyBytes => sizeof(double) * (long)_cells.Length + _filledBlocks.Length;

    /// <inheritdoc/>
    public HistogramStorage CreateEmpty() => new(Length, Kind);

    /// <inheritdoc/>
    public void Merge(HistogramStorage other)
    {
        if (other.Length != Length || other.Kind != Kind) throw new ArgumentException("storages of different shape cannot be merged", nameof(other));
        if (other.Entries == 0 && other.NanCount == 0) return;
        for (var block = 0; block < _filledBlocks.Length; block++)
        {
            if (other._filledBlocks[block] == 0) continue;
            _filledBlocks[block] = 1;
            Add(other.Block(block), Block(block));
        }
        Entries += other.Entries;
        NanCount += other.NanCount;
        HasWeights |= other.HasWeights;
        Changed();
    }

    /// <inheritdoc/>
    public void Clear()
    {
        if (Entries == 0 && NanCount == 0) return;
        for (var block = 0; block < _filledBlocks.Length; block++)
            if (_filledBlocks[block] != 0) Block(block).Clear();
        _filledBlocks.AsSpan().Clear();
        (Entries, NanCount, HasWeights) = (0, 0, false);
        Changed();
    }

    /// <summary>Replaces the content. <paramref name="variances"/> are ignored by a storage of counts.</summary>
    internal void Set(ReadOnlySpan<double> values, ReadOnlySpan<double> variances, double entries, double nanCount)
    {
        for (var i = 0; i < Length; i++)
        {
            _cells[i * _width] = values[i];
            if (_width == 2) _cells[i * 2 + 1] = variances[i];
        }
        _filledBlocks.AsSpan().Fill(1);
        (Entries, NanCount) = (entries, nanCount);
        HasWeights = Kind == StorageKind.Count && !variances.IsEmpty && !values.SequenceEqual(variances);
        Changed();
    }

    private static void Add(ReadOnlySpan<double> from, Span<double> to)
    {
        var i = 0;
        for (; i <= to.Length - Vector<double>.Count; i += Vector<double>.Count)
            (new Vector<double>(to[i..]) + new Vector<double>(from[i..])).CopyTo(to[i..]);
        for (; i < to.Length; i++) to[i] += from[i];
    }

    private Span<double> Block(int block)
    {
        var from = block << BlockShift;
        return _cells.AsSpan(from * _width, Math.Min(BlockCells, Length - from) * _width);
    }

    private double[] Extract(ref WeakReference<double[]>? known, int offset)
    {
        if (known is not null && known.TryGetTarget(out var result)) return result;
        result = new double[Length];
        for (var i = 0; i < result.Length; i++) result[i] = _cells[i * _width + offset];
        known = new(result);
        return result;
    }

    private void Changed() => (_values, _variances) = (null, null);
}
