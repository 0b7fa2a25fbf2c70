using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ristretto.Columns.Accumulation;

namespace Ristretto.Histograms.Storages;

/// <content>The cells of a large histogram: pages, each made when something is filled into it. Of a thousand histograms of twenty thousand cells the threads then hold what they fill and no more, and what
/// they may hold ahead of each other is limited; a product of categories of which few occur takes the memory of those few. Sums are the same, bit by bit, as those of an array.</content>
public sealed partial class HistogramStorage
{
    /// <summary>From so many cells on there are pages; below, all cells together hardly take more than the second-level cache.</summary>
    internal const int PagedFrom = 1 << 14;

    private const int PageMask = LaneMemory.PageLength - 1;

    private static readonly double[] s_ones = [.. Enumerable.Repeat(1.0, 256)];

    private double[]?[] _pages = [];
    private Lane? _owner;

    Lane? IPagedContent.Owner
    {
        set => _owner = value;
    }

    /// <summary>Number of pages that there are.</summary>
    internal int PageCount => _pages.Count(page => page is not null);

    private bool HasPages => Length >= PagedFrom;

    private long LargestPages => PagesFor(LargestCells / sizeof(double));

    private static int PagesFor(long numbers) => (int)((numbers + PageMask) >> LaneMemory.PageShift);

    /// <summary>Adds an entry to each of these cells, of weight one without weights.</summary>
    private int AddPaged(ReadOnlySpan<int> cells, ReadOnlySpan<double> weights)
    {
        if (!weights.IsEmpty) return _isPaired ? AddPagedPairs(cells, weights) : AddPagedSums(cells, weights);
        var added = 0;
        for (; cells.Length > s_ones.Length; cells = cells[s_ones.Length..]) added += AddPaged(cells[..s_ones.Length], s_ones);
        return added + (cells.IsEmpty ? 0 : AddPaged(cells, s_ones.AsSpan(0, cells.Length)));
    }

    private int AddPagedPairs(ReadOnlySpan<int> cells, ReadOnlySpan<double> weights)
    {
        ref var pages = ref MemoryMarshal.GetArrayDataReference(_pages);
        ref var filled = ref MemoryMarshal.GetArrayDataReference(_filledBlocks);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        var (length, added) = (Length, cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if ((uint)cell >= (uint)length) { added -= LeaveOut(cell); continue; }
            var page = Unsafe.Add(ref pages, cell >> (LaneMemory.PageShift - 1)) ?? TouchPage(cell >> (LaneMemory.PageShift - 1));
            var w = Vector128.CreateScalarUnsafe(Unsafe.Add(ref weight, i));
            Unsafe.Add(ref filled, cell >> BlockShift) = 1;
            Unsafe.Add(ref Unsafe.As<double, Vector128<double>>(ref MemoryMarshal.GetArrayDataReference(page)), cell & (PageMask >> 1)) += Vector128.Create(w.ToScalar(), w.ToScalar() * w.ToScalar());
        }
        return added;
    }

    private int AddPagedSums(ReadOnlySpan<int> cells, ReadOnlySpan<double> weights)
    {
        ref var pages = ref MemoryMarshal.GetArrayDataReference(_pages);
        ref var filled = ref MemoryMarshal.GetArrayDataReference(_filledBlocks);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        var (length, added) = (Length, cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if ((uint)cell >= (uint)length) { added -= LeaveOut(cell); continue; }
            var page = Unsafe.Add(ref pages, cell >> LaneMemory.PageShift) ?? TouchPage(cell >> LaneMemory.PageShift);
            Unsafe.Add(ref filled, cell >> BlockShift) = 1;
            Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(page), cell & PageMask) += Unsafe.Add(ref weight, i);
        }
        return added;
    }

    private void PreparePages(bool areWeighted)
    {
        var arePairsWanted = areWeighted && !_isPaired && Kind == StorageKind.Weighted;
        if (_pages.Length == 0) _pages = new double[]?[PagesFor((arePairsWanted || _isPaired ? 2L : 1L) * Length)];
        else if (arePairsWanted) PairPages();
        _isPaired |= arePairsWanted;
    }

    // A page of sums becomes two of pairs; the two need not both be there.
    private void PairPages()
    {
        var sums = _pages;
        _pages = new double[]?[PagesFor(2L * Length)];
        for (var block = 0; block < _filledBlocks.Length; block++)
        {
            if (_filledBlocks[block] == 0) continue;
            var from = block << BlockShift;
            var count = Math.Min(BlockCells, Length - from);
            AddTwice(sums[from >> LaneMemory.PageShift].AsSpan(from & PageMask, count), PageBlock(2 * from, 2 * count, mayTouch: true));
        }
        foreach (var page in sums) Return(page, clear: true);
    }

    private static bool AreZero(ReadOnlySpan<double> numbers) => !MemoryMarshal.Cast<double, long>(numbers).ContainsAnyExcept(0);     // minus zero is none

    private void TouchPageOf(int block)
    {
        var page = (block << BlockShift) * (_isPaired ? 2 : 1) >> LaneMemory.PageShift;
        if (_pages[page] is null) TouchPage(page);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private double[] TouchPage(int page) => _pages[page] = _owner is { } lane ? lane.TakePage() : LaneMemory.NewPage();

    private Span<double> PageBlock(int at, int length, bool mayTouch = false)
    {
        var index = at >> LaneMemory.PageShift;
        var page = _pages[index] ?? (mayTouch ? TouchPage(index) : throw new InvalidOperationException("a marked block has no page"));
        return page.AsSpan(at & PageMask, length);
    }

    /// <summary>Gives all pages back, whose marked blocks are zeros by now.</summary>
    private void ReturnPages()
    {
        foreach (var page in _pages) Return(page, clear: false);
        (_pages, _isPaired) = ([], false);
    }

    private void Return(double[]? page, bool clear)
    {
        if (page is null || _owner is not { } lane) return;
        if (clear) page.AsSpan().Clear();
        lane.ReturnPage(page);
    }
}
