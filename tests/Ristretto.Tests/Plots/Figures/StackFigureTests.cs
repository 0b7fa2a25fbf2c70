using System.Text.Json;
using Ristretto.Plots.Figures;
using Ristretto.Plots.Series;

namespace Ristretto.Tests.Plots.Figures;

public sealed class StackFigureTests
{
    [Fact]
    public void Compose_Backgrounds_AreStackedWithTheSmallestBelow()
    {
        var layers = Sample.Stack().Compose().Panels[0].Marks.OfType<AreaMark>().Where(mark => mark.Role == "background").ToArray();

        Assert.Equal(["Multijet", "t#bar{t} & \"more\" <\u03B7>"], layers.Select(layer => layer.Label));     // painted from the top of the stack downwards
        Assert.Equal([44, 39, 0, 10], layers[0].Upper);
        Assert.Equal([4, 9, 0, 2], layers[1].Upper);
    }

    [Fact]
    public void Compose_Legend_NamesYieldsOfDataSignalAndBackgrounds() =>
        Assert.Equal(["Data 83", "HH\u21924b \u00D7 10 1.10", "Multijet 78.0", "t#bar{t} & \"more\" <\u03B7> 15.0", "Stat. unc. "],
            Sample.Stack().Compose().Legend.Entries.Select(entry => $"{entry.Label} {entry.Yield}"));

    [Fact]
    public void Compose_Ratio_HasAGapWhereNothingIsAndALimitWhereDataAreMissing()
    {
        var ratio = Sample.Stack().Compose().Panels[1].Marks.OfType<PointMark>().Single();

        Assert.Equal(47 / 44.0, ratio.Values[0], 1e-15);
        Assert.True(double.IsNaN(ratio.Values[2]));
        Assert.Equal(0, ratio.Values[3]);
        Assert.Equal(0, ratio.Low[3]);
        Assert.Equal(1.8410216450093 / 10, ratio.High[3], 1e-12);
    }

    [Fact]
    public void Compose_RatioErrors_AreThoseOfDataAloneAndTheBandThatOfTheExpectation()
    {
        var marks = Sample.Stack().Compose().Panels[1].Marks;
        var (points, band) = (marks.OfType<PointMark>().Single(), marks.OfType<AreaMark>().Single());

        Assert.Equal(Ristretto.Histograms.Statistics.PoissonInterval.Garwood(47).High / 44, points.High[0], 1e-12);
        Assert.Equal(1 + Math.Sqrt(44) / 44, band.Upper[0], 1e-12);
    }

    [Fact]
    public void Compose_IncompleteExpectation_DrawsNoRatioAndSaysWhy()
    {
        var figure = Sample.Stack().IncompleteExpectation("multijet not simulated").Compose();

        Assert.Single(figure.Panels);
        Assert.Contains("multijet not simulated", figure.Legend.Remarks);
    }

    [Fact]
    public void Compose_Label_IsOursUntilAnExperimentIsNamed()
    {
        Assert.Equal(new Heading("Ristretto", "simulation", "59.8 pb^{-1} (13 TeV)"), Sample.Stack().Compose().Heading);
        Assert.Equal(new Heading("CMS", "Preliminary", "59.8 pb^{-1} (13 TeV)"), Sample.Stack().Label("CMS", "Preliminary").Compose().Heading);
        Assert.Equal("", Sample.Stack().Label("CMS").Compose().Heading.Supplement);
    }

    [Fact]
    public void Compose_Density_DividesContentsAndIntervalsByTheWidths()
    {
        var series = new BinnedSeries(BinAxis.Variable("x [GeV]", 0, 1, 5), [4, 4], [4, 4]);
        var points = Figure.Stack("x").Data(series).Density().Compose().Panels[0].Marks.OfType<PointMark>().Single();

        Assert.Equal([4, 1], points.Values);
        Assert.Equal(points.High[0] / 4, points.High[1], 1e-15);
    }

    [Fact]
    public void Compose_Flow_IsAHintOrGoesIntoTheEdgeBins()
    {
        var series = new BinnedSeries(BinAxis.Regular("x", 2, 0, 2), [1, 2], [1, 2], new(3, 3), new(4, 4));

        Assert.Equal("underflow: data 3 \u00B7 overflow: data 4", Figure.Stack("x").Data(series).Compose().Hint);
        Assert.Equal([4, 6], Figure.Stack("x").Data(series).Flow(FlowDisplay.Sum).Compose().Panels[0].Marks.OfType<PointMark>().Single().Values);
    }

    [Fact]
    public void Background_OtherBins_IsRefused() =>
        Assert.Contains("4 bins from 0 to 400", Assert.Throws<ArgumentException>(() => Sample.Stack().Background(Sample.Series(1, 2), "x")).Message);

    [Fact]
    public void Compose_Empty_NamesTheFigure() => Assert.Contains("figure m4j has no series", Assert.Throws<InvalidOperationException>(() => Figure.Stack("m4j").Compose()).Message);

    [Fact]
    public void ToJson_Figure_HoldsWhatIsDrawn()
    {
        using var json = JsonDocument.Parse(Sample.Stack().ToJson());
        var ratio = json.RootElement.GetProperty("panels")[1].GetProperty("series")[2];

        Assert.Equal("m4j", json.RootElement.GetProperty("figure").GetString());
        Assert.Equal(47 / 44.0, ratio.GetProperty("values")[0].GetDouble());
        Assert.Equal(JsonValueKind.Null, ratio.GetProperty("values")[2].ValueKind);
    }
}
