using Ristretto.Columns.Arrays;

namespace Ristretto.Tests.Columns.Arrays;

/// <summary>Statistics of lists against numbers worked out by hand.</summary>
public class ListStatisticsTests
{
    // Mean 5, squared deviations 9, 1, 1, 1, 0, 0, 4, 16: together 32.
    private static readonly JaggedColumn<int> s_eight = JaggedColumn.Of<int>([2, 4, 4, 4, 5, 5, 7, 9], [], [3]);

    [Fact]
    public void Variance_ByHand_DependsOnTheDegreesOfFreedom()
    {
        Assert.Equal([4.0, double.NaN, 0], s_eight.Variance().ToArray());
        Assert.Equal([2.0, double.NaN, 0], s_eight.StandardDeviation().ToArray());
        Assert.Equal([32.0 / 7, double.NaN, double.NaN], s_eight.Variance(1).ToArray());
    }

    [Fact]
    public void Variance_LargeOffset_LosesNoDigits() => Assert.Equal([2.0 / 3], JaggedColumn.Of<double>([1e9, 1e9 + 1, 1e9 + 2]).Variance().ToArray());

    [Fact]
    public void Moment_IsAboutZero()
    {
        Assert.Equal([29.0, double.NaN, 9], s_eight.Moment(2).ToArray());       // (4 + 3 · 16 + 2 · 25 + 49 + 81) / 8
        Assert.Equal([5.0, double.NaN, 3], s_eight.Moment(1).ToArray());
        Assert.Equal([1.0, double.NaN, 1], s_eight.Moment(0).ToArray());
    }

    [Fact]
    public void Mean_Weighted_IsTheCentre()
    {
        var x = JaggedColumn.Of<float>([1, 3], [], [5]);
        Assert.Equal([2.5, double.NaN, double.NaN], x.Mean(JaggedColumn.Of<double>([1, 3], [], [0])).ToArray());
        Assert.Throws<ArgumentException>(() => x.Mean(JaggedColumn.Of<double>([1], [], [0])));
    }

    [Fact]
    public void Spread_IsLargestMinusSmallest() => Assert.Equal([7, null, 0], s_eight.Spread().ToArray());

    [Fact]
    public void Correlation_ByHand()
    {
        // x − 2: −1, 0, 1; y − 3: −2, 1, 1 (y is 1, 4, 4): Σ 3, variances 2/3 and 2.
        JaggedColumn<int> x = JaggedColumn.Of<int>([1, 2, 3], [1, 2], [1]), y = JaggedColumn.Of<int>([1, 4, 4], [8, 6], [2]);
        Assert.Equal(1, x.Covariance(y)[0], 1e-15);
        Assert.Equal(1 / Math.Sqrt(4.0 / 3), x.Correlation(y)[0], 1e-15);
        Assert.Equal(-1, x.Correlation(y)[1], 1e-15);
        Assert.True(double.IsNaN(x.Correlation(y)[2]));
        Assert.Throws<ArgumentException>(() => x.Covariance(JaggedColumn.Of<int>([1, 2, 3], [1], [1])));
    }

    // A weight of 2 is the same point twice.
    [Fact]
    public void AnyStatistic_WholeWeights_IsThatOfRepeatedPoints()
    {
        JaggedColumn<double> x = JaggedColumn.Of<double>([1, 2, 4], []), y = JaggedColumn.Of<double>([3, 1, 7], []), w = JaggedColumn.Of<double>([2, 1, 3], []);
        JaggedColumn<double> xs = JaggedColumn.Of<double>([1, 1, 2, 4, 4, 4], []), ys = JaggedColumn.Of<double>([3, 3, 1, 7, 7, 7], []);
        Assert.Equal(xs.Mean()[0], x.Mean(w)[0], 1e-14);
        Assert.Equal(xs.Moment(3)[0], x.Moment(3, w)[0], 1e-13);
        Assert.Equal(xs.Variance()[0], x.Variance(weights: w)[0], 1e-14);
        Assert.Equal(xs.StandardDeviation(1)[0], x.StandardDeviation(1, w)[0], 1e-14);
        Assert.Equal(xs.Covariance(ys)[0], x.Covariance(y, w)[0], 1e-14);
        Assert.Equal(xs.Correlation(ys)[0], x.Correlation(y, w)[0], 1e-14);
        Assert.Equal(xs.LinearFit(ys).Slope[0], x.LinearFit(y, w).Slope[0], 1e-14);
        Assert.Equal(xs.LinearFit(ys).Intercept[0], x.LinearFit(y, w).Intercept[0], 1e-14);
        Assert.Equal(xs.LinearFit(ys).SlopeError[0], x.LinearFit(y, w).SlopeError[0], 1e-14);
        Assert.Equal(xs.LinearFit(ys).InterceptError[0], x.LinearFit(y, w).InterceptError[0], 1e-14);
        Assert.True(double.IsNaN(x.Variance(weights: w)[1]));
        Assert.Throws<ArgumentException>(() => x.Variance(weights: xs));
    }

    [Fact]
    public void LinearFit_PointsOnALine_FindsIt()
    {
        var x = JaggedColumn.Of<double>([0, 1, 2], [1, 1], [0, 1, 3]);
        var line = x.LinearFit(x * 2.0 + 5.0);
        Assert.Equal([2.0, double.NaN, 2], line.Slope.ToArray());
        Assert.Equal([5.0, double.NaN, 5], line.Intercept.ToArray());
        Assert.Equal(Math.Sqrt(3.0 / 6), line.SlopeError[0]);                // Δ = 3 · 5 − 3² = 6
        Assert.Equal(Math.Sqrt(5.0 / 6), line.InterceptError[0]);
    }

    [Fact]
    public void Softmax_AddsUpToOne_AndDoesNotOverflow()
    {
        var p = JaggedColumn.Of<double>([0, Math.Log(3)], [], [1000, 1000], [-1000]).Softmax();
        Assert.Equal(0.25, p[0][0], 1e-15);
        Assert.Equal(0.75, p[0][1], 1e-15);
        Assert.Equal([[], [0.5, 0.5], [1]], p.ToArrays()[1..]);
    }
}
