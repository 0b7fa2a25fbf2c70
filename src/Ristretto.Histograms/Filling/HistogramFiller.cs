using System.Runtime.CompilerServices;
using Ristretto.Histograms.Storages;

namespace Ristretto.Histograms.Filling;

/// <summary>Fills a histogram from a loop over events: <see cref="Histogram.Filler"/>, taken before the loop, has found out where the entries of the events at hand
/// go, which <see cref="Histogram.Fill(double)"/> does for every entry.</summary>
public readonly ref struct HistogramFiller
{
    private readonly Histogram _histogram;
    private readonly HistogramStorage _storage;

    internal HistogramFiller(Histogram histogram, HistogramStorage storage) => (_histogram, _storage) = (histogram, storage);

    /// <summary>Adds one entry of weight one.</summary>
    /// <exception cref="ArgumentException">The histogram has more variables, or categories.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(double x)
    {
        if (!_storage.TryAddLater(x)) _histogram.Fill(x);
    }

    /// <summary>Adds one entry.</summary>
    /// <exception cref="ArgumentException">The histogram has more variables, or categories.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(double x, double weight)
    {
        if (!_storage.TryAddLater(x, weight)) _histogram.Fill(x, weight);
    }
}
