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
    public void Parse_WithoutFlow_LeavesTheFlowEmpty()
    {
        const string json = """
            {"main": {"axes": [
              {"type": "variable", "edges": [1, 2, 3, 4], "underflow": true, "overflow": false, "circular": false},
              {"type": "category_int", "categories": [8, 9], "flow": false}],
             "storage": {"type": "double", "values": [[1, 2], [4, 5], [7, 8], [10, 11]]}}}
            """;

        var histogram = UhiJson.Parse(Encoding.UTF8.GetBytes(json), "h.json")["main"];

        Assert.Equal([1, 2, 0, 4, 5, 0, 7, 8, 0, 10, 11, 0, 0, 0, 0], histogram.Values);
        Assert.Equal("main", histogram.Name);
        Assert.Equal(histogram.Values, histogram.Variances);
    }

    [Theory]
    [InlineData("""[1]""", "no UHI JSON")]
    [InlineData("""{"h": 1}""", "\"h\"")]
    [InlineData("""{"h": {"axes": [], "storage": {"type": "mean"}}}""", "mean")]
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

    private static string Text(params (string, Histogram)[] histograms)
    {
        using var stream = new MemoryStream();
        UhiJson.Write(stream, histograms.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
