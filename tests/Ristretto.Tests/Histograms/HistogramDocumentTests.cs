using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Growing;
using Ristretto.Histograms.Indexing;

namespace Ristretto.Tests.Histograms;

/// <summary>The code of docs/histograms.md.</summary>
public class HistogramDocumentTests
{
    [Fact]
    public void Examples_OfTheDocument_Work()
    {
        var pt = Axis.Transformed("pt", 3, 20, 160, AxisTransform.Log);
        var phi = Axis.Circular("phi", 4, -Math.PI, Math.PI);
        var jets = Histogram.Of("jets", Axis.Category("region", "SR", "SB"), pt, phi);
        jets.Fill((25, 3.2), 1.5, "SR");

        var hard = jets.Select(("region", BinIndex.Loc("SR")), ("pt", AxisSelection.From(BinIndex.Loc(40)).Sum()));
        var all = jets.Select(("region", AxisSelection.All.Sum()), ("phi", AxisSelection.All.Rebin(2)));

        var response = Profile.Regular("response", 10, 0, 100);
        response.Fill(45, sample: 0.98, weight: 1.2);

        var samples = GrowingHistogram.Of("m4j", GrowingAxis.Category("sample"), GrowingAxis.Regular("m4j", 10, 200, 300));
        samples.Fill(425, 0.7, "ttbar");
        var m4j = samples.ToHistogram();

        var (data, expectation) = (Histogram.Regular("x", 5, 0, 5), Histogram.Regular("x", 5, 0, 5));
        expectation.Fill(4.5, 2);
        var ratio = data.RatioTo(expectation);
        var limit = ratio[4].High;

        Assert.Equal(1.841 / 2, limit, 1e-3);
        Assert.Equal((0, 1.5), (hard.Sum(), all.ValueOf(0, 0)));
        Assert.Equal((0.98, 425), (response.Values[5], m4j.Axes[1].Edges[^2] + 5));
    }
}
