using Ristretto.Columns.Arrays;

namespace Ristretto.Tests.Columns.Arrays;

/// <summary>Ranges of events and of lists, lists of lists, equal lengths.</summary>
public class SlicingTests
{
    private static readonly JaggedColumn<int> s_x = JaggedColumn.Of<int>([1, 2, 3], [], [4, 5]);

    [Fact]
    public void Take_Range_IsCutOffWhereTheListEnds()
    {
        Assert.Equal([[2, 3], [], [5]], s_x.Take(1..).ToArrays());
        Assert.Equal([[2, 3], [], [4, 5]], s_x.Take(^2..).ToArrays());
        Assert.Equal([[1, 2], [], [4]], s_x.Take(..^1).ToArrays());
        Assert.Equal([[3], [], []], s_x.Take(2..7).ToArrays());
        Assert.Equal([[], [], []], s_x.Take(2..1).ToArrays());
        Assert.Equal([[2], [], []], s_x.Take(^2..^1).ToArrays().Select((list, i) => i == 2 ? [] : list));
    }

    [Fact]
    public void Take_Step_GoesForwardsAndBackwards()
    {
        Assert.Equal([[1, 3], [], [4]], s_x.Take(.., 2).ToArrays());
        Assert.Equal([[3, 2, 1], [], [5, 4]], s_x.Take(.., -1).ToArrays());
        Assert.Equal([[3, 1], [], [5]], s_x.Take(.., -2).ToArrays());
        Assert.Equal([[1], [], [4]], s_x.Take(.., int.MaxValue).ToArrays());
        Assert.Throws<ArgumentOutOfRangeException>(() => s_x.Take(.., 0));
    }

    [Fact]
    public void Take_RangeOfAnIndex_LeavesOutTheLeadingObject() =>
        Assert.Equal([[2, 1], [], [4]], s_x[s_x.ArgSort(descending: true).Take(1..)].ToArrays());

    [Fact]
    public void Slice_OfEvents_IsARange()
    {
        Assert.Equal([2, 3], Column.Of(1, 2, 3, 4)[1..3].ToArray());
        Assert.Equal([[], [4, 5]], s_x[1..].ToArrays());
        Assert.Equal([0, 9], s_x[1..].Sum().ToArray().Select(v => (int)v));
        Assert.Equal([[4, 5]], s_x[1..][1..].ToArrays());
        Assert.Equal([[5]], (s_x[2..] + 0)[s_x[2..] > 4].ToArrays());
        Assert.Empty(s_x[3..].ToArrays());
        Assert.Equal("there are no 3 events from 2 on among 4 events", Assert.Throws<ArgumentOutOfRangeException>(() => Column.Of(1, 2, 3, 4).Slice(2, 3)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_x.Slice(-1, 1));
    }

    [Fact]
    public void Slice_OfAWorkspace_IsRefusedAfterItsReset()
    {
        var workspace = new Workspace();
        var column = new Column<int>(workspace.Allocate<int>(4));
        var part = column[1..];
        workspace.Reset();
        Assert.Throws<ObjectDisposedException>(() => part.ToArray());
    }

    [Fact]
    public void Unflatten_EqualLengths_MustDivide()
    {
        Assert.Equal([[1, 2], [3, 4]], Column.Of(1, 2, 3, 4).Unflatten(2).ToArrays());
        Assert.Equal([[7], [8]], Column.Of(7, 8).Unflatten(1).ToArrays());
        Assert.Equal("lists of 3 elements cannot hold a column of 4 values", Assert.Throws<ArgumentException>(() => Column.Of(1, 2, 3, 4).Unflatten(3)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Column.Of(1).Unflatten(0));
    }

    [Fact]
    public void Unflatten_OptionalCounts_GivesNoListForNone() =>
        Assert.Equal([[1, 2], null, [3]], Column.Of(1, 2, 3).Unflatten(OptionalColumn.Of<int>(2, null, 1)).ToArrays());

    [Fact]
    public void Unflatten_RunLengthsOfEachList_GroupsEqualNeighbours()
    {
        var x = JaggedColumn.Of<int>([1, 1, 2], [], [2, 3, 3]);
        var groups = x.Unflatten(x.RunLengths());
        Assert.Equal([[[1, 1], [2]], [], [[2], [3, 3]]], groups.ToArrays());
        Assert.Equal([[2, 1], [], [1, 2]], groups.Count.ToArrays());
        Assert.Equal(x.ToArrays(), groups.Flatten().ToArrays());
        Assert.Equal("lists of together 2 elements cannot hold the 3 of event 0",
            Assert.Throws<ArgumentException>(() => x.Unflatten(JaggedColumn.Of<int>([2], [], [4]))).Message);
    }

    [Fact]
    public void CommonLength_ListsOfOneLength_IsThatLength()
    {
        Assert.Equal(2, Lists.FromCounts([2, 2, 2]).CommonLength);
        Assert.Equal(0, Lists.FromCounts([0, 0]).CommonLength);
        Assert.Null(Lists.FromCounts([2, 1, 3]).CommonLength);
        Assert.Null(Lists.FromCounts([]).CommonLength);
        Assert.Equal(2, s_x.PadNone(2, clip: true).Lists.CommonLength);
    }

    [Fact]
    public void Events_AndLocalIndices_AreEntryAndSubentry()
    {
        Assert.Equal([0, 0, 0, 2, 2], s_x.Lists.Events().AsSpan().ToArray());
        Assert.Equal([0, 1, 2, 0, 1], s_x.LocalIndices().Values.ToArray());
    }

    [Fact]
    public void FilledWith_AnyType_KeepsTheLists()
    {
        Assert.Equal([[0.5, 0.5, 0.5], [], [0.5, 0.5]], s_x.FilledWith(0.5).ToArrays());
        Assert.Equal([1f, 1f], Column.Of(3, 4).FilledWith(1f).ToArray());
    }

    [Fact]
    public void Ranks_EachList_AreThePlacesInItsOrder()
    {
        var x = JaggedColumn.Of<float>([20, 50, 30], [], [10, 10, float.NaN]);
        Assert.Equal([[2, 0, 1], [], [0, 1, 2]], x.Ranks(descending: true).ToArrays());
        Assert.Equal([[0, 2, 1], [], [0, 1, 2]], x.Ranks().ToArrays());
    }

    [Fact]
    public void ArgSort_OfEvents_IsStableWithNaNLast()
    {
        var x = Column.Of(2.0, double.NaN, 1, 2);
        Assert.Equal([2, 0, 3, 1], x.ArgSort().AsSpan().ToArray());
        Assert.Equal([0, 3, 2, 1], x.ArgSort(descending: true).AsSpan().ToArray());
        Assert.Equal(Enumerable.Range(0, 500), Column.Of(Enumerable.Range(0, 500).Select(i => i * 7 % 500).ToArray()).Sort().ToArray());
    }

    [Fact]
    public void Joined_ListsWithAValueOfTheEvent_HaveOneMore()
    {
        Assert.Equal([[1, 2, 3, 10], [20], [4, 5, 30]], s_x.JoinedWith(Column.Of(10, 20, 30)).ToArrays());
        Assert.Equal([[false, true, true, true], [true], [true, true]], (s_x > 1).JoinedWith(JaggedMask.Of([true], [true], [])).ToArrays());
        Assert.Equal([true, false, true], Mask.Of(true).FollowedBy(Mask.Of(false, true)).ToArray());
        Assert.Equal([1, null, 2], OptionalColumn.Of<int>(1, null).FollowedBy(Column.Of(2)).ToArray());
    }

    [Fact]
    public void ToIndex_OfAnObjectMask_GivesPositionsInTheLists() => Assert.Equal([[1, 2], [], [0, 1]], (s_x > 1).ToIndex().ToArrays());
}
