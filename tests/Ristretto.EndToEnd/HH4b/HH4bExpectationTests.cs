using System.Globalization;
using System.Text.Json;
using Ristretto.Histograms;

namespace Ristretto.EndToEnd.HH4b;

/// <summary>The selection against an independent program: every count, every histogram, every selected event.</summary>
public class HH4bExpectationTests(HH4bRun run) : IClassFixture<HH4bRun>
{
    public static TheoryData<string> Datasets { get; } =
    [
        "demo_data_UL18", "demo_HH4b_UL18", "demo_TTToSemiLeptonic_UL18",
        "data_UL18_A", "data_UL18_B", "data_2022_EE_E",
        "GluGluToHHTo4B_cHHH0_UL18", "GluGluToHHTo4B_cHHH1_UL18", "GluGluToHHTo4B_cHHH2p45_UL18", "GluGluToHHTo4B_cHHH5_UL18", "GluGluToHHTo4B_cHHH1_2022_EE",
        "TTToHadronic_UL18", "TTToSemiLeptonic_UL18", "TTTo2L2Nu_UL18", "TTToHadronic_2022_EE", "TTToSemiLeptonic_2022_EE", "TTTo2L2Nu_2022_EE",
        "ZZ4b_UL18", "ZH4b_UL18",
    ];

    [Theory]
    [MemberData(nameof(Datasets))]
    public void Cutflow_EveryCut_EqualsTheExpectedCountsAndSums(string dataset)
    {
        var expected = Expected.Load(dataset).Summary.GetProperty("cutflow");
        var actual = HH4bRun.Json(run.OutputOf(dataset), "cutflow.json").GetProperty(dataset);
        foreach (var tag in new[] { "threeTag", "fourTag" })
        {
            var rows = actual.GetProperty(tag).EnumerateArray().ToArray();
            Assert.Equal(expected.GetProperty("order").EnumerateArray().Select(cut => cut.GetString()), rows.Select(row => row.GetProperty("cut").GetString()));
            foreach (var row in rows)
            {
                var cut = expected.GetProperty(tag).GetProperty(row.GetProperty("cut").GetString()!);
                Assert.Equal(cut.GetProperty("raw").GetInt64(), row.GetProperty("count").GetInt64());
                AssertClose(cut.GetProperty("weighted").GetProperty("sumw").GetDouble(), row.GetProperty("sumw").GetDouble(), 1e-9);
                AssertClose(cut.GetProperty("weighted").GetProperty("sumw2").GetDouble(), row.GetProperty("sumw2").GetDouble(), 1e-9);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public void Histograms_EveryCell_EqualsTheExpectedContent(string dataset)
    {
        var expected = Expected.Load(dataset);
        var actual = run.HistogramsOf(dataset)
            .Where(pair => pair.Key.StartsWith(dataset + "/", StringComparison.Ordinal)).ToDictionary(pair => pair.Key[(dataset.Length + 1)..], pair => pair.Value);
        Assert.Equal(expected.Histograms.EnumerateObject().Select(h => h.Name).Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        var wrong = new List<string>();
        foreach (var histogram in expected.Histograms.EnumerateObject())
        {
            var free = expected.NearBinEdge(histogram.Name);
            var weight = LargestWeight(expected);
            foreach (var tag in histogram.Value.GetProperty("weighted").EnumerateObject())
                foreach (var region in tag.Value.EnumerateObject())
                {
                    var moved = Difference(region.Value, actual[histogram.Name], tag.Name, region.Name);
                    if (moved > 2 * free * weight) wrong.Add($"{histogram.Name} {tag.Name} {region.Name}: differs by {moved}");
                }
        }
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Datasets))]
    public void Events_FirstSelected_EqualTheExpectedRows(string dataset)
    {
        var expected = Expected.Load(dataset).Events;
        var actual = File.ReadAllLines(Path.Combine(run.OutputOf(dataset), "events", dataset + ".csv"));
        Assert.Equal(expected[0], actual[0]);
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 1; i < expected.Length; i++)
        {
            var (e, a) = (expected[i].Split(','), actual[i].Split(','));
            for (var j = 0; j < e.Length; j++)
                Assert.True(e[j] == a[j] || Close(e[j], a[j]), $"row {i}, {expected[0].Split(',')[j]}: expected {e[j]}, found {a[j]}; {actual[i]}");
        }
    }

    private static bool Close(string expected, string actual) =>
        double.TryParse(expected, CultureInfo.InvariantCulture, out var e) && double.TryParse(actual, CultureInfo.InvariantCulture, out var a)
        && (double.IsNaN(e) ? double.IsNaN(a) : Math.Abs(e - a) <= 1e-6 * Math.Max(Math.Abs(e), 1e-6));

    /// <summary>The sum of absolute differences between the cells, beyond a relative 1e-9 each.</summary>
    private static double Difference(JsonElement expected, Histogram histogram, string tag, string region)
    {
        var values = expected.GetProperty("values").EnumerateArray().Select(v => v.GetDouble()).ToArray();
        var row = histogram.RowOf(tag, region);
        var length = histogram.Length / histogram.RowCount;
        var found = histogram.Values.Slice(row * length, length);
        var dense = new double[length];
        if (expected.TryGetProperty("index", out var index))
        {
            var at = 0;
            foreach (var cell in index.EnumerateArray()) dense[cell.GetInt32()] = values[at++];
        }
        else
        {
            // A category axis of the answer key has no underflow, and neither has ours; other axes have both.
            Assert.Equal(length, values.Length);
            values.CopyTo(dense, 0);
        }
        var sum = 0.0;
        for (var i = 0; i < length; i++)
        {
            var difference = Math.Abs(dense[i] - found[i]);
            if (difference > 1e-9 * Math.Max(Math.Abs(dense[i]), 1e-3)) sum += difference;
        }
        return sum;
    }

    private static double LargestWeight(Expected expected)
    {
        var all = expected.Summary.GetProperty("cutflow").GetProperty("threeTag").GetProperty("all").GetProperty("weighted");
        return 10 * all.GetProperty("sumw2").GetDouble() / all.GetProperty("sumw").GetDouble();
    }

    private static void AssertClose(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Abs(expected), $"expected {expected:R}, found {actual:R}");
}
