using Ristretto.Columns.Arrays;
using Ristretto.Columns.Combinatorics;
using Ristretto.Histograms.Statistics;

namespace Ristretto.Tests.Columns.Arrays;

/// <summary>The small cases from which the meaning of every operation can be read: one jagged column and what becomes of it.</summary>
public class MicroVectorTests
{
    private static readonly JaggedColumn<int> s_x = JaggedColumn.Of<int>([1, 2, 3], [], [4, 5]);

    [Fact]
    public void Count_Lists_GivesTheirLengths() => Assert.Equal([3, 0, 2], s_x.Count.ToArray());

    [Fact]
    public void First_EmptyList_IsNone() => Assert.Equal([1, null, 4], s_x.First().ToArray());

    [Fact]
    public void First_WithDefault_FillsEmptyLists() => Assert.Equal([1, -1, 4], s_x.First(-1).ToArray());

    [Fact]
    public void At_PositionsFromBothEnds_AreNoneWhereTheListIsTooShort()
    {
        Assert.Equal([2, null, 5], s_x.At(1).ToArray());
        Assert.Equal([3, null, null], s_x.At(2).ToArray());
        Assert.Equal([3, null, 5], s_x.At(-1).ToArray());
        Assert.Equal([1, null, null], s_x.At(-3).ToArray());
    }

    [Fact]
    public void Sum_EmptyList_IsZero() => Assert.Equal([6L, 0L, 9L], s_x.Sum().ToArray());

    [Fact]
    public void Prod_EmptyList_IsOne() => Assert.Equal([6L, 1L, 20L], s_x.Prod().ToArray());

    [Fact]
    public void Mean_EmptyList_IsNaN() => Assert.Equal([2.0, double.NaN, 4.5], s_x.Mean().ToArray());

    [Fact]
    public void MaxAndMin_EmptyList_AreNone()
    {
        Assert.Equal([3, null, 5], s_x.Max().ToArray());
        Assert.Equal([1, null, 4], s_x.Min().ToArray());
    }

    [Fact]
    public void MaxAndMin_WithInitial_StartFromIt()
    {
        Assert.Equal([4, 4, 5], s_x.Max(4).ToArray());
        Assert.Equal([1, 2, 2], s_x.Min(2).ToArray());
    }

    [Fact]
    public void ArgMax_PicksObjects_AndEmptyListsStayEmpty()
    {
        var best = s_x.ArgMax();
        Assert.Equal([[2], [], [1]], best.ToArrays());
        Assert.Equal([3, null, 5], s_x[best].First().ToArray());
        Assert.Equal([[0], [], [0]], s_x.ArgMin().ToArrays());
    }

    [Fact]
    public void ArgMax_Ties_TakesTheFirst() => Assert.Equal([[1]], JaggedColumn.Of<int>([1, 7, 7]).ArgMax().ToArrays());

    [Fact]
    public void AnyAndAll_EmptyList_AreFalseAndTrue()
    {
        Assert.Equal([false, false, true], (s_x > 3).Any().ToArray());
        Assert.Equal([false, true, true], (s_x > 3).All().ToArray());
    }

    [Fact]
    public void LocalIndices_CountFromZeroInEachList() => Assert.Equal([[0, 1, 2], [], [0, 1]], s_x.LocalIndices().ToArrays());

    [Fact]
    public void PadNone_ExtendsShortLists()
    {
        Assert.Equal([[1, 2, 3], [null, null], [4, 5]], s_x.PadNone(2).ToArrays());
        Assert.Equal([[1, 2], [null, null], [4, 5]], s_x.PadNone(2, clip: true).ToArrays());
        Assert.Equal([[1, 2, 3], [-1, -1], [4, 5]], s_x.Pad(2, -1).ToArrays());
        Assert.Equal([[1, 2, 3], [9, 9, 9], [4, 5, 9]], s_x.PadNone(3).FillNone(9).ToArrays());
        Assert.Equal(s_x.ToArrays(), s_x.PadNone(3).DropNone().ToArrays());
    }

    [Fact]
    public void Take_KeepsTheFirstOfEachList()
    {
        Assert.Equal([[1, 2], [], [4, 5]], s_x.Take(2).ToArrays());
        Assert.Equal([[], [], []], s_x.Take(0).ToArrays());
    }

    [Fact]
    public void Add_ColumnOfEvents_MeetsEveryElement() =>
        Assert.Equal([[11, 12, 13], [], [34, 35]], (s_x + Column.Of(10, 20, 30)).ToArrays());

    [Fact]
    public void EventIndex_GathersLists() => Assert.Equal([[4, 5], [1, 2, 3]], s_x[EventIndex.Of(2, 0)].ToArrays());

    [Fact]
    public void NoneUnless_EventMask_KeepsTheNumberOfEvents()
    {
        var masked = s_x.NoneUnless(Mask.Of(true, false, true));
        Assert.Equal([[1, 2, 3], null, [4, 5]], masked.ToArrays());
        Assert.Equal([3, null, 2], masked.Count.ToArray());
        Assert.Equal([[1, 2, 3], [4, 5]], masked.DropNone().ToArrays());
        Assert.Equal([[1, 2, 3], [], [4, 5]], masked.FillNoneWithEmpty().ToArrays());
    }

    [Fact]
    public void NoneUnless_ObjectMask_KeepsTheLengthsOfLists() =>
        Assert.Equal([[null, 2, 3], [], [4, 5]], s_x.NoneUnless(s_x > 1).ToArrays());

    [Fact]
    public void Unflatten_OfFlattened_Restores()
    {
        Assert.Equal([1, 2, 3, 4, 5], s_x.Flatten().ToArray());
        Assert.Equal(s_x.ToArrays(), s_x.Flatten().Unflatten(Column.Of(3, 0, 2)).ToArrays());
    }

    [Fact]
    public void Unflatten_CountsThatDoNotFit_Throws()
    {
        var tooFew = Assert.Throws<ArgumentException>(() => s_x.Flat.Unflatten(Column.Of(3, 1)));
        Assert.Equal("lists of together 4 elements cannot hold a column of 5 values", tooFew.Message);
        Assert.Equal("list 1 has the length -1", Assert.Throws<ArgumentException>(() => s_x.Flat.Unflatten(Column.Of(6, -1))).Message);
    }

    [Fact]
    public void RunLengths_CountEqualNeighbours()
    {
        Assert.Equal([2, 3, 1], Column.Of(1, 1, 2, 2, 2, 1).RunLengths().ToArray());
        Assert.Equal([[1, 1], [], [2]], JaggedColumn.Of<double>([double.NaN, double.NaN], [], [1, 1]).RunLengths().ToArrays());
        Assert.Empty(Column.Of<int>().RunLengths().ToArray());
    }

    [Fact]
    public void Max_NaN_NeverWins()
    {
        Assert.Equal([3f], JaggedColumn.Of<float>([3, float.NaN, 1]).Max().ToArray());
        Assert.Equal([3f], JaggedColumn.Of<float>([float.NaN, 3, 1]).Max().ToArray());
        Assert.Equal([[2]], JaggedColumn.Of<float>([3, float.NaN, 1]).ArgMin().ToArrays());
        Assert.Equal([null], JaggedColumn.Of<float>([float.NaN, float.NaN]).Max().ToArray());
        Assert.Equal([[]], JaggedColumn.Of<float>([float.NaN]).ArgMax().ToArrays());
        Assert.Equal([2f], JaggedColumn.Of<float>([float.NaN]).Max(2).ToArray());
        Assert.Equal([float.NegativeInfinity], JaggedColumn.Of<float>([float.NegativeInfinity]).Max().ToArray());
    }

    [Fact]
    public void ArgSort_Descending_OrdersEachList() =>
        Assert.Equal([[0, 1], [], [0]], JaggedColumn.Of<int>([3, 1], [], [2]).ArgSort(descending: true).ToArrays());

    [Fact]
    public void OptionalColumn_FillDropIsNone()
    {
        var x = OptionalColumn.Of<int>(1, null, 3);
        Assert.Equal([1, 0, 3], x.FillNone(0).ToArray());
        Assert.Equal([false, true, false], x.IsNone.ToArray());
        Assert.Equal([1, 3], x.DropNone().ToArray());
        Assert.Equal([[1], [], [3]], x.ToLists().ToArrays());
    }

    [Fact]
    public void ByPosition_ReducesOverEvents()
    {
        Assert.Equal([[1, 4], [2, 5], [3]], s_x.ByPosition().ToArrays());
        Assert.Equal([5L, 7, 3], s_x.ByPosition().Sum().ToArray());
        Assert.Equal([11L, 2], JaggedColumn.Of<int>([1, 2], [10]).ByPosition().Sum().ToArray());
        Assert.Equal([1, 2, 1], (s_x > 1).ByPosition().CountTrue().ToArray());
        Assert.Empty(JaggedColumn.Of<int>([], []).ByPosition().ToArrays());
    }

    [Fact]
    public void Pairs_OfOneCollection_AreLexicographic()
    {
        var pairs = s_x.Pairs();
        Assert.Equal([[(1, 2), (1, 3), (2, 3)], [], [(4, 5)]], Tuples(s_x[pairs.First], s_x[pairs.Second]));
    }

    [Fact]
    public void Product_OfTwoCollections_FlatAndNested()
    {
        var y = JaggedColumn.Of<int>([10], [20, 30], []);
        var product = Product.Of(s_x.Lists, y.Lists);
        var (first, second) = (s_x[product.Pairs.First], y[product.Pairs.Second]);
        Assert.Equal([[(1, 10), (2, 10), (3, 10)], [], []], Tuples(first, second));
        Assert.Equal([[[1], [2], [3]], [], [[], []]], product.Nest(first).ToArrays());
        Assert.Equal([[[10], [10], [10]], [], [[], []]], product.Nest(second).ToArrays());
    }

    [Fact]
    public void Sort_GatherUnflatten_GroupsByKey()
    {
        var key = Column.Of(2, 1, 2, 1, 2).ArgSort();
        var sorted = Column.Of(2, 1, 2, 1, 2)[key];
        Assert.Equal([[1, 3], [0, 2, 4]], Column.Of(0, 1, 2, 3, 4)[key].Unflatten(sorted.RunLengths()).ToArrays());
    }

    [Theory]
    [InlineData(0, 0, 1.841)]
    [InlineData(1, 0.173, 3.300)]
    public void Garwood_FewEvents_IsTheCentralInterval(int events, double low, double high)
    {
        var interval = PoissonInterval.Garwood(events);
        Assert.Equal(low, interval.Low, 5e-4);
        Assert.Equal(high, interval.High, 5e-4);
    }

    private static (int, int)[][] Tuples(JaggedColumn<int> first, JaggedColumn<int> second) =>
        [.. first.ToArrays().Zip(second.ToArrays(), (a, b) => a.Zip(b).ToArray())];
}
