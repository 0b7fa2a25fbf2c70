using Ristretto.Histograms.Comparisons;
using Ristretto.Histograms.Statistics;

namespace Ristretto.Histograms;

/// <remarks>Comparisons with histograms of the same axes, as numbers with their intervals. Where one is empty the scale of its interval is the mean weight of its nearest filled bin, see <see cref="MeanWeight"/>.</remarks>
public sealed partial class Histogram
{
    /// <summary>This histogram over another, see <see cref="Ratio"/>.</summary>
    /// <exception cref="ArgumentException">The axes differ; for an efficiency, more entries passed than there are.</exception>
    /// <exception cref="InvalidOperationException">The variances of one are not known.</exception>
    public Comparison RatioTo(Histogram denominator, RatioUncertainty uncertainty = RatioUncertainty.Poisson, double coverage = PoissonInterval.OneSigma) =>
        Compare(denominator, (a, va, b, vb, sa, sb) => Ratio.Of(a, va, b, vb, uncertainty, sa, sb, coverage));

    /// <summary>The part of the entries of another histogram that are in this one too, with Clopper and Pearson's intervals, see <see cref="Efficiency"/>.</summary>
    /// <exception cref="ArgumentException">The axes differ, or more entries passed than there are.</exception>
    /// <exception cref="InvalidOperationException">The variances of one are not known.</exception>
    public Comparison EfficiencyOf(Histogram all, double coverage = PoissonInterval.OneSigma) => RatioTo(all, RatioUncertainty.Efficiency, coverage);

    /// <summary>This histogram minus a model in units of its own standard deviation, see <see cref="Pull"/>.</summary>
    /// <exception cref="ArgumentException">The axes differ.</exception>
    /// <exception cref="InvalidOperationException">The variances of this one are not known.</exception>
    public Comparison PullTo(Histogram model)
    {
        RequireComparable(model);
        double[] values = [.. Values], variances = [.. Variances], expected = [.. model.Values];
        return Comparison.Of(this, model, cell => Pull.Of(values[cell], variances[cell], expected[cell]));
    }

    /// <summary>This histogram minus another: ±√(σ²(a) + σ²(b)).</summary>
    /// <exception cref="ArgumentException">The axes differ.</exception>
    /// <exception cref="InvalidOperationException">The variances of one are not known.</exception>
    public Comparison DifferenceTo(Histogram other) => Compare(other, (a, va, b, vb, _, _) => Estimate.Symmetric(a - b, Math.Sqrt(va + vb)));

    /// <summary>This histogram minus another, over that other: the ratio minus one, and so its interval.</summary>
    /// <exception cref="ArgumentException">The axes differ; for an efficiency, more entries passed than there are.</exception>
    /// <exception cref="InvalidOperationException">The variances of one are not known.</exception>
    public Comparison RelativeDifferenceTo(Histogram other, RatioUncertainty uncertainty = RatioUncertainty.Poisson, double coverage = PoissonInterval.OneSigma) =>
        Compare(other, (a, va, b, vb, sa, sb) => Ratio.Of(a, va, b, vb, uncertainty, sa, sb, coverage).Map(ratio => ratio - 1));

    /// <summary>The difference to another histogram over the sum of both, see <see cref="Asymmetry"/>.</summary>
    /// <exception cref="ArgumentException">The axes differ; for an efficiency, more entries passed than there are.</exception>
    /// <exception cref="InvalidOperationException">The variances of one are not known.</exception>
    public Comparison AsymmetryTo(Histogram other, RatioUncertainty uncertainty = RatioUncertainty.PoissonRatio, double coverage = PoissonInterval.OneSigma) =>
        Compare(other, (a, va, b, vb, sa, sb) => Asymmetry.Of(a, va, b, vb, uncertainty, sa, sb, coverage));

    /// <summary>Garwood's intervals of all cells, flow included, in the order of <see cref="Values"/>, see <see cref="PoissonInterval.Weighted"/>.</summary>
    /// <exception cref="InvalidOperationException">The variances are not known.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The coverage is not in (0, 1).</exception>
    public Interval[] PoissonIntervals(double coverage = PoissonInterval.OneSigma)
    {
        var scales = MeanWeight.OfCells(this);
        var values = Values;
        var variances = Variances;
        var intervals = new Interval[Length];
        for (var i = 0; i < intervals.Length; i++) intervals[i] = PoissonInterval.Weighted(values[i], variances[i], scales[i], coverage);
        return intervals;
    }

    /// <summary>Where a cell is, for errors.</summary>
    internal string Describe(int cell) => string.Join(", ", _axes.Select((axis, i) => $"{axis.Name} {axis.BinLabel(cell / _strides[i] % axis.Extent)}"));

    private Comparison Compare(Histogram other, Func<double, double, double, double, double, double, Estimate> compare)
    {
        RequireComparable(other);
        double[] a = [.. Values], va = [.. Variances], b = [.. other.Values], vb = [.. other.Variances];
        var (sa, sb) = (MeanWeight.OfCells(this), MeanWeight.OfCells(other));
        return Comparison.Of(this, other, cell => compare(a[cell], va[cell], b[cell], vb[cell], sa[cell], sb[cell]));
    }

    // Data may be counts and its model weighted.
    private void RequireComparable(Histogram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!HasSameAxes(other)) throw new ArgumentException($"histograms \"{Name}\" and \"{other.Name}\" have different axes: {this}; {other}", nameof(other));
    }
}
