using System.Numerics;
using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;

namespace Ristretto.Histograms.Storages;

/// <summary>The cells of a histogram with several sums of weights: those of a cell side by side, cells row-major with the last axis fastest, flow included.</summary>
internal sealed class MultiStorage(int length, int sums) : IMergeable<MultiStorage>
{
    private double[] _cells = [];

    internal double Entries { get; private set; }

    internal double NanCount { get; private set; }

    public bool IsEmpty => Entries == 0 && NanCount == 0;

    public long CopyBytes => sizeof(double) * (long)length * sums;

    public long GrowthBytes => CopyBytes - sizeof(double) * (long)_cells.Length;

    public MultiStorage CreateEmpty() => new(length, sums);

    public void Merge(MultiStorage other)
    {
        if (other._cells.Length > 0)
        {
            var mine = Filled();
            var i = 0;
            for (; i <= mine.Length - Vector<double>.Count; i += Vector<double>.Count) (new Vector<double>(mine, i) + new Vector<double>(other._cells, i)).CopyTo(mine, i);
            for (; i < mine.Length; i++) mine[i] += other._cells[i];
        }
        (Entries, NanCount) = (Entries + other.Entries, NanCount + other.NanCount);
    }

    public void Clear()
    {
        _cells.AsSpan().Clear();
        (Entries, NanCount) = (0, 0);
    }

    internal void AddNaN() => NanCount++;

    internal void Add(int cell, ReadOnlySpan<double> weights)
    {
        if (cell < 0) return;
        var target = Filled().AsSpan(cell * sums, sums);
        for (var i = 0; i < sums; i++) target[i] += weights[i];
        Entries++;
    }

    /// <summary>Adds an entry to each of these cells, with the weights of the events from <paramref name="first"/> on; negative cells are left out.</summary>
    internal void Add(ReadOnlySpan<int> cells, ReadOnlySpan<Column<double>> weights, int first)
    {
        var target = Filled();
        for (var sum = 0; sum < sums; sum++)
        {
            var mine = weights[sum].AsSpan().Slice(first, cells.Length);
            for (var i = 0; i < cells.Length; i++)
                if (cells[i] >= 0) target[cells[i] * sums + sum] += mine[i];
        }
        foreach (var cell in cells)
            if (cell >= 0) Entries++;
    }

    internal double[] Read(int sum)
    {
        var result = new double[length];
        for (var cell = 0; cell < length && _cells.Length > 0; cell++) result[cell] = _cells[cell * sums + sum];
        return result;
    }

    private double[] Filled() => _cells.Length > 0 ? _cells : _cells = new double[checked(length * sums)];
}
