using System.Runtime.CompilerServices;
using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Storages;

/// <content>Entries that code fills one after the other wait here until there are enough of them to be put into bins together, which is much faster. Whoever
/// looks at the storage, or adds in another way, flushes them first.</content>
public sealed partial class HistogramStorage
{
    private const int MostWaiting = 256, WaitingBytes = 2 * MostWaiting * sizeof(double);

    private readonly RegularAxis? _onlyAxis;
    private double[] _waiting = [];              // values, and behind them their weights
    private int _waitingCount;

    /// <summary>Whether entries can wait: there is a single axis, with bins of equal width.</summary>
    internal bool CanWait
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _onlyAxis is not null;
    }

    /// <summary>Adds one entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddLater(double x, double weight)
    {
        var (waiting, count) = (_waiting, _waitingCount);
        if (waiting.Length != 2 * MostWaiting) waiting = _waiting = new double[2 * MostWaiting];
        waiting[count] = x;
        waiting[MostWaiting + count] = weight;
        _waitingCount = ++count;
        if (count == MostWaiting) FlushWaiting();
    }

    private void Flush()
    {
        if (_waitingCount > 0) FlushWaiting();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FlushWaiting()
    {
        var count = _waitingCount;
        _waitingCount = 0;
        Span<int> cells = stackalloc int[MostWaiting];
        cells = cells[..count];
        var values = _waiting.AsSpan(0, count);
        if (_onlyAxis!.Accumulate(values, 1, cells))
            foreach (var value in values) _nanCount += double.IsNaN(value) ? 1 : 0;
        Add(cells, _waiting.AsSpan(MostWaiting, count));
    }
}
