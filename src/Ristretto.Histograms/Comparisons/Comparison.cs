using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Indexing;

namespace Ristretto.Histograms.Comparisons;

/// <summary>Two histograms compared cell by cell: a number and its interval for each. Immutable.</summary>
/// <remarks>All spans have a number for each cell, flow included, in the order of <see cref="Histogram.Values"/>; NaN is a gap.</remarks>
public sealed class Comparison
{
    private readonly Histogram _shape;
    private readonly double[] _values, _low, _high;

    private Comparison(Histogram shape, int length) => (_shape, _values, _low, _high) = (shape, new double[length], new double[length], new double[length]);

    /// <summary>The axes of both histograms, with the labels of the first.</summary>
    public IReadOnlyList<Axis> Axes => _shape.Axes;

    /// <summary>Number of cells, flow included.</summary>
    public int Length => _values.Length;

    /// <summary>The numbers.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The lower ends of their intervals.</summary>
    public ReadOnlySpan<double> Low => _low;

    /// <summary>The upper ends of their intervals.</summary>
    public ReadOnlySpan<double> High => _high;

    /// <summary>The number in a cell, counted with flow.</summary>
    public Estimate At(int cell) => new(_values[cell], _low[cell], _high[cell]);

    /// <summary>The number in a bin, one index per axis, counted without flow.</summary>
    /// <exception cref="ArgumentException">There is not one index for each axis, or an axis has no such bin.</exception>
    public Estimate this[params ReadOnlySpan<BinIndex> bins] => At(_shape.CellOf(bins));

    internal static Comparison Of(Histogram a, Histogram b, Func<int, Estimate> compare)
    {
        var result = new Comparison(a.CreateEmpty(), a.Length);
        for (var cell = 0; cell < result.Length; cell++)
        {
            try { (result._values[cell], result._low[cell], result._high[cell]) = compare(cell); }
            catch (ArgumentOutOfRangeException e) when (e.ParamName is "passed") { throw new ArgumentException($"histograms \"{a.Name}\" and \"{b.Name}\", {a.Describe(cell)}: {e.Message}", e); }
        }
        return result;
    }
}
