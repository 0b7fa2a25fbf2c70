using System.Text;
using Ristretto.Bytes.Errors;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Exchange;

namespace Ristretto.Tests.Histograms.Exchange;

public sealed class UhiJsonTests
{
    [Fact]
    public void Write_SmallHistogram_IsTheDocumentOfTheSchema()
    {
        var histogram = Histogram.Regular("x", 2, 0, 1).Label("x [cm]").By("region", "SR");
        histogram.Fill(0.1, 0.1, "SR");
        histogram.Fill(double.NaN, 2, "SR");

        Assert.Equal(
            """
            {"data/x":{"uhi_schema":1,"metadata":{"name":"x","entries":2,"nan":1},"axes":[
            {"type":"category_str","categories":["SR"],"flow":true,"metadata":{"name":"region"}},
            {"type":"regular","lower":0,"upper":1,"bins":2,"underflow":true,"overflow":true,"circular":false,"metadata":{"name":"x","label":"x [cm]"}}],
            "storage":{"type":"weighted","values":[[0,0.1,0,2],[0,0,0,0]],"variances":[[0,0.010000000000000002,0,4],[0,0,0,0]]}}}
            """.ReplaceLineEndings(""),
            Text(("data/x", histogram)));
    }

    [Fact]
    public void Parse_EveryKindOfAxis_GivesTheSameHistogramBack()
    {
        var random = new Random(2);
        Axis[] last =
        [
            Axis.Regular("r", 7, -1, 2.5).WithLabel("η"), Axis.Variable("v", 0, 0.1, 3), Axis.Integer("i", -2, 3), Axis.IntCategory("c", 0, 4, 7), Axis.Boolean("b"),
            Axis.Regular("rf", 3, 0, 1).WithFlow(false, true), Axis.Integer("if", 0, 2).WithoutFlow(), Axis.IntCategory("cf", 0, 4).WithoutFlow(), Axis.Circular("o", 4, 0, 1),
            Axis.Circular(Axis.Integer("oi", 0, 3)), Axis.Transformed("l", 4, 0.1, 5, AxisTransform.Log), Axis.Transformed("p", 4, 0.1, 5, AxisTransform.Power(0.3)),
        ];
        var histograms = last.Select(axis =>
        {
            var histogram = Histogram.Of(axis.Name, axis).By("tag", "3", "4");
            for (var i = 0; i < 200; i++) histogram.FillRow(random.Next(3), random.NextDouble() / 3, 5 * random.NextDouble() - 2);
            return histogram;
        }).Append(Histogram.Category("cut", "all")).ToArray();

        var back = UhiJson.Parse(Encoding.UTF8.GetBytes(Text([.. histograms.Select(h => (h.Name, h))])), "h.json");

        Assert.Equal(histograms.Select(h => h.Name), back.Keys);
        foreach (var histogram in histograms)
        {
            var read = back[histogram.Name];
            Assert.All(histogram.Axes.Zip(read.Axes), pair => Assert.True(pair.First.Matches(pair.Second) && pair.First.Label == pair.Second.Label));
            Assert.Equal(histogram.Values, read.Values);
            Assert.Equal(histogram.Variances, read.Variances);
            Assert.Equal((histogram.Entries, histogram.NanCount), (read.Entries, read.NanCount));
        }
    }

    [Fact]
    public void Parse_WithoutFlow_GivesAxesWithout()
    {
        const string json = """
            {"main": {"axes": [
              {"type": "variable", "edges": [1, 2, 3, 4], "underflow": true, "overflow": false, "circular": false},
              {"type": "category_int", "categories": [8, 9], "flow": false}],
             "storage": {"type": "double", "values": [[1, 2], [4, 5], [7, 8], [10, 11]]}}}
            """;

        var histogram = UhiJson.Parse(Encoding.UTF8.GetBytes(json), "h.json")["main"];

        Assert.Equal([1, 2, 4, 5, 7, 8, 10, 11], histogram.Values);
        Assert.Equal([(true, false), (false, false)], histogram.Axes.Select(axis => (axis.HasUnderflow, axis.HasOverflow)));
        Assert.Equal("main", histogram.Name);
        Assert.Equal(histogram.Values, histogram.Variances);
    }

    [Theory]
    [InlineData("""[1]""", "no UHI JSON")]
    [InlineData("""{"h": 1}""", "\"h\"")]
    [InlineData("""{"h": {"axes": [{"type": "boolean"}], "storage": {"type": "median"}}}""", "median")]
    [InlineData("""{"h": {"uhi_schema": 2, "axes": []}}""", "uhi_schema 2")]
    [InlineData("""{"h": {"axes": [{"type": "boolean"}], "storage": {"type": "int", "values": [1]}}}""", "2 cells, 1 are given")]
    [InlineData("""{"h": {"axes": [{"type": "circle"}], "storage": {"type": "int", "values": [1]}}}""", "circle")]
    [InlineData("""{"h": """, "no UHI JSON")]
    public void Parse_OtherText_SaysWhatIsWrong(string json, string expected)
    {
        var error = Assert.Throws<SchemaException>(() => UhiJson.Parse(Encoding.UTF8.GetBytes(json), "h.json"));

        Assert.StartsWith("h.json: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Write_ErrorHalfway_LeavesNoFile()
    {
        var folder = Directory.CreateTempSubdirectory("ristretto-").FullName;
        var path = Path.Combine(folder, "h.json");
        var infinite = Histogram.Regular("x", 1, 0, 1);
        infinite.Fill(0.5, double.PositiveInfinity);

        Assert.Throws<ArgumentException>(() => UhiJson.Write(path, [new("x", infinite)]));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
        UhiJson.Write(path, [new("x", Histogram.Regular("x", 1, 0, 1))]);
        Assert.Single(UhiJson.Read(path));
        Assert.Throws<OutputException>(() => UhiJson.Write(Path.Combine(folder, "none", "h.json"), []));
        Directory.Delete(folder, recursive: true);
    }

    // As boost-histogram 1.6 writes it, shortened.
    [Fact]
    public void Parse_DocumentOfBoostHistogram_GivesItsAxesAndStorages()
    {
        const string json = """
            {"m": {"writer_info": {"boost-histogram": {"version": "1.6.1"}}, "uhi_schema": 1, "axes": [
               {"type": "regular", "lower": 0, "upper": 2, "bins": 2, "underflow": false, "overflow": true, "circular": true, "writer_info": {"boost-histogram": {"orig_type": "Integer"}}}],
              "storage": {"type": "mean", "counts": [2, 1, 0], "values": [3, 5, 0], "variances": [8, 0, 0]}},
             "w": {"uhi_schema": 1, "axes": [
               {"type": "variable", "edges": [1, 10, 100], "underflow": true, "overflow": true, "circular": false, "metadata": {"name": "", "label": ""},
                "writer_info": {"boost-histogram": {"transform": "log", "bins": 2, "lower": 1, "upper": 100}}}],
              "storage": {"type": "weighted_mean", "sum_of_weights": [0, 3, 0, 0], "sum_of_weights_squared": [0, 5, 0, 0], "values": [0, 3, 0, 0], "variances": [0, 4.5, 0, 0]}},
             "s": {"axes": [{"type": "category_str", "categories": ["a", "b"], "flow": false, "writer_info": {"boost-histogram": {"growth": true}}}, {"type": "boolean"}],
              "storage": {"type": "int", "index": [[0, 1], [1, 0]], "values": [7, 8]}}}
            """;

        var (histograms, profiles) = UhiJson.ParseAll(Encoding.UTF8.GetBytes(json), "h.json");

        Assert.Equal((2, 0, 3.0, 8.0), (((IntegerAxis)((CircularAxis)profiles["m"].Axes[0]).Inner).Stop, profiles["m"].Axes[0].First, profiles["m"].Values[0], profiles["m"].SampleVariances[0]));
        Assert.Equal((AxisTransform.Log, 4.5, 2.5), (((TransformedAxis)profiles["w"].Axes[0]).Transform, profiles["w"].SampleVariances[1], Math.Round(profiles["w"].Variances[1], 12)));
        Assert.Equal([0, 7, 8, 0], histograms["s"].Values);
        Assert.Contains("UhiJson.ReadAll", Assert.Throws<SchemaException>(() => UhiJson.Parse(Encoding.UTF8.GetBytes(json), "h.json")).Message);
    }

    [Fact]
    public void ParseAll_WrittenProfiles_GivesThemBack()
    {
        var (mean, weighted) = (Profile.Regular("m", 2, 0, 2).WithCounts(), Profile.Of("w", Axis.Category("c", "a"), Axis.Regular("x", 2, 0, 2)).WithTitle("t"));
        foreach (var sample in (double[])[1, 2, 6]) mean.Fill(0.5, sample);
        foreach (var sample in (double[])[1, 2, 6]) weighted.Fill(1.5, sample, sample / 2, "a");
        using var stream = new MemoryStream();

        UhiJson.Write(stream, new UhiDocument(new Dictionary<string, Histogram>(), new Dictionary<string, Profile> { ["m"] = mean, ["w"] = weighted }));
        var back = UhiJson.ParseAll(stream.ToArray(), "h.json").Profiles;

        Assert.Equal((3, "t"), (back["w"].Entries, back["w"].Title));
        foreach (var profile in (Profile[])[mean, weighted])
        {
            Assert.Equal(profile.Kind, back[profile.Name].Kind);
            Assert.Equal(profile.Values, back[profile.Name].Values);
            Assert.Equal(profile.Counts, back[profile.Name].Counts);
            Assert.Equal(profile.SampleVariances, back[profile.Name].SampleVariances, (x, y) => x.Equals(y) || Math.Abs(x - y) < 1e-14 * y);
        }
    }

    private static string Text(params (string, Histogram)[] histograms)
    {
        using var stream = new MemoryStream();
        UhiJson.Write(stream, histograms.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
