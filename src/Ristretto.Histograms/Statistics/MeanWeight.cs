namespace Ristretto.Histograms.Statistics;

/// <summary>What one event more would weigh: Σw²/Σw of a bin, and for an empty bin that of the nearest filled one.</summary>
/// <remarks>Of two equally near the one with the lower index counts; 1 when all bins are empty. Bins without positive sums tell nothing and count as empty.</remarks>
public static class MeanWeight
{
    /// <summary>The mean weights of neighbouring bins.</summary>
    /// <exception cref="ArgumentException">The numbers of bins differ.</exception>
    public static double[] OfEmptyBins(ReadOnlySpan<double> sumsOfWeights, ReadOnlySpan<double> sumsOfSquaredWeights)
    {
        if (sumsOfSquaredWeights.Length != sumsOfWeights.Length)
            throw new ArgumentException($"{sumsOfWeights.Length} sums of weights and {sumsOfSquaredWeights.Length} of their squares do not go together", nameof(sumsOfSquaredWeights));
        var (weights, sources) = Start(sumsOfWeights, sumsOfSquaredWeights, _ => true);
        Spread(weights, sources, [1], [weights.Length], [true]);
        return Completed(weights);
    }

    /// <summary>The mean weights of all cells of a histogram, taken from those that are no flow. Distances are steps from cell to cell; along string categories, which have no distance,
    /// a weight goes only where all of a row is empty.</summary>
    internal static double[] OfCells(Histogram histogram)
    {
        var (weights, sources) = Start(histogram.Values, histogram.Variances, cell => !histogram.IsFlow(cell));
        int[] extents = [.. histogram.Axes.Select(axis => axis.Extent)];
        bool[] hasDistance = [.. histogram.Axes.Select((_, i) => i >= histogram.Categories.Count)];
        Spread(weights, sources, histogram.CellStrides, extents, hasDistance);
        Spread(weights, Filled(weights), histogram.CellStrides, extents, [.. hasDistance.Select(_ => true)]);
        return Completed(weights);
    }

    // NaN is what is not known yet.
    private static (double[] Weights, Queue<int> Sources) Start(ReadOnlySpan<double> sums, ReadOnlySpan<double> squares, Func<int, bool> mayTell)
    {
        var weights = new double[sums.Length];
        for (var i = 0; i < weights.Length; i++) weights[i] = sums[i] > 0 && squares[i] > 0 && mayTell(i) ? squares[i] / sums[i] : double.NaN;
        return (weights, Filled(weights));
    }

    private static Queue<int> Filled(double[] weights) => new(Enumerable.Range(0, weights.Length).Where(i => !double.IsNaN(weights[i])));

    // In order of distance, and of the source at equal distance.
    private static void Spread(double[] weights, Queue<int> sources, ReadOnlySpan<int> strides, ReadOnlySpan<int> extents, ReadOnlySpan<bool> along)
    {
        while (sources.TryDequeue(out var cell))
        {
            for (var axis = 0; axis < strides.Length; axis++)
            {
                if (!along[axis]) continue;
                var index = cell / strides[axis] % extents[axis];
                if (index > 0) Reach(cell - strides[axis], weights[cell]);
                if (index < extents[axis] - 1) Reach(cell + strides[axis], weights[cell]);
            }
        }

        void Reach(int cell, double weight)
        {
            if (!double.IsNaN(weights[cell])) return;
            weights[cell] = weight;
            sources.Enqueue(cell);
        }
    }

    private static double[] Completed(double[] weights)
    {
        for (var i = 0; i < weights.Length; i++)
            if (double.IsNaN(weights[i])) weights[i] = 1;
        return weights;
    }
}
