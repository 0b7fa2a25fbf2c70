using System.Text.Json;
using Ristretto.Bytes.Files;
using Ristretto.Histograms;
using Ristretto.Histograms.Exchange;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.HH4b;

/// <summary><c>histograms.root</c> holds what <c>histograms.json</c> holds.</summary>
public sealed class HH4bRootFileTests(DemoRun demo) : IClassFixture<DemoRun>
{
    private static readonly string[] s_tags = ["threeTag", "fourTag"], s_regions = ["SR", "SB"];

    private string RootPath => Path.Combine(demo.Output, "histograms.root");

    [Fact]
    public void OwnReader_EveryHistogram_EqualsTheJson()
    {
        using var file = RootFile.Open(RootPath);
        var expected = Expected();

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), file.AllKeys().Where(entry => entry.Key.ClassName.StartsWith("TH", StringComparison.Ordinal)).Select(entry => entry.Path).Order(StringComparer.Ordinal));
        foreach (var (path, histogram) in expected)
        {
            var record = file.GetHistogram(path);
            AssertEqual(path, histogram, record.Class, record.Contents, record.SumW2);
            Assert.Equal(histogram.Axes.Select(axis => (axis.Bins, axis.Label)), record.Axes.Select(axis => (axis.Bins, axis.Title)));
            Assert.Equal(histogram.Axes.Select(axis => (axis.Edges[0], axis.Edges[^1])), record.Axes.Select(axis => (axis.Low, axis.High)));
        }
    }

    [Fact]
    public void Jsroot_EveryHistogram_EqualsTheJson()
    {
        var found = Jsroot.Read(RootPath).ToDictionary(entry => entry.GetProperty("path").GetString()!);
        var expected = Expected();

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        foreach (var (path, histogram) in expected)
        {
            var entry = found[path];
            AssertEqual(path, histogram, entry.GetProperty("class").GetString()!, Numbers(entry, "contents"), Numbers(entry, "sumw2"));
            Assert.Equal(histogram.Axes.Select(axis => axis.Label), entry.GetProperty("axes").EnumerateArray().Select(axis => axis.GetProperty("title").GetString()));
        }
    }

    /// <summary>The histograms of the JSON file by the path that each combination of tag and region must have in the ROOT file.</summary>
    private Dictionary<string, Histogram> Expected()
    {
        var all = UhiJson.Read(Path.Combine(demo.Output, "histograms.json"));
        Assert.Equal(all.Count, DemoRun.Datasets.Sum(dataset => all.Keys.Count(key => key.StartsWith(dataset + "/", StringComparison.Ordinal))));
        Assert.All(DemoRun.Datasets, dataset => Assert.InRange(all.Keys.Count(key => key.StartsWith(dataset + "/", StringComparison.Ordinal)), 274, 275));
        Assert.All(all, pair => Assert.Equal(["tag", "region"], pair.Value.Categories.Select(axis => axis.Name)));
        return (from pair in all
                let slash = pair.Key.IndexOf('/', StringComparison.Ordinal)
                from tag in s_tags
                from region in s_regions
                select ($"{pair.Key[..slash]}/{tag}/{region}/{pair.Key[(slash + 1)..]}", pair.Value[tag, region])).ToDictionary();
    }

    private static void AssertEqual(string path, Histogram expected, string className, double[] contents, double[] squares)
    {
        Assert.Equal(expected.Axes.Count == 1 ? "TH1D" : "TH2D", className);
        Assert.True(Cells(expected, expected.Values).SequenceEqual(contents), $"{path}: the contents differ");
        Assert.True(Cells(expected, expected.Variances).SequenceEqual(squares), $"{path}: the sums of squares differ");
    }

    /// <summary>The cells in ROOT's order: the first axis fastest, every axis with both flow bins.</summary>
    private static double[] Cells(Histogram histogram, ReadOnlySpan<double> values)
    {
        var (x, y) = (histogram.Axes[0], histogram.Axes.Count > 1 ? histogram.Axes[1] : null);
        var cells = new double[(x.Bins + 2) * (y is null ? 1 : y.Bins + 2)];
        for (var i = 0; i < x.Extent; i++)
            for (var j = 0; j < (y?.Extent ?? 1); j++)
                cells[i + 1 - x.First + (x.Bins + 2) * (y is null ? 0 : j + 1 - y.First)] = values[i * (y?.Extent ?? 1) + j];
        return cells;
    }

    private static double[] Numbers(JsonElement histogram, string name) => [.. histogram.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];
}
