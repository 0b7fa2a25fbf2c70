using Ristretto.Plots.Typesetting;

namespace Ristretto.Tests.Plots.Typesetting;

public sealed class TextLineTests
{
    [Fact]
    public void Set_PlainText_HasHelveticasWidth() => Assert.Equal(20 * (722 + 833 + 667) / 1000.0, TextLine.Set("CMS", 20).Width, 1e-12);

    [Fact]
    public void Set_Subscript_FollowsSmallerAndLower()
    {
        var line = TextLine.Set("p_{T}", 10);

        Assert.Equal(5.56, line.Runs[1].X, 1e-12);
        Assert.Equal(7, line.Runs[1].Size, 1e-12);
        Assert.True(line.Runs[1].Rise < 0);
        Assert.Equal(5.56 + 0.7 * 6.11, line.Width, 1e-12);
    }

    [Fact]
    public void Set_Bar_StandsOverItsLetter()
    {
        var line = TextLine.Set("b#bar{b}", 10);
        var bar = Assert.Single(line.Rules);

        Assert.InRange(bar.X, line.Runs[1].X, line.Runs[1].X + line.Runs[1].Width - bar.Width);
        Assert.InRange(bar.Rise, 7.3, 10);
    }

    [Fact]
    public void All_SpecialCharacters_AreUniqueInUnicodeNameAndSymbol()
    {
        Assert.Distinct(SpecialCharacters.All.Select(special => special.Character));
        Assert.Distinct(SpecialCharacters.All.Select(special => special.Name));
        Assert.Distinct(SpecialCharacters.All.Select(special => special.SymbolCode));
    }
}
