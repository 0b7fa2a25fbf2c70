using Ristretto.Columns.Arrays;

namespace Ristretto.Tests.Columns.Arrays;

public class JaggedColumnSortingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ArgSort_ListsOfAllLengths_IsTheStableOrderWithNaNLast(bool descending)
    {
        var random = new Random(5);
        var lists = new double[160][];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = new double[i];
            for (var j = 0; j < i; j++) lists[i][j] = random.Next(9) switch { 0 => double.NaN, 1 => double.PositiveInfinity, var k => k % 5 };
        }

        var sorted = JaggedColumn.Of<double>(lists).ArgSort(descending).ToArrays();

        for (var i = 0; i < lists.Length; i++)
        {
            var list = lists[i];
            var positions = Enumerable.Range(0, i).OrderBy(j => double.IsNaN(list[j]));       // LINQ's ordering is stable
            int[] expected = descending ? [.. positions.ThenByDescending(j => list[j])] : [.. positions.ThenBy(j => list[j])];
            Assert.Equal(expected, sorted[i]);
        }
    }

    [Fact]
    public void Sort_EqualValues_KeepTheirOrderInBothDirections()
    {
        var x = JaggedColumn.Of<float>([1, 2, 1, 2]);
        Assert.Equal([[0, 2, 1, 3]], x.ArgSort().ToArrays());
        Assert.Equal([[1, 3, 0, 2]], x.ArgSort(descending: true).ToArrays());
        Assert.Equal([[2f, 2, 1, 1]], x.Sort(descending: true).ToArrays());
    }

    [Fact]
    public void Take_OfASortedIndex_GivesTheLeadingObjects()
    {
        var pt = JaggedColumn.Of<float>([20, 50, 30], [], [10]);
        var eta = JaggedColumn.Of<float>([1, 2, 3], [], [4]);
        Assert.Equal([[2f, 3], [], [4]], eta[pt.ArgSort(descending: true).Take(2)].ToArrays());
    }

    [Fact]
    public void LocalIndex_OfAnotherCollection_ThrowsNamingTheEvent()
    {
        var index = LocalIndex.Of([0], [2]);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => JaggedColumn.Of<int>([1], [1, 2])[index]);
        Assert.StartsWith("position 2 in event 1, whose list has 2 elements", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => JaggedColumn.Of<int>([1])[index]);
    }

    [Fact]
    public void LocalIndex_Indexed_ComposesPositions()
    {
        var x = JaggedColumn.Of<int>([7, 9, 8], [5]);
        var order = x.ArgSort();
        Assert.Equal([[0, 2, 1], [0]], order.ToArrays());
        Assert.Equal([[1], [0]], order[LocalIndex.Of([2], [0])].ToArrays());
        Assert.Equal([[0]], order[Mask.Of(false, true)].ToArrays());
        Assert.Equal([[0], [0, 2, 1]], order[EventIndex.Of(1, 0)].ToArrays());
        Assert.Equal([[0, 2], []], order[JaggedMask.Of([true, true, false], [false])].ToArrays());
    }
}
