using System.Xml.Linq;
using Ristretto.Plots.Figures;
using Ristretto.Tests.Plots.Figures;

namespace Ristretto.Tests.Plots.Svg;

public sealed class SvgDocumentTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Render_EveryKind_IsWellFormedWithoutIdsAndReferences()
    {
        foreach (var figure in Sample.All())
        {
            var document = XDocument.Parse(figure.ToSvg());
            Assert.Equal(s_svg + "svg", document.Root!.Name);
            Assert.DoesNotContain(document.Descendants().Attributes(), attribute => attribute.Name.LocalName is "id" or "href" or "class");
            Assert.DoesNotContain("NaN", document.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Render_Twice_GivesTheSameBytes()
    {
        foreach (var (first, second) in Sample.All().Zip(Sample.All()))
        {
            Assert.Equal(first.ToSvg(), second.ToSvg());
            Assert.Equal(first.ToSvg(), first.ToSvg());
        }
    }

    [Fact]
    public void Render_Labels_StayText()
    {
        var texts = XDocument.Parse(Sample.Stack().ToSvg()).Descendants(s_svg + "text").Select(text => text.Value).ToArray();

        Assert.Contains("59.8 pb\u22121 (13 TeV)", texts);
        Assert.Contains("tt & \"more\" <\u03B7>", texts);
        Assert.Contains("m4j [GeV]", texts);
        Assert.Contains("Events / 100 GeV", texts);
    }

    [Fact]
    public void Render_OtherCulture_GivesTheSameBytes()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        var expected = Sample.Stack().ToSvg();
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = Comma();
            Assert.Equal(expected, Sample.Stack().ToSvg());
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Render_LongLegend_StaysInsideTheFrame()
    {
        var figure = Figure.Stack("many");
        for (var i = 0; i < 14; i++) figure.Background(Sample.Series(i + 1, 2), $"a background with quite a long name, number {i}");
        var rows = XDocument.Parse(figure.ToSvg()).Descendants(s_svg + "text").Where(text => text.Value.Contains("number", StringComparison.Ordinal)).ToArray();

        Assert.Equal(14, rows.Length);
        Assert.All(rows, row => Assert.InRange((double)row.Attribute("x")! + (double)row.Attribute("textLength")!, 112, 684));
        Assert.All(rows, row => Assert.InRange((double)row.Attribute("y")!, 56, 56 + 0.6 * 576));
    }

    private static System.Globalization.CultureInfo Comma()
    {
        var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        return culture;
    }
}
