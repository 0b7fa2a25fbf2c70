using Ristretto.Columns.Arrays;

namespace Ristretto.Tests.Columns.Arrays;

public class LikenessTests
{
    [Fact]
    public void IsSameAs_ValuesListsAndNone_MustAgree()
    {
        Assert.True(Column.Of(1, double.NaN, 0.0).IsSameAs(Column.Of(1, double.NaN, -0.0)));
        Assert.False(Column.Of(1.0).IsSameAs(Column.Of(1.0, 2)));
        Assert.False(Column.Of(1.0).IsSameAs(Column.Of(Math.BitIncrement(1.0))));
        Assert.True(JaggedColumn.Of<int>([1], [2]).IsSameAs(JaggedColumn.Of<int>([1], [2])));
        Assert.False(JaggedColumn.Of<int>([1], [2]).IsSameAs(JaggedColumn.Of<int>([1, 2], [])));
        Assert.True(OptionalColumn.Of<int>(1, null).IsSameAs(Column.Of(1, 5).NoneUnless(Mask.Of(true, false))));
        Assert.False(OptionalColumn.Of<int>(1, null).IsSameAs(OptionalColumn.Of<int>(null, 1)));
    }

    [Fact]
    public void IsCloseTo_Tolerances_CountBoth()
    {
        Assert.True(Column.Of(1.0, 1e-9, double.NaN, double.PositiveInfinity).IsCloseTo(Column.Of(1.000001, 0, double.NaN, double.PositiveInfinity)));
        Assert.False(Column.Of(1.0).IsCloseTo(Column.Of(1.001)));
        Assert.True(Column.Of(1.0).IsCloseTo(Column.Of(1.001), relative: 1e-2));
        Assert.False(Column.Of(double.NaN).IsCloseTo(Column.Of(1.0), absolute: 9));
        Assert.False(Column.Of(1.0).IsCloseTo(Column.Of(1.0, 1)));
        Assert.True(JaggedColumn.Of<float>([1], []).IsCloseTo(JaggedColumn.Of<float>([1.000001f], [])));
        Assert.False(JaggedColumn.Of<float>([1], []).IsCloseTo(JaggedColumn.Of<float>([], [1])));
    }

    [Fact]
    public void RequireAll_None_IsNamed()
    {
        Assert.Equal([1, 2], OptionalColumn.Of<int>(1, 2).RequireAll().ToArray());
        Assert.Equal("event 1 has no value; FillNone says what stands in for it",
            Assert.Throws<ArgumentException>(() => OptionalColumn.Of<int>(1, null, null).RequireAll()).Message);
    }

    [Fact]
    public void Builder_ListsOfALoop_AreTheColumn()
    {
        var builder = new JaggedColumnBuilder<int>();
        builder.Add(1);
        builder.Add([2, 3]);
        builder.EndList();
        builder.EndList();
        builder.Add(4);
        Assert.Equal(2, builder.Length);
        var column = builder.ToColumn();
        builder.EndList();
        Assert.Equal([[1, 2, 3], []], column.ToArrays());
        Assert.Equal([[1, 2, 3], [], [4]], builder.ToColumn().ToArrays());
        builder.Clear();
        Assert.Empty(builder.ToColumn().ToArrays());
    }
}
