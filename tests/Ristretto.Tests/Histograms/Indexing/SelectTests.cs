using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Indexing;

namespace Ristretto.Tests.Histograms.Indexing;

public class SelectTests
{
    [Fact]
    public void Select_Range_CropsIntoTheFlow()
    {
        var cropped = Powers().Select(1..4);

        Assert.Equal([1 + 2, 4, 8, 16, 32 + 64], cropped.Values);
        Assert.True(cropped.Axes[0].Matches(Axis.Regular("x", 3, 1, 4)));
        Assert.Equal([1, 2, 4 + 8 + 16 + 32 + 64], Powers().Select(AxisSelection.To(BinIndex.Loc(1))).Values);
        Assert.Equal([4, 8], Without().Select(1..3).Values);
    }

    [Fact]
    public void Select_Rebin_GivesTheRemainderToOverflow()
    {
        Assert.Equal([1, 2 + 4, 8 + 16, 32 + 64], Powers().Select(AxisSelection.All.Rebin(2)).Values);
        Assert.Equal([1 + 2, 4 + 8, 16 + 32, 64], Powers().Select(AxisSelection.From(1).Rebin(2)).Values);
        Assert.Equal([1, 2, 4 + 8 + 16, 32 + 64], Powers().Select(AxisSelection.All.RebinGroups(1, 3)).Values);
        Assert.Equal([1 + 2, 4 + 8, 16 + 32 + 64], Powers().Select(AxisSelection.All.RebinTo(1, 3)).Values);
        Assert.Contains("groups of 4, 4", Assert.Throws<ArgumentException>(() => Powers().Select(AxisSelection.All.RebinGroups(4, 4))).Message);
    }

    [Fact]
    public void Select_Sum_IncludesTheFlowAtOpenEnds()
    {
        Assert.Equal(127, Sum(AxisSelection.All.Sum()));
        Assert.Equal(2 + 4 + 8 + 16 + 32, Sum(AxisSelection.Slice(0, BinIndex.Len).Sum()));
        Assert.Equal(4 + 8 + 16 + 32 + 64, Sum(AxisSelection.From(1).Sum()));
        Assert.Equal(1 + 2 + 4, Sum(AxisSelection.To(2).Sum()));

        static double Sum(AxisSelection selection)
        {
            var histogram = Histogram.Integer("n", 0, 1).And(Axis.Regular("x", 5, 0, 5));
            for (var i = -1; i <= 5; i++) histogram.Fill((0, i), 1 << (i + 1));
            return histogram.Select(("x", selection)).Sum();
        }
    }

    [Fact]
    public void ValueOf_Tags_FindTheirBins()
    {
        var histogram = Powers();

        Assert.Equal([2, 32, 4, 8, 1, 64, 32, 16],
            ((BinIndex[])[0, -1, BinIndex.Loc(1.5), BinIndex.Loc(1.5) + 1, BinIndex.Underflow, BinIndex.Overflow, BinIndex.Len - 1, BinIndex.Of(axis => axis.Bins - 2)]).Select(bin => histogram.ValueOf(bin)));
        Assert.Equal((16, 16 * 16), (histogram.ValueOf(^2), histogram.VarianceOf(3)));
        Assert.Contains("bins 0 to 4, not 6", Assert.Throws<ArgumentException>(() => histogram.ValueOf(6)).Message);
        Assert.Throws<ArgumentException>(() => Without().ValueOf(BinIndex.Underflow));
    }

    [Fact]
    public void Select_Categories_PicksAndReordersThem()
    {
        var histogram = Histogram.Integer("n", 0, 1).By("c", "ttA", "ttB", "data");
        foreach (var (category, weight) in (ReadOnlySpan<(string, double)>)[("ttA", 1), ("ttB", 2), ("data", 4), ("?", 8)]) histogram.Fill(0, weight, category);

        Assert.Equal([4, 1, 8], histogram.Select(AxisSelection.Pick("data", "ttA"), 0).Values);
        Assert.Equal([1, 2, 8], histogram.Select(("c", AxisSelection.Pick("tt*")), ("n", 0)).Values);
        Assert.Equal([0, 3, 0], histogram.Select(("c", AxisSelection.Pick("tt?").Sum())).Values);
        Assert.Equal([0, 2, 0], histogram.Select(("c", BinIndex.Loc("ttB"))).Values);
        Assert.Equal(["data", "ttA", "ttB"], histogram.SortCategories("c").Categories[0].Categories);
        Assert.Equal([("ttA", 1), ("ttB", 2), ("data", 4)], histogram.Split("c").Select(part => (part.Category, part.Histogram.Sum())));
        Assert.Contains("\"n\": axis \"c\" has no category \"dat\"", Assert.Throws<ArgumentException>(() => histogram.Select(("c", AxisSelection.Pick("dat")))).Message);
    }

    [Fact]
    public void Rebin_Circle_StaysOneAsAWhole()
    {
        var circle = Histogram.Of("phi", Axis.Circular("phi", 4, 0, 4));
        circle.Fill<double>([0, 1, 2, 3, 4]);

        Assert.Equal([3, 2], circle.Rebin(2).Values);
        Assert.IsType<CircularAxis>(circle.Rebin(2).Axes[0]);
        Assert.Equal([1, 1], circle.Select(1..3).Values);
        Assert.IsType<TransformedAxis>(Histogram.Of("x", Axis.Transformed("x", 4, 1, 16, AxisTransform.Log)).Rebin(2).Axes[0]);
        Assert.IsType<IntegerAxis>(Histogram.Integer("n", 0, 5).Select(1..3).Axes[0]);
    }

    [Fact]
    public void SetValues_WithAndWithoutFlow_ReplacesTheContent()
    {
        var histogram = Histogram.Regular("x", 2, 0, 2);
        histogram.Fill(9);

        histogram.SetValues([3, 4], [5, 6]);
        Assert.Equal([0, 3, 4, 0], histogram.Values);
        Assert.Equal([0, 5, 6, 0], histogram.Variances);
        histogram.SetValues([1, 2, 3, 4]);
        Assert.Equal([1, 2, 3, 4], histogram.Variances);
        Assert.Throws<ArgumentException>(() => histogram.SetValues([1, 2, 3]));
    }

    [Fact]
    public void Operators_OfTwo_PropagateTheErrors()
    {
        var (a, b) = (Histogram.Regular("x", 2, 0, 2), Histogram.Regular("x", 2, 0, 2));
        a.SetValues([6, 1], [4, 1]);
        b.SetValues([2, 0], [1, 0]);

        Assert.Equal([0, 4, 1, 0], (a - b).Values);
        Assert.Equal([0, 5, 1, 0], (a - b).Variances);
        Assert.Equal([0, 3, 0, 0], (a / b).Values);
        Assert.Equal([0, 4.0 / 4 + 36.0 / 16, 0, 0], (a / b).Variances);
        Assert.Throws<ArgumentException>(() => a / Histogram.Regular("x", 3, 0, 2));
    }

    [Fact]
    public void ToDensity_UnequalBins_AddsUpToOne()
    {
        var histogram = Histogram.Variable("x", 0, 1, 4);
        histogram.SetValues([9, 1, 3, 9]);

        Assert.Equal([0, 0.25, 0.25, 0], histogram.ToDensity().Values);
        Assert.Equal([0, 1.0 / 16, 3.0 / 144, 0], histogram.ToDensity().Variances.ToArray(), (x, y) => Math.Abs(x - y) < 1e-15);
        Assert.Throws<InvalidOperationException>(() => Histogram.Regular("x", 1, 0, 1).ToDensity());
        Assert.True(histogram.IsCloseTo(histogram * (1 + 1e-12)));
        Assert.False(histogram.IsCloseTo(histogram * (1 + 1e-6)));
    }

    // Underflow 1, bins 2, 4, 8, 16, 32, overflow 64; errors are the weights.
    private static Histogram Powers()
    {
        var histogram = Histogram.Regular("x", 5, 0, 5);
        for (var i = -1; i <= 5; i++) histogram.Fill(i, 1 << (i + 1));
        return histogram;
    }

    private static Histogram Without()
    {
        var histogram = Histogram.Of("x", Axis.Regular("x", 4, 0, 4).WithoutFlow());
        for (var i = -1; i <= 5; i++) histogram.Fill(i, 1 << (i + 1));
        return histogram;
    }
}
