using Ristretto.Columns.Arrays;
using Ristretto.Columns.Combinatorics;

namespace Ristretto.Tests.Columns.Combinatorics;

public class CombinationsTests
{
    private static readonly JaggedColumn<int> s_x = JaggedColumn.Of<int>([1, 2, 3], [], [4, 5]);
    private static readonly JaggedColumn<int> s_y = JaggedColumn.Of<int>([10], [20, 30], []);

    [Fact]
    public void Pairs_AreLexicographic()
    {
        var pairs = s_x.Pairs();
        Assert.Equal([[(0, 1), (0, 2), (1, 2)], [], [(0, 1)]], pairs.ToArrays());
        Assert.Equal([[1, 1, 2], [], [4]], s_x[pairs.First].ToArrays());
        Assert.Equal([[2, 3, 3], [], [5]], s_x[pairs.Second].ToArrays());
        Assert.Equal([[5]], s_x[pairs[s_x[pairs.First] > 3].Second].ToArrays().Where(l => l.Length > 0));
    }

    [Fact]
    public void TriplesAndQuadruples_OfFive_AreAllIncreasingSets()
    {
        var x = JaggedColumn.Of<int>([0, 1], [0, 1, 2, 3, 4]);
        var triples = x.Triples();
        var expected3 = from i in Enumerable.Range(0, 5) from j in Enumerable.Range(i + 1, 4 - i) from k in Enumerable.Range(j + 1, 4 - j) select (i, j, k);
        Assert.Equal([0, 10], triples.Count.ToArray());
        Assert.Equal(expected3, Enumerable.Range(0, 10).Select(t => (triples.First.Values[t], triples.Second.Values[t], triples.Third.Values[t])));
        var four = x.Quadruples();
        Assert.Equal([0, 5], four.Count.ToArray());
        Assert.Equal([1, 2, 3, 4], new[] { four.First.Values[4], four.Second.Values[4], four.Third.Values[4], four.Fourth.Values[4] });
        Assert.Equal([0, 1, 2, 3], new[] { four.First.Values[0], four.Second.Values[0], four.Third.Values[0], four.Fourth.Values[0] });
    }

    [Fact]
    public void Quadruples_TooMany_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => Lists.FromCounts([3, 1000]).Quadruples());
        Assert.Equal("event 1 has 1000 objects: their 41417124750 sets of 4 do not fit into a column", error.Message);
    }

    [Fact]
    public void Product_FlatAndNested()
    {
        var product = Product.Of(s_x.Lists, s_y.Lists);
        var (first, second) = (s_x[product.Pairs.First], s_y[product.Pairs.Second]);
        Assert.Equal([[1, 2, 3], [], []], first.ToArrays());
        Assert.Equal([[10, 10, 10], [], []], second.ToArrays());
        Assert.Equal([[10], [10], [10], [], []], product.PerFirst(second).ToArrays());
        Assert.Equal([[10, 10, 10], [], [0, 0]], product.Regroup(product.PerFirst(second).Max(0)).ToArrays());
        Assert.Equal([[false, false, false], [], [true, true]], product.Regroup(product.PerFirst(second > 10).All()).ToArrays());
        Assert.Throws<ArgumentException>(() => product.Regroup(Column.Of(1)));
    }

    [Fact]
    public void Product_OfThreeCollections_IsAProductOfAProduct()
    {
        var z = JaggedColumn.Of<int>([7, 8], [], [9]);
        var two = Product.Of(s_x.Lists, s_y.Lists).Pairs;
        var three = Product.Of(two.Lists, z.Lists).Pairs;
        Assert.Equal([[1, 1, 2, 2, 3, 3], [], []], s_x[two.First[three.First]].ToArrays());
        Assert.Equal([[10, 10, 10, 10, 10, 10], [], []], s_y[two.Second[three.First]].ToArrays());
        Assert.Equal([[7, 8, 7, 8, 7, 8], [], []], z[three.Second].ToArrays());
    }

    [Fact]
    public void Product_SecondVariesFastest() =>
        Assert.Equal([[(0, 0), (0, 1), (1, 0), (1, 1)]], Product.Of(Lists.FromCounts([2]), Lists.FromCounts([2])).Pairs.ToArrays());

    [Fact]
    public void BestPair_IsTheFirstOfEquals_AndNaNNeverWins()
    {
        var lists = s_x.Lists;
        Assert.Equal([[(0, 1)], [], [(0, 1)]], lists.BestPair((_, _) => 7).ToArrays());
        Assert.Equal([[(1, 2)], [], [(0, 1)]], lists.BestPair((i, j) => -s_x.Values[i] * s_x.Values[j]).ToArrays());
        Assert.Equal([[(0, 2)], [], []], lists.BestPair((i, j) => (i, j) == (0, 2) ? double.PositiveInfinity : double.NaN).ToArrays());
        Assert.Equal([[2], [], []], lists.BestTriple((_, _, _) => 0).Third.ToArrays());
    }

    [Fact]
    public void Pairings_OfFour_AreThreeAndTheBestIsDeterministic()
    {
        Assert.Equal([new(0, 1, 2, 3), new(0, 2, 1, 3), new(0, 3, 1, 2)], Pairing.OfFour.ToArray());
        Assert.Equal(new Pairing(0, 1, 2, 3), Pairing.Best(_ => 1));
        Assert.Equal(new Pairing(0, 3, 1, 2), Pairing.Best(p => -p.FirstB));
        Assert.Null(Pairing.Best(_ => double.NaN));
    }

    [Fact]
    public void Sets_OfAnySize_AreThePairsTriplesAndQuadruples()
    {
        var lists = Lists.FromCounts([5, 0, 2, 4]);
        var (pairs, triples, quadruples) = (lists.Pairs(), lists.Triples(), lists.Quadruples());
        Assert.Equal(new[] { pairs.First, pairs.Second }.Select(p => p.ToArrays()), lists.Sets(2).Select(p => p.ToArrays()));
        Assert.Equal(new[] { triples.First, triples.Second, triples.Third }.Select(p => p.ToArrays()), lists.Sets(3).Select(p => p.ToArrays()));
        Assert.Equal(quadruples.Fourth.ToArrays(), lists.Sets(4)[3].ToArrays());
        Assert.Equal(lists.LocalIndices().ToArrays(), lists.Sets(1)[0].ToArrays());
        Assert.Equal([[0], [], [], []], lists.Sets(5)[0].ToArrays());
        Assert.Equal(100, Lists.FromCounts([100]).Sets(99)[0].Values.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => lists.Sets(0));
        Assert.Throws<ArgumentException>(() => Lists.FromCounts([200]).Sets(100));
    }

    [Fact]
    public void Sets_WithRepetition_AreAllThatDoNotDecrease()
    {
        var lists = Lists.FromCounts([3, 0, 1]);
        var pairs = lists.Sets(2, withRepetition: true);
        Assert.Equal([[0, 0, 0, 1, 1, 2], [], [0]], pairs[0].ToArrays());
        Assert.Equal([[0, 1, 2, 1, 2, 2], [], [0]], pairs[1].ToArrays());
        var expected = from i in Enumerable.Range(0, 3) from j in Enumerable.Range(i, 3 - i) from k in Enumerable.Range(j, 3 - j) select (i, j, k);
        var triples = lists.Sets(3, withRepetition: true);
        Assert.Equal([.. expected, (0, 0, 0)], Enumerable.Range(0, 11).Select(t => (triples[0].Values[t], triples[1].Values[t], triples[2].Values[t])));
    }

    [Fact]
    public void BestPair_OfTwoCollections_IsTheFirstOfEquals_AndNaNNeverWins()
    {
        var (first, second) = (Lists.FromCounts([2, 1, 0, 2]), Lists.FromCounts([3, 0, 1, 1]));
        Assert.Equal([[(0, 0)], [], [], [(0, 0)]], first.BestPair(second, (_, _) => 1).ToArrays());
        Assert.Equal([[(1, 2)], [], [], [(1, 0)]], first.BestPair(second, (i, j) => -i - j).ToArrays());
        Assert.Equal([[(1, 1)], [], [], []], first.BestPair(second, (i, j) => (i, j) == (1, 1) ? 0 : double.NaN).ToArrays());
        Assert.Throws<ArgumentException>(() => first.BestPair(Lists.FromCounts([1]), (_, _) => 1));
    }

    [Fact]
    public void Nest_ReducersOfEachObject()
    {
        var product = Product.Of(s_x.Lists, Lists.FromCounts([2, 1, 0]));
        var distance = product.Nest(JaggedColumn.Of<double>([3, 1, double.NaN, 2, 0, 0], [], []));
        Assert.Equal([[[3, 1], [double.NaN, 2], [0, 0]], [], [[], []]], distance.ToArrays());
        Assert.Equal([[1.0, 2, 0], [], [null, null]], distance.Min().ToArrays());
        Assert.Equal([[3.0, 2, 0], [], [null, null]], distance.Max().ToArrays());
        Assert.Equal([[1, 1, 0], [], [null, null]], distance.ArgMin().ToArrays());
        Assert.Equal([[0, 1, 0], [], [null, null]], distance.ArgMax().ToArrays());
        Assert.Equal([[2, 2, 2], [], [0, 0]], distance.Count.ToArrays());
        Assert.Equal([[4.0, double.NaN, 0], [], [0, 0]], distance.Sum().ToArrays());
        Assert.Equal([[true, false, false], [], [true, true]], (distance > 0).All().ToArrays());
        Assert.Equal([[true, true, false], [], [false, false]], (distance > 1).Any().ToArrays());
        Assert.Equal([[2, 1, 0], [], [0, 0]], (distance > 0).CountTrue().ToArrays());
        Assert.Equal([[[3], [2], []], [], [[], []]], distance[distance > 1].ToArrays());
        Assert.Equal([[[3, 1]], [], [[]]], distance[JaggedMask.Of([true, false, false], [], [false, true])].ToArrays());
        Assert.Equal([[[], []], [[3, 1], [double.NaN, 2], [0, 0]]], distance[EventIndex.Of(2, 0)].ToArrays());
        Assert.Equal([[[true, false], [false, false], [false, false]]], ((distance > 2) & !(distance == 0)).ToArrays()[..1]);
        Assert.Equal([[3, 1, double.NaN, 2, 0, 0], [], []], distance.Flatten().ToArrays());
    }
}
