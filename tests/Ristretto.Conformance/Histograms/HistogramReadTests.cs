using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;
using Ristretto.Histograms;
using Ristretto.Histograms.Axes;
using Ristretto.Histograms.Exchange;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Histograms;

/// <summary>Histograms that ROOT and others wrote, against what uproot and ROOT read from them (form: expected/README.md of the data).</summary>
public partial class HistogramReadTests
{
    [Theory]
    [InlineData("root", "histograms1d2d.root", 5)]
    [InlineData("root", "all_histograms_fps4_bin4j1b.root", 102)]
    [InlineData("root", "tree_cycles_hist.root", 4)]
    [InlineData("root-written", "hists.root", 15)]
    [InlineData("root-written", "gaps.root", 11)]
    [InlineData("root-written", "empty.root", 1)]
    [InlineData("root-written", "hadd_plain.root", 1)]
    [InlineData("root-written", "hadd_f404.root", 1)]
    public void GetHistogram_EveryHistogramOfTheFile_IsAsExpected(string folder, string name, int histograms)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(SharedData.Path(folder, "expected", $"{name}.json")));
        using var file = RootFile.Open(SharedData.Path(folder, name));
        var count = 0;
        foreach (var json in expected.RootElement.GetProperty("objects").EnumerateArray())
        {
            if (!HistogramRecord.IsHistogram(json.GetProperty("class").GetString()!) || json.TryGetProperty("unreadable", out _)) continue;
            RequireSame(json, file.GetHistogram($"{json.GetProperty("path").GetString()};{json.GetProperty("cycle").GetInt32()}"));
            count++;
        }
        Assert.Equal(histograms, count);
    }

    [Fact]
    public void GetHistogram_OfOurOwnFile_GivesTheHistogramBack()
    {
        var random = new Random(8);
        var histogram = Histogram.Of("lead_vs_subl_m", Axis.Regular("x", 50, 0, 250).WithLabel("m_{lead} [GeV]"), Axis.Variable("y", 0, 1, 10, 250)).By("tag", "3", "4").By("region", "SR", "SB");
        for (var i = 0; i < 2000; i++) histogram.FillRow(random.Next(9), random.NextDouble(), 300 * random.NextDouble(), 300 * random.NextDouble() - 20);
        var folder = Directory.CreateTempSubdirectory("ristretto-").FullName;
        var path = Path.Combine(folder, "h.root");
        using (var writer = RootFileWriter.Create(path))
        {
            RootHistogram.Write(writer, "data", histogram);
            writer.Complete();
        }

        using (var file = RootFile.Open(path))
        {
            foreach (var (categories, record) in RootHistogram.ToRecords(histogram))
            {
                var read = file.GetHistogram($"data/{string.Join('/', categories)}/lead_vs_subl_m");
                Assert.Equal(record.Contents, read.Contents);
                Assert.Equal(record.SumW2, read.SumW2);
                Assert.Equal(record.Statistics, read.Statistics);
                var back = RootHistogram.FromRecord(read);
                Assert.Equal(histogram[[.. categories]].Values, back.Values);
                Assert.Equal("m_{lead} [GeV]", back.Axes[0].Label);
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void FromRecord_HistogramsOfRoot_KeepTheirContent()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "hists.root"));
        foreach (var (path, key) in file.AllKeys().Where(entry => HistogramRecord.IsHistogram(entry.Key.ClassName)))
        {
            var record = file.GetHistogram(path, key);
            var histogram = RootHistogram.FromRecord(record);
            Assert.Equal(record.Contents.Sum(), histogram.Sum(), Math.Abs(record.Contents.Sum()) * 1e-12);
            Assert.Equal(record.Entries, histogram.Entries);
        }
    }

    private static void RequireSame(JsonElement expected, HistogramRecord actual)
    {
        Assert.Equal(expected.GetProperty("class").GetString(), actual.Class);
        Assert.Equal(expected.GetProperty("title").GetString(), actual.Title);
        Assert.Equal(expected.GetProperty("axes").GetArrayLength(), actual.Axes.Count);
        foreach (var (json, axis) in expected.GetProperty("axes").EnumerateArray().Zip(actual.Axes))
        {
            Assert.Equal((json.GetProperty("n").GetInt32(), json.GetProperty("title").GetString()), (axis.Bins, axis.Title));
            double[] edges = [.. json.GetProperty("edges").EnumerateArray().Select(edge => edge.GetDouble())];
            Assert.Equal(edges, axis.Edges.Count > 0 ? axis.Edges : [axis.Low, axis.High]);
            string[] labels = json.TryGetProperty("labels", out var found) ? [.. found.EnumerateArray().Select(label => label.GetString()!)] : [];
            Assert.Equal(labels, axis.Labels);
        }
        RequireCells(expected.GetProperty("contents"), actual.Contents);
        Assert.Equal(expected.TryGetProperty("variances", out var variances), actual.SumW2.Length > 0);
        if (actual.SumW2.Length > 0) RequireCells(variances, actual.SumW2);
        RequireClose(expected.GetProperty("entries").GetDouble(), actual.Entries);
        var stats = expected.GetProperty("stats");
        Assert.Equal(stats.EnumerateObject().Select(member => member.Name).Order(), actual.Statistics.Select(sum => sum.Key).Order());
        foreach (var (name, value) in actual.Statistics) RequireClose(stats.GetProperty(name).GetDouble(), value);
        string[] functions = expected.TryGetProperty("functions", out var list) ? [.. list.EnumerateArray().Select(function => function.GetString()!)] : [];
        Assert.Equal(functions, actual.Functions);
    }

    private static void RequireCells(JsonElement expected, double[] cells)
    {
        Assert.Equal(expected.GetProperty("n").GetInt32(), cells.Length);
        Assert.Equal(expected.GetProperty("crc32").GetString(), $"{Crc32.HashToUInt32(MemoryMarshal.AsBytes(cells.AsSpan())):x8}");
    }

    private static void RequireClose(double expected, double actual) => Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Abs(expected), $"{actual}, expected {expected}");
}
