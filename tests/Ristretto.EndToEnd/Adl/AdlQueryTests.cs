using System.Text.Json;
using Ristretto.Analyses.Adl;
using Ristretto.Events.Engine;
using Ristretto.Histograms;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Adl;

/// <summary>The queries of the analysis description language benchmark against RDataFrame and an independent program, bin by bin.</summary>
public sealed class AdlQueryTests
{
    public static TheoryData<string, string, int> Cases()
    {
        TheoryData<string, string, int> cases = [];
        foreach (var file in (string[])["adl-100k.root", "adl-100k.rntuple.root"])
            foreach (var query in AdlQuery.All())
                foreach (var threads in (int[])[1, 2]) cases.Add(file, query.Name, threads);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Columns_EqualTheReference(string file, string query, int threads) => RequireEqual(query, known => Open(file).Run(ev => known.Columns(ev), Options(threads)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loop_EqualsTheReference(string file, string query, int threads) => RequireEqual(query, known => Open(file).Run(ev => known.Loop(ev), Options(threads)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Graph_EqualsTheReference(string file, string query, int threads) => RequireEqual(query, known =>
    {
        var graph = Open(file).Graph();
        known.Graph(graph);
        return graph.Run(Options(threads));
    });

    private static EventFiles<AdlBatch> Open(string file) => AdlBatch.Open(SharedData.Path("adl", file));

    private static RunOptions Options(int threads) => new() { Threads = threads };

    private static void RequireEqual(string name, Func<AdlQuery, RunReport> run)
    {
        var query = AdlQuery.All().Single(known => known.Name == name);

        var report = run(query);

        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("adl", "adl-100k.json")));
        var expected = reference.RootElement.GetProperty("queries").GetProperty(name).GetProperty("histograms").EnumerateArray().ToArray();
        Assert.Equal(100_000, report.Events);
        Assert.Equal(expected.Length, query.Histograms.Count);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i].GetProperty("counts").EnumerateArray().Select(count => count.GetDouble()), Counts(query.Histograms[i]));
    }

    private static double[] Counts(Histogram histogram) => [.. histogram.Values];
}
