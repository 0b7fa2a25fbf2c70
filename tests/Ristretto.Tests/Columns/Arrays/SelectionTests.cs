using Ristretto.Columns.Arrays;

namespace Ristretto.Tests.Columns.Arrays;

/// <summary>Masks, indexes and the errors of operands that do not fit.</summary>
public class SelectionTests
{
    private static readonly JaggedColumn<int> s_x = JaggedColumn.Of<int>([1, 2, 3], [], [4, 5]);

    [Fact]
    public void Mask_OfAnotherLength_IsRefusedByEverything()
    {
        var mask = Mask.Of(true, false);
        const string Message = "cannot select from 3 events with a mask of 2 events";
        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => Column.Of(1, 2, 3)[mask]).Message);
        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => s_x[mask]).Message);
        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => Mask.Of(true, true, true)[mask]).Message);
        Assert.Equal(Message, Assert.Throws<ArgumentException>(() => (s_x > 1)[mask]).Message);
    }

    [Fact]
    public void EventIndex_OutOfRange_NamesThePosition()
    {
        const string Message = "there is no event 3 among 3 events";
        Assert.Equal(Message, Assert.Throws<ArgumentOutOfRangeException>(() => Column.Of(1, 2, 3)[EventIndex.Of(0, 3)]).Message);
        Assert.Equal(Message, Assert.Throws<ArgumentOutOfRangeException>(() => s_x[EventIndex.Of(3)]).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_x[EventIndex.Of(-1)]);
    }

    [Fact]
    public void Broadcast_OtherLengths_NamesTheFirstEvent()
    {
        var other = JaggedColumn.Of<int>([1, 2, 3], [1], [4, 5]);
        Assert.Equal("cannot combine a jagged column with another: event 1 has 0 values on the left and 1 on the right",
            Assert.Throws<ArgumentException>(() => s_x + other).Message);
        Assert.Equal("cannot combine a jagged column with a mask: event 1 has 0 values on the left and 1 on the right",
            Assert.Throws<ArgumentException>(() => s_x[other > 1]).Message);
        Assert.Equal("cannot combine a jagged column of 3 events with another of 1 events",
            Assert.Throws<ArgumentException>(() => s_x < JaggedColumn.Of<int>([1, 2, 3])).Message);
        Assert.Equal("cannot combine lists of 3 events with a column of 2 events",
            Assert.Throws<ArgumentException>(() => s_x * Column.Of(1, 2)).Message);
        Assert.Equal("cannot combine 3 values with 2", Assert.Throws<ArgumentException>(() => Column.Of(1, 2, 3) + Column.Of(1, 2)).Message);
        Assert.Equal("cannot compare 3 values with 2", Assert.Throws<ArgumentException>(() => Column.Of(1, 2, 3) < Column.Of(1, 2)).Message);
        Assert.Equal("cannot combine a jagged column with a mask: event 1 has 0 values on the left and 1 on the right",
            Assert.Throws<ArgumentException>(() => s_x.SumWhere(other > 1)).Message);
    }

    [Fact]
    public void JaggedMask_Selections_FollowTheColumn()
    {
        var mask = s_x > 2;
        Assert.Equal([[false, true], [], [true, true]], mask[s_x > 1].ToArrays());
        Assert.Equal([[], [true, true]], mask[Mask.Of(false, true, true)].ToArrays());
        Assert.Equal([[true, true], [false, false, true]], mask[EventIndex.Of(2, 0)].ToArrays());
        Assert.Equal([[true], [], [true]], mask[s_x.ArgMax()].ToArrays());
        Assert.Equal([1, 0, 2], s_x.CountWhere(mask).ToArray());
        Assert.Equal([3L, 0, 9], s_x.SumWhere(mask).ToArray());
    }

    [Fact]
    public void Default_EveryType_IsEmptyAndHarmless()
    {
        Assert.Equal(0, default(JaggedColumn<float>).Length);
        Assert.Empty(default(JaggedColumn<float>).Sum().ToArray());
        Assert.Empty(default(JaggedColumn<float>).ArgSort().ToArrays());
        Assert.Empty(default(JaggedColumn<float>)[default(JaggedMask)].ToArrays());
        Assert.Empty((default(Column<float>) + default(Column<float>)).ToArray());
        Assert.Empty(default(Column<float>)[default(Mask)].ToArray());
        Assert.Equal(0, default(Lists).Total);
        Assert.Empty(default(LocalIndex).ToArrays());
        Assert.Equal(0, default(Mask).CountTrue());
    }

    [Fact]
    public void Concatenation_ByEventsAndByLists()
    {
        var other = JaggedColumn.Of<int>([10], [20, 30], []);
        Assert.Equal([[1, 2, 3], [], [4, 5], [10], [20, 30], []], s_x.FollowedBy(other).ToArrays());
        Assert.Equal([[1, 2, 3, 10], [20, 30], [4, 5]], s_x.JoinedWith(other).ToArrays());
        Assert.Equal([1, 2, 3], Column.Of(1).FollowedBy(Column.Of(2, 3)).ToArray());
        Assert.Throws<ArgumentException>(() => s_x.JoinedWith(JaggedColumn.Of<int>([1])));
    }
}
