using System.Runtime.CompilerServices;
using Ristretto.Histograms.Axes;

namespace Ristretto.Histograms.Storages;

/// <content>Entries that code fills one after the other wait here until there are enough of them to be put into bins together, which is much faster. Whoever
/// looks at the storage, or adds in another way, flushes them first.</content>
public sealed partial class HistogramStorage
{
    private const int MostWaiting = 256, WaitingBytes = 2 * MostWaiting * sizeof(double);

    private readonly RegularAxis? _onlyAxis;
    private double[] _waiting = [];              // none before the first entry, and never any where entries cannot wait
    private double[]? _waitingWeights;           // null while all weights are one
    private int _waitingCount;

    /// <summary>Whether entries can wait: there is a single axis, with bins of equal width.</summary>
    internal bool CanWait => _onlyAxis is not null;

    /// <summary>Adds one entry of weight one.</summary>
    /// <returns>False where entries cannot wait: nothing is added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryAddLater(double x)
    {
        var (waiting, count) = (_waiting, _waitingCount);
        if ((uint)count >= (uint)waiting.Length || _waitingWeights is not null) return TryAddLater(x, 1);
        waiting[count] = x;
        _waitingCount = count + 1;
        return true;
    }

    /// <summary>Adds one entry.</summary>
    /// <returns>False where entries cannot wait: nothing is added.</returns>
    internal bool TryAddLater(double x, double weight)
    {
        if (!CanWait) return false;
        if (_waiting.Length == 0) _waiting = new double[MostWaiting];
        if (_waitingCount == MostWaiting) FlushWaiting();
        if (weight != 1 && Kind == StorageKind.Integer) RefuseWeight();
        if (_waitingWeights is null && weight != 1) (_waitingWeights = new double[MostWaiting]).AsSpan(0, _waitingCount).Fill(1);
        if (_waitingWeights is { } weights) weights[_waitingCount] = weight;
        _waiting[_waitingCount++] = x;
        return true;
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
        if (_waitingWeights is { } weights) Add(cells, weights.AsSpan(0, count));
        else Add(cells);
    }
}
