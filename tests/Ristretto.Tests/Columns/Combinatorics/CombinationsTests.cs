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
}
