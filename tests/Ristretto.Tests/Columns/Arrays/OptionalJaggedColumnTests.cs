using Ristretto.Columns.Arrays;
using static Ristretto.Columns.Arrays.ColumnMath;

namespace Ristretto.Tests.Columns.Arrays;

public class OptionalJaggedColumnTests
{
    private static readonly JaggedColumn<float> s_x = JaggedColumn.Of<float>([1, 2, 3], [], [4, 5]);
    private static readonly OptionalJaggedColumn<float> s_odd = s_x.NoneUnless(JaggedMask.Of([true, false, true], [], [false, true]));

    [Fact]
    public void Arithmetic_None_IsContagious()
    {
        Assert.Equal([[2f, null, 4], [], [null, 6f]], (s_odd + 1f).ToArrays());
        Assert.Equal([[2f, null, 6], [], [null, 10f]], (s_odd + s_x).ToArrays());
        Assert.Equal([[0f, null, 0], [], [null, 0f]], (s_x - s_odd).ToArrays());
        Assert.Equal([[0.5, null, 1.5], [], [null, 2.5]], (s_odd * 0.5).ToArrays());
        Assert.Equal([[-1f, null, -3], [], [null, -5f]], (-s_odd).ToArrays());
        Assert.Equal([[1f, null, 1], [], [null, 1f]], (s_odd / s_odd).ToArrays());
        Assert.Equal([[11f, null, 13], [], [null, null]], (s_odd + OptionalColumn.Of<float>(10, 20, null)).ToArrays());
    }

    [Fact]
    public void RepeatFor_AValueOrNonePerEvent_MeetsEveryObject() =>
        Assert.Equal([[0f, 1, 2], [], [null, null]], (s_x - s_x.Take(2).NoneUnless(Mask.Of(true, true, false)).Reduce(lists => lists.Min()).RepeatFor(s_x.Lists)).ToArrays());

    [Fact]
    public void Comparison_None_NeedsAPolicy()
    {
        var large = s_odd > 2;
        Assert.Equal([[false, null, true], [], [null, true]], large.ToArrays());
        Assert.Equal([[false, false, true], [], [false, true]], large.FillNone(false).ToArrays());
        Assert.Equal([[false, true, true], [], [true, true]], large.FillNone(true).ToArrays());
        Assert.Equal([[true, null, false], [], [null, false]], (!large).ToArrays());
        Assert.Equal([[false, null, false], [], [null, true]], (large & (s_x > 3)).ToArrays());
        Assert.Equal([[true, null, true], [], [null, true]], (large | (s_x < 2)).ToArrays());
        Assert.Equal([[true, null, true], [], [null, false]], (large ^ (s_x < 2) ^ (s_x > 4)).ToArrays());
        Assert.Equal([[false, true, false], [], [true, false]], large.IsNone.ToArrays());
    }

    [Fact]
    public void AnyAndAll_PassOverNone()
    {
        Assert.Equal([true, false, true], (s_odd > 2).Any().ToArray());
        Assert.Equal([false, true, true], (s_odd > 2).All().ToArray());
        Assert.Equal([false, true, false], (s_odd == 1f).All().ToArray());
    }

    [Fact]
    public void Reducers_PassOverNone()
    {
        Assert.Equal([4.0, 0, 5], s_odd.Sum().ToArray());
        Assert.Equal([2.0, double.NaN, 5], s_odd.Mean().ToArray());
        Assert.Equal([2, 0, 1], s_odd.Count.ToArray());
        Assert.Equal([1f, null, 5], s_odd.Min().ToArray());
        Assert.Equal([3f, null, 5], s_odd.Max().ToArray());
        Assert.Equal([4L, 0, 5], s_odd.To<int>().Sum().ToArray());
    }

    [Fact]
    public void ArgMax_CountsNoneAsAPlace()
    {
        Assert.Equal([[2], [], [1]], s_odd.ArgMax().ToArrays());
        Assert.Equal([[0], [], [1]], s_odd.ArgMin().ToArrays());
        Assert.Equal([[3f], [], [5]], s_x[s_odd.ArgMax()].ToArrays());
    }

    [Fact]
    public void ArgSort_PutsNoneAtTheEnd()
    {
        Assert.Equal([[2, 0, 1], [], [1, 0]], s_odd.ArgSort(descending: true).ToArrays());
        Assert.Equal([[0, 2, 1], [], [1, 0]], s_odd.ArgSort().ToArrays());
        Assert.Equal([[3f, 1, null], [], [5, null]], s_odd.Sort(descending: true).ToArrays());
    }

    [Fact]
    public void At_NoneAndShortLists_AreNone()
    {
        Assert.Equal([1f, null, null], s_odd.First().ToArray());
        Assert.Equal([3f, null, 5], s_odd.At(-1).ToArray());
        Assert.Equal([3f, null, null], s_odd.At(2).ToArray());
    }

    [Fact]
    public void Selections_KeepNone()
    {
        Assert.Equal([1f, null, 3, null, 5], s_odd.Flat.ToArray());
        Assert.Equal([[null, 5f], [1, null, 3]], s_odd[EventIndex.Of(2, 0)].ToArrays());
        Assert.Equal([[3f, null, 1], [], [5, null]], s_odd[s_x.ArgSort(descending: true)].ToArrays());
    }

    [Fact]
    public void Reduce_NoList_StaysNone()
    {
        var masked = s_x.NoneUnless(Mask.Of(false, true, true));
        Assert.Equal([null, 0.0, 9], masked.Reduce(lists => lists.Sum()).ToArray());
        Assert.Equal([null, null, 5f], masked.Reduce(lists => lists.Max()).ToArray());
    }

    [Fact]
    public void Apply_AnyFunction_KeepsNone()
    {
        Assert.Equal([1, null, 2], OptionalColumn.Of<int>(-1, null, 2).Apply(Abs).ToArray());
        Assert.Equal([[1f, null, 3], [], [null, 5]], (-s_odd).Apply(Abs).ToArrays());
        Assert.Equal([[1f], null, [4]], s_x.NoneUnless(Mask.Of(true, false, true)).Apply(lists => lists.Take(1)).ToArrays());
        Assert.Equal([[[2f], [3, 4]], [], [[5, 6]]], s_x.Unflatten(JaggedColumn.Of<int>([1, 2], [], [2])).Apply(x => x + 1f).ToArrays());
        Assert.Throws<ArgumentException>(() => s_odd.Apply(lists => lists.Take(1)));
        Assert.Throws<ArgumentException>(() => s_x.Unflatten(JaggedColumn.Of<int>([1, 2], [], [2])).Apply(_ => s_x[1..]));
    }

    [Fact]
    public void FillNone_ColumnOfEvents_StandsIn() => Assert.Equal([1, 20, 3], OptionalColumn.Of<int>(1, null, 3).FillNone(Column.Of(10, 20, 30)).ToArray());

    [Fact]
    public void NoneIfNaN_NaN_BecomesNone()
    {
        Assert.Equal([1.0, null, double.PositiveInfinity], Column.Of(1, double.NaN, double.PositiveInfinity).NoneIfNaN().ToArray());
        Assert.Equal([[1f, null], []], JaggedColumn.Of<float>([1, float.NaN], []).NoneIfNaN().ToArrays());
    }

    [Fact]
    public void ReplaceNaN_NaNAndInfinities_BecomeNumbers()
    {
        var x = JaggedColumn.Of<float>([1, float.NaN], [float.PositiveInfinity, float.NegativeInfinity]);
        Assert.Equal([[1f, 0], [float.MaxValue, float.MinValue]], x.ReplaceNaN().ToArrays());
        Assert.Equal([[1f, -1], [7, -7]], x.ReplaceNaN(-1, 7, -7).ToArrays());
    }

    [Fact]
    public void Where_NoneAndBroadcast_ChoosesByTheShapeOfTheCondition()
    {
        Assert.Equal([1, null, 30], Where(Mask.Of(true, true, false), OptionalColumn.Of<int>(1, null, 3), Column.Of(10, 20, 30)).ToArray());
        Assert.Equal([[10f, 2, 3], [], [4, 5]], Where(s_x > 1, s_x, Column.Of(10f, 20, 30)).ToArrays());
        Assert.Equal([[1f, 10, 10], [], [30, 30]], Where(s_x > 1, Column.Of(10f, 20, 30), s_x).ToArrays());
        Assert.Equal([[1f, 2, 3], [7], []], Where(Mask.Of(true, false, false), s_x, JaggedColumn.Of<float>([], [7], [])).ToArrays());
        Assert.Equal([true, true], Where(Mask.Of(true, false), Mask.Of(true, false), Mask.Of(false, true)).ToArray());
        Assert.Equal([[false, true, true], [], [true, true]], Where(s_x > 1, s_x > 0, s_x > 3).ToArrays());
    }

    [Fact]
    public void JaggedMask_OfPartners_IsNoneWithoutOne()
    {
        var nearest = new OptionalLocalIndex(Lists.FromCounts([2, 1]), Column.Of(1, -1, 0).Buffer);
        Assert.Equal([[true, null], [false]], JaggedMask.Of([false, true], [false])[nearest].ToArrays());
        Assert.Equal([[false, true], [false]], nearest.IsNone.ToArrays());
        Assert.Equal([[1], []], nearest[JaggedMask.Of([true, false], [false])].ToArrays());
    }
}
