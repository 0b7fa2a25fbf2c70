using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ristretto.Histograms.Storages;

public sealed partial class HistogramStorage
{
    /// <summary>Adds one entry. A negative cell is left out.</summary>
    internal void Add(int cell, double weight)
    {
        if (cell < 0) return;
        Prepare(weight != 1);
        if (HasPages)
        {
            _entries += AddPaged([cell], [weight]);
            return;
        }
        _entries++;
        _filledBlocks[cell >> BlockShift] = 1;
        if (_isPaired)
        {
            _cells[2 * cell] += weight;
            _cells[2 * cell + 1] += weight * weight;
        }
        else
        {
            _cells[cell] += weight;
        }
    }

    /// <summary>Adds an entry of weight one to each of these cells, in this order. Negative cells are left out.</summary>
    internal void Add(ReadOnlySpan<int> cells)
    {
        Prepare(areWeighted: false);
        _entries += HasPages ? AddPaged(cells, default) : _isPaired ? AddOnePairs(cells) : AddOnes(cells);
    }

    /// <summary>Adds an entry of the given weight to each of these cells, in this order. Negative cells are left out.</summary>
    internal void Add(ReadOnlySpan<int> cells, ReadOnlySpan<double> weights)
    {
        if (cells.Length != weights.Length) throw new ArgumentException($"{cells.Length} entries do not have {weights.Length} weights");
        var areWeighted = _isPaired || weights.ContainsAnyExcept(1.0);
        Prepare(areWeighted);
        if (HasPages) _entries += AddPaged(cells, areWeighted ? weights : default);
        else if (_isPaired) _entries += AddPairs(cells, weights);
        else if (areWeighted) _entries += AddWeights(cells, weights);
        else _entries += AddOnes(cells);
    }

    /// <summary>Makes the cells ready for entries: there are none before the first, and no pairs before the first weight other than one.</summary>
    private void Prepare(bool areWeighted)
    {
        if (areWeighted && Kind == StorageKind.Integer) RefuseWeight();
        Flush();
        Changed();
        _hasWeights |= areWeighted;
        if (HasPages) PreparePages(areWeighted);
        else if (areWeighted && !_isPaired && Kind == StorageKind.Weighted) MakePairs();
        else if (_cells.Length == 0) _cells = new double[Length];
    }

    [DoesNotReturn]
    private static void RefuseWeight() => throw new InvalidOperationException("a histogram of integers takes entries of weight one; one made without WithIntegers takes weights");

    private void MakePairs()
    {
        var sums = _cells;
        (_cells, _isPaired) = (new double[checked(2 * Length)], true);
        AddTwice(sums, _cells);
    }

    // The loops below check every cell once, and by that one check leave out negative cells too; the references then need no further check.

    private int AddOnePairs(ReadOnlySpan<int> cells)
    {
        ref var pairs = ref Unsafe.As<double, Vector128<double>>(ref MemoryMarshal.GetArrayDataReference(_cells));
        ref var filled = ref MemoryMarshal.GetArrayDataReference(_filledBlocks);
        var (length, added, one) = (Length, cells.Length, Vector128<double>.One);
        foreach (var cell in cells)
        {
            if ((uint)cell >= (uint)length) { added -= LeaveOut(cell); continue; }
            Unsafe.Add(ref filled, cell >> BlockShift) = 1;
            Unsafe.Add(ref pairs, cell) += one;
        }
        return added;
    }

    private int AddPairs(ReadOnlySpan<int> cells, ReadOnlySpan<double> weights)
    {
        ref var pairs = ref Unsafe.As<double, Vector128<double>>(ref MemoryMarshal.GetArrayDataReference(_cells));
        ref var filled = ref MemoryMarshal.GetArrayDataReference(_filledBlocks);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        var (length, added) = (Length, cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if ((uint)cell >= (uint)length) { added -= LeaveOut(cell); continue; }
            var w = Vector128.CreateScalarUnsafe(Unsafe.Add(ref weight, i));
            Unsafe.Add(ref filled, cell >> BlockShift) = 1;
            Unsafe.Add(ref pairs, cell) += Vector128.Create(w.ToScalar(), w.ToScalar() * w.ToScalar());
        }
        return added;
    }

    private int AddOnes(ReadOnlySpan<int> cells)
    {
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_cells);
        ref var filled = ref MemoryMarshal.GetArrayDataReference(_filledBlocks);
        var (length, added) = (Length, cells.Length);
        foreach (var cell in cells)
        {
            if ((uint)cell >= (uint)length) { added -= LeaveOut(cell); continue; }
            Unsafe.Add(ref filled, cell >> BlockShift) = 1;
            Unsafe.Add(ref sums, cell) += 1;
        }
        return added;
    }

    private int AddWeights(ReadOnlySpan<int> cells, ReadOnlySpan<double> weights)
    {
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_cells);
        ref var filled = ref MemoryMarshal.GetArrayDataReference(_filledBlocks);
        var (length, added) = (Length, cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if ((uint)cell >= (uint)length) { added -= LeaveOut(cell); continue; }
            Unsafe.Add(ref filled, cell >> BlockShift) = 1;
            Unsafe.Add(ref sums, cell) += weights[i];
        }
        return added;
    }

    private static int LeaveOut(int cell) => cell < 0 ? 1 : throw new InvalidOperationException($"cell {cell} lies outside the histogram");
}
