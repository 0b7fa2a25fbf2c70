using Ristretto.Columns.Arrays;

namespace Ristretto.Tests.Columns.Arrays;

/// <summary>Positions of events and of objects.</summary>
public class PositionTests
{
    private static readonly JaggedColumn<int> s_column = JaggedColumn.Of<int>([10, 11, 12], [20, 21], [30, 31, 32, 33]);

    [Fact]
    public void Positions_OnePlace_PicksOneObjectPerEvent() => Assert.Equal([11, 21, 31], s_column.Flat[s_column.Lists.Positions(1)].ToArray());

    [Fact]
    public void Positions_OwnPlaceForEveryEvent_PicksIt() => Assert.Equal([12, 20, 33], s_column.Flat[s_column.Lists.Positions(Column.Of(2, 0, 3))].ToArray());

    [Fact]
    public void Positions_ListTooShort_SaysWhichEvent()
    {
        Assert.Contains("event 1", Assert.Throws<ArgumentOutOfRangeException>(() => s_column.Lists.Positions(2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_column.Lists.Positions(Column.Of(0, -1, 0)));
        Assert.Throws<ArgumentException>(() => s_column.Lists.Positions(Column.Of(0, 0)));
    }

    [Fact]
    public void ToMask_Positions_MarksThem()
    {
        var mask = LocalIndex.Of([2, 0], [], [3]).ToMask(s_column.Lists);
        Assert.Equal([[true, false, true], [false, false], [false, false, false, true]], mask.ToArrays());
        Assert.Throws<ArgumentOutOfRangeException>(() => LocalIndex.Of([3], [], []).ToMask(s_column.Lists));
    }

    [Fact]
    public void EventIndex_OfPositions_ComposesAndMarks()
    {
        var index = EventIndex.Of(4, 1, 3);
        Assert.Equal([3, 4], index[EventIndex.Of(2, 0)].AsSpan().ToArray());
        Assert.Equal([4, 3], index[Mask.Of(true, false, true)].AsSpan().ToArray());
        Assert.Equal([4, 1], index.Take(2).AsSpan().ToArray());
        Assert.Equal(3, index.Take(9).Length);
        Assert.Equal([false, true, false, true, true], index.ToMask(5).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => index.ToMask(4));
    }

    [Fact]
    public void Map_OwnFunction_IsCalledForEachValue() => Assert.Equal([1.5, 2.5], Column.Of(1, 2).Map(x => x + 0.5).ToArray());
}
