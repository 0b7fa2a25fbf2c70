using System.IO.Compression;
using System.Text.Json;
using Ristretto.Bytes.Files;
using Ristretto.EndToEnd.Cli;
using Ristretto.Events.Engine;
using Ristretto.Events.Systematics;
using Ristretto.Histograms;
using Ristretto.Histograms.Exchange;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.HH4b;

/// <summary>The uncertainty of the pile-up weight in cutflow and histograms.</summary>
public sealed class HH4bVariationTests(DemoRun demo) : IClassFixture<DemoRun>, IDisposable
{
    private const string Simulation = "demo_TTToSemiLeptonic_UL18";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("up")]
    [InlineData("down")]
    public void Cutflow_Varied_IsWeighedWithTheVariedFile(string direction)
    {
        // Sum over all events of generator weight times pile-up weight, over the same with the nominal one: no normalisation in it.
        var (nominal, varied) = (0.0, 0.0);
        var (weights, shifted) = (Weights("nominal"), Weights(direction));
        using (var file = RootFile.Open(Path.Combine(CliRun.Samples, $"{Simulation}.root")))
        {
            var tree = file.GetTree("Events");
            using var generator = tree.GetField("genWeight").Open();
            using var vertices = tree.GetField("Pileup_nTrueInt").Open();
            generator.Read(0, (int)tree.Entries);
            vertices.Read(0, (int)tree.Entries);
            var w = generator.Values<float>(0);
            var n = vertices.Values<float>(0);
            for (var i = 0; i < w.Length; i++) (nominal, varied) = (nominal + w[i] * weights[(int)n[i]], varied + w[i] * shifted[(int)n[i]]);
        }

        var all = Row("cutflow.json");
        var under = Row("cutflow_variations.json", $"CMS_pileup_UL18:{direction}");

        Assert.Equal(all.Count, under.Count);
        Assert.Equal(varied / nominal, under.SumW / all.SumW, 1e-9);
        Assert.NotEqual(1, varied / nominal, 1e-6);

        (long Count, double SumW) Row(string name, params string[] path)
        {
            var element = HH4bRun.Json(demo.Output, name);
            foreach (var key in (string[])[.. path, Simulation, "threeTag"]) element = element.GetProperty(key);
            var row = element[0];
            Assert.Equal("all", row.GetProperty("cut").GetString());
            return (row.GetProperty("count").GetInt64(), row.GetProperty("sumw").GetDouble());
        }
    }

    [Fact]
    public void Histograms_Varied_HaveTheEntriesOfTheNominalAndOtherSums()
    {
        var nominal = UhiJson.Read(Path.Combine(demo.Output, "histograms.json"));
        var varied = UhiJson.Read(Path.Combine(demo.Output, "variations.json"));

        string[] expected = [.. DemoRun.Datasets.Where(name => !name.Contains("data", StringComparison.Ordinal)).SelectMany(name => (string[])[$"{name}/m4j", $"{name}/m4j_CMS_pileup_UL18Down", $"{name}/m4j_CMS_pileup_UL18Up"])];
        Assert.Equal(expected.Order(StringComparer.Ordinal), varied.Keys.Order(StringComparer.Ordinal));
        foreach (var dataset in DemoRun.Datasets.Skip(1))
        {
            Histogram m4j = varied[$"{dataset}/m4j"], up = varied[$"{dataset}/m4j_CMS_pileup_UL18Up"], down = varied[$"{dataset}/m4j_CMS_pileup_UL18Down"];
            Assert.Equal(nominal[$"{dataset}/m4j"].Values.ToArray(), m4j.Values.ToArray());
            // In every row up and down lie on two sides of the nominal sum, or it is empty.
            foreach (var tag in (string[])["threeTag", "fourTag"])
                Assert.True(m4j[tag, "SR"].Sum() == 0 || (up[tag, "SR"].Sum() - m4j[tag, "SR"].Sum()) * (down[tag, "SR"].Sum() - m4j[tag, "SR"].Sum()) < 0, $"{dataset} {tag}");
            Assert.Equal(m4j.Values.ToArray().Select(value => value > 0), up.Values.ToArray().Select(value => value > 0));
        }
    }

    [Fact]
    public void Run_WithoutSystematics_HasNoVariationsAndTheSameRest()
    {
        var output = DemoRun.Run(_folder["out"], new RunOptions { Systematics = SystematicsMode.None });

        foreach (var name in (string[])["cutflow.json", "histograms.json", "histograms.root"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(demo.Output, name)), File.ReadAllBytes(Path.Combine(output, name)));
        Assert.DoesNotContain(Directory.EnumerateFiles(output), path => path.Contains("variations", StringComparison.Ordinal));
    }

    private static double[] Weights(string which)
    {
        using var file = File.OpenRead(Path.Combine(CliRun.Samples, "corrections", "puWeights_UL18.json.gz"));
        using var text = new GZipStream(file, CompressionMode.Decompress);
        using var document = JsonDocument.Parse(text);
        var binning = document.RootElement.GetProperty("corrections")[0].GetProperty("data").GetProperty("content").EnumerateArray().Single(entry => entry.GetProperty("key").GetString() == which).GetProperty("value");
        Assert.Equal([0.0, 1, 2], binning.GetProperty("edges").EnumerateArray().Take(3).Select(edge => edge.GetDouble()));
        return [.. binning.GetProperty("content").EnumerateArray().Select(value => value.GetDouble())];
    }
}
