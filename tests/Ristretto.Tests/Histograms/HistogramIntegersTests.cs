using System.Text;
using Ristretto.Columns.Accumulation;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Exchange;
using Ristretto.Histograms.Storages;

namespace Ristretto.Tests.Histograms;

public sealed class HistogramIntegersTests
{
    [Fact]
    public void Fill_AnotherWeight_IsRefusedAtOnceAndNothingIsFilled()
    {
        foreach (var histogram in (Histogram[])[Make(10), Make(20_000), Histogram.Of("x", Axis.Variable("x", 0, 1, 10)).WithIntegers()])
        {
            histogram.Fill(0.5);
            histogram.Fill<double>([0.5, 2], [1, 1]);
            Assert.Contains("WithIntegers", Assert.Throws<InvalidOperationException>(() => histogram.Fill(0.5, 2)).Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => histogram.Fill<double>([0.5, 0.5], [1, 1.5]));
            Assert.Throws<InvalidOperationException>(() => histogram.Fill(0.5, double.NaN));
            Assert.Equal((3, 3), (histogram.Sum(), histogram.Entries));
            Assert.Equal(histogram.Values, histogram.Variances);
        }
    }

    [Fact]
    public void Fill_InALane_IsRefusedInTheLane()
    {
        var histogram = Make(10);
        var lane = new Lane();
        lane.Enter();
        try { Assert.Throws<InvalidOperationException>(() => histogram.Fill(0.5, 0.5)); }
        finally { Lane.Leave(); }
        lane.MergeAndClear();
        Assert.Equal(0, histogram.Entries);
    }

    [Fact]
    public void SetValues_NoIntegers_AreRefused()
    {
        var histogram = Make(3);
        Assert.Throws<ArgumentException>(() => histogram.SetValues([1, 2.5, 3]));
        Assert.Throws<ArgumentException>(() => histogram.SetValues([1, double.PositiveInfinity, 3]));
    }

    [Fact]
    public void UhiJson_Integers_ComeBackAsIntegers()
    {
        var histogram = Make(2);
        histogram.SetValues([1L << 52, 7]);
        using var stream = new MemoryStream();
        UhiJson.Write(stream, [new("x", histogram)]);

        var json = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains("\"type\":\"int\"", json, StringComparison.Ordinal);
        Assert.Contains("[0,4503599627370496,7,0]", json, StringComparison.Ordinal);
        var back = UhiJson.Parse(stream.ToArray(), "x.json")["x"];
        Assert.Equal((StorageKind.Integer, (double)(1L << 52)), (back.Kind, back.ValueOf(0)));
        Assert.ThrowsAny<Exception>(() => UhiJson.Parse(Encoding.UTF8.GetBytes(json.Replace(",7,", ",7.5,", StringComparison.Ordinal)), "x.json"));
    }

    [Fact]
    public void Operations_OnIntegers_GoOn()
    {
        var histogram = Make(4);
        histogram.Fill<double>([0.5, 1.5, 1.5]);
        Assert.Equal((StorageKind.Integer, 3), ((histogram + histogram).Rebin(2).Kind, histogram.Rebin(2).ValueOf(0)));
        Assert.Equal(StorageKind.Weighted, (histogram * 0.5).Kind);
        Assert.Equal(StorageKind.Count, Histogram.Regular("x", 4, 0, 4).WithCounts().Kind);
        Assert.Equal([0, 1, 2, 0, 0, 0], RootHistogram.ToRecord(histogram).Contents);
    }

    private static Histogram Make(int bins) => Histogram.Regular("x", bins, 0, bins).WithIntegers();
}
