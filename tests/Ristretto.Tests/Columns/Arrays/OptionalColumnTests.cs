using Ristretto.Columns.Arrays;

namespace Ristretto.Tests.Columns.Arrays;

public class OptionalColumnTests
{
    private static readonly OptionalColumn<float> s_x = OptionalColumn.Of<float>(1, null, float.NaN, 4);

    [Fact]
    public void Arithmetic_None_IsContagious()
    {
        Assert.Equal([2f, null, float.NaN, 5f], (s_x + 1f).ToArray());
        Assert.Equal([2.0, null, double.NaN, 8.0], (s_x * 2.0).ToArray());
        Assert.Equal([-1f, null, float.NaN, -4f], (-s_x).ToArray());
        Assert.Equal([null, null, float.NaN, 3f], (s_x - OptionalColumn.Of<float>(null, 1, 1, 1)).ToArray());
        Assert.Equal([11f, null, float.NaN, 44f], (s_x + Column.Of(10f, 20, 30, 40)).ToArray());
    }

    [Fact]
    public void Divide_NoneByNone_StaysNone() => Assert.Equal([1f, null, float.NaN, 1f], (s_x / s_x).ToArray());

    [Fact]
    public void Comparison_None_NeedsAPolicy()
    {
        var above = s_x > 2;
        Assert.Equal([false, null, false, true], above.ToArray());
        Assert.Equal([false, false, false, true], above.FillNone(false).ToArray());
        Assert.Equal([false, true, false, true], above.FillNone(true).ToArray());
        Assert.Equal([true, null, true, false], (!above).ToArray());
        Assert.Equal([false, null, false, false], (above & Mask.Of(true, true, true, false)).ToArray());
        Assert.Equal([true, null, false, true], (above | (s_x == 1f)).ToArray());
        Assert.Equal([false, null, true, false], (s_x != 1f & s_x != 4f).ToArray());
    }

    [Fact]
    public void Comparison_DoubleThreshold_WidensTheColumn() =>
        Assert.Equal([true, false], (OptionalColumn.Of<float>(2.4f, 2.3999999f) > 2.4).ToArray().Select(b => b == true));

    [Fact]
    public void Indexers_SelectEvents()
    {
        Assert.Equal([null, 4f], s_x[Mask.Of(false, true, false, true)].ToArray());
        Assert.Equal([4f, null], s_x[EventIndex.Of(3, 1)].ToArray());
        Assert.Null(s_x[1]);
        Assert.Equal(4, s_x[3]);
        Assert.Throws<ArgumentException>(() => s_x[Mask.Of(true)]);
    }

    [Fact]
    public void Default_IsEmpty()
    {
        OptionalColumn<int> nothing = default;
        Assert.Equal(0, nothing.Length);
        Assert.Empty(nothing.FillNone(1).ToArray());
        Assert.Empty(nothing.ToLists().ToArrays());
        Assert.Empty((nothing + 1).ToArray());
    }

    [Fact]
    public void NoneUnless_MaskOfAnotherLength_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => Column.Of(1, 2).NoneUnless(Mask.Of(true)));
        Assert.Equal("cannot combine a column of 2 events with a mask of 1 events", error.Message);
    }
}
