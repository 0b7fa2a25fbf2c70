using Ristretto.Histograms.Axes;

namespace Ristretto.Tests.Histograms.Axes;

public class AxisTests
{
    [Theory]
    [InlineData(-0.001, 0)]
    [InlineData(0, 1)]
    [InlineData(4.999999, 1)]
    [InlineData(5, 2)]
    [InlineData(299.99, 60)]
    [InlineData(300, 61)]
    [InlineData(double.PositiveInfinity, 61)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, 61)]
    public void RegularIndexOf_Value_IsTheBinThatHoldsIt(double value, int expected) => Assert.Equal(expected, Axis.Regular("pt", 60, 0, 300).IndexOf(value));

    [Fact]
    public void RegularIndexOf_ValueOnAnEdge_MultipliesBeforeItDivides()
    {
        // Dividing first gives 57.99999999999999 here, one bin too low; so does multiplying by the inverse width.
        const double value = 58;
        Assert.NotEqual(58, (int)(value / 100 * 100));
        Assert.NotEqual(58, (int)(value * (100 / 200.0) / 50 * 100));

        Assert.Equal(59, Axis.Regular("x", 100, 0, 100).IndexOf(value));
    }

    [Fact]
    public void RegularIndexOf_EveryEdgeOfRoundBinnings_IsTheBinAbove()
    {
        foreach (var (bins, low, high) in ((int, double, double)[])[(100, 0, 200), (60, 0, 300), (50, 0, 1500), (101, -0.5, 100.5), (120, 0, 1200)])
        {
            var axis = Axis.Regular("x", bins, low, high);
            for (var i = 0; i <= bins; i++) Assert.Equal(i + 1, axis.IndexOf(low + i * ((high - low) / bins)));
        }
    }

    [Fact]
    public void RegularEdges_OfTheAxis_BeginAndEndExactly()
    {
        var axis = Axis.Regular("phi", 30, -Math.PI, Math.PI);

        Assert.Equal(31, axis.Edges.Length);
        Assert.Equal(-Math.PI, axis.Edges[0]);
        Assert.Equal(Math.PI, axis.Edges[30]);
        Assert.Equal(0, axis.Edges[15]);
        Assert.Equal(-4.4, Axis.Regular("eta", 50, -5, 5).Edges[3]);
    }

    [Fact]
    public void VariableIndexOf_Values_FindsTheBin()
    {
        var axis = Axis.Variable("x", 1, 2, 4, 8);

        Assert.Equal([0, 1, 1, 2, 3, 3, 4, 4], ((double[])[0.5, 1, 1.5, 2, 4, 7.99, 8, double.NaN]).Select(axis.IndexOf));
    }

    [Fact]
    public void IntegerIndexOf_Values_RoundsDown()
    {
        var axis = Axis.Integer("charge", -2, 3);

        Assert.Equal([0, 1, 2, 2, 3, 5, 6, 6], ((double[])[-2.5, -2, -1, -0.5, 0.9, 2, 3, double.NaN]).Select(axis.IndexOf));
    }

    [Fact]
    public void IntCategoryIndexOf_UnknownNumber_IsOverflow()
    {
        var axis = Axis.IntCategory("puId", 0, 4, 6, 7);

        Assert.Equal([0, 1, 2, 3, 4, 4, 4], ((double[])[0, 4, 6, 7, 5, 6.5, double.NaN]).Select(axis.IndexOf));
        Assert.Equal((5, false, true), (axis.Extent, axis.HasUnderflow, axis.HasOverflow));
    }

    [Fact]
    public void StringCategoryIndexOf_UnknownString_IsOverflow()
    {
        var axis = Axis.Category("region", "SR", "SB");

        Assert.Equal([0, 1, 2, 2], ((string[])["SR", "SB", "CR", "sr"]).Select(axis.IndexOf));
        Assert.Equal("overflow", axis.BinLabel(2));
    }

    [Fact]
    public void Boolean_NoFlow_HasNoBinForNaN()
    {
        var axis = Axis.Boolean("passes");

        Assert.Equal([0, 1, 1, -1], ((double[])[0, 1, -2, double.NaN]).Select(axis.IndexOf));
        Assert.Equal(2, axis.Extent);
    }

    [Fact]
    public void Constructor_BinningThatIsNone_SaysWhichAxisAndWhy()
    {
        Assert.Contains("\"x\"", Assert.Throws<ArgumentException>(() => Axis.Regular("x", 10, 1, 1)).Message);
        Assert.Contains("\"x\"", Assert.Throws<ArgumentException>(() => Axis.Regular("x", 10, 0, double.NaN)).Message);
        Assert.Contains("edge 2", Assert.Throws<ArgumentException>(() => Axis.Variable("x", 0, 1, 1)).Message);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => Axis.Category("x", "a", "a")).Message);
        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => Axis.IntCategory("x", 3, 3)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Axis.Regular("x", 0, 0, 1));
    }

    [Fact]
    public void BinLabel_OfEachKind_CanBeRead()
    {
        Assert.Equal(["underflow", "[0, 0.5)", "[0.5, 1)", "overflow"], Enumerable.Range(0, 4).Select(Axis.Regular("x", 2, 0, 1).BinLabel));
        Assert.Equal(["false", "true"], Enumerable.Range(0, 2).Select(Axis.Boolean("x").BinLabel));
        Assert.Equal(["underflow", "-1", "0", "overflow"], Enumerable.Range(0, 4).Select(Axis.Integer("x", -1, 1).BinLabel));
    }
}
