using System.Text.Json;
using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Objects;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto merge</c> of graphs and efficiencies, read by JSROOT.</summary>
public sealed class MergeObjectsTests : IDisposable
{
    private const long IsSortedX = 1 << 19;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("tg")]
    [InlineData("tge", "fEX", "fEY")]
    [InlineData("tgae", "fEXlow", "fEXhigh", "fEYlow", "fEYhigh")]
    public void Graphs_HaveThePointsOfAllFiles(string name, params string[] errors)
    {
        var source = SharedData.Path("root", "graphs.root");

        var text = CliRun.Of("merge", Output, source, source, source, "--codec", "zlib:1").Succeeded().Output;

        var (one, all) = (Jsroot.ReadObject(source, name), Jsroot.ReadObject(Output, name));
        var points = one.GetProperty("fNpoints").GetInt32();
        Assert.Equal(3 * points, all.GetProperty("fNpoints").GetInt32());
        foreach (var array in (string[])["fX", "fY", .. errors])
        {
            double[] numbers = [.. Numbers(one.GetProperty(array))];
            Assert.Equal(points, numbers.Length);
            Assert.Equal([.. numbers, .. numbers, .. numbers], Numbers(all.GetProperty(array)));
        }
        Assert.Equal(one.GetProperty("fTitle").GetString(), all.GetProperty("fTitle").GetString());
        Assert.Equal(one.GetProperty("fLineColor").GetInt32(), all.GetProperty("fLineColor").GetInt32());
        Assert.Equal(one.GetProperty("fMinimum").GetDouble(), all.GetProperty("fMinimum").GetDouble());
        Assert.Contains($"{name}: {one.GetProperty("_typename").GetString()}, {3 * points} points of 3", text, StringComparison.Ordinal);
        CliRun.Of("doctor", Output).Succeeded();
    }

    [Fact]
    public void Graphs_OneBehindTheOther_AreNoLongerSorted()
    {
        string[] files = [_folder["a.root"], _folder["b.root"]];
        Write(files[0], new GraphRecord { Name = "g", X = [1, 2], Y = [10, 20] });
        Write(files[1], new GraphRecord { Name = "g", X = [0.5], Y = [5] });
        // fBits of the first, with the bit that says that x ascends.
        var bytes = File.ReadAllBytes(files[0]);
        var bits = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0, 1, 0, 0, 0, 0, 3, 0, 0, 0, 1, (byte)'g']) + 6;
        Assert.True(bits > 6);
        bytes[bits + 1] = 8;
        File.WriteAllBytes(files[0], bytes);
        Assert.NotEqual(0, Jsroot.ReadObject(files[0], "g").GetProperty("fBits").GetInt64() & IsSortedX);

        CliRun.Of("merge", Output, files[0], files[1], "--codec", "none").Succeeded();

        var graph = Jsroot.ReadObject(Output, "g");
        Assert.Equal([1, 2, 0.5], Numbers(graph.GetProperty("fX")));
        Assert.Equal([10, 20, 5], Numbers(graph.GetProperty("fY")));
        Assert.Equal(0, graph.GetProperty("fBits").GetInt64() & IsSortedX);
    }

    [Fact]
    public void Efficiency_IsTheSumOfPassedAndTotal()
    {
        const string Name = "TEfficiencyName";
        var source = SharedData.Path("root", "uproot-issue209.root");

        var text = CliRun.Of("merge", Output, source, source, source, "--codec", "zlib:1").Succeeded().Output;

        var (one, all) = (Jsroot.ReadObject(source, Name), Jsroot.ReadObject(Output, Name));
        foreach (var part in (string[])["fPassedHistogram", "fTotalHistogram"])
        {
            Assert.NotEqual(0, Numbers(one.GetProperty(part).GetProperty("fArray")).Sum());
            Assert.Equal(Numbers(one.GetProperty(part).GetProperty("fArray")).Select(number => 3 * number), Numbers(all.GetProperty(part).GetProperty("fArray")));
            Assert.Equal(3 * one.GetProperty(part).GetProperty("fEntries").GetDouble(), all.GetProperty(part).GetProperty("fEntries").GetDouble());
        }
        // w1 w2/(w1 + w2), twice.
        Assert.Equal(one.GetProperty("fWeight").GetDouble() / 3, all.GetProperty("fWeight").GetDouble(), 1e-15);
        Assert.Contains($"{Name}: TEfficiency, sum of 3", text, StringComparison.Ordinal);
        CliRun.Of("doctor", Output).Succeeded();
    }

    private string Output => _folder["merged.root"];

    private static void Write(string path, GraphRecord graph)
    {
        using var writer = RootFileWriter.Create(path, new RootWriteOptions { Compression = Compression.None });
        writer.Write("", graph);
        writer.Complete();
    }

    private static IEnumerable<double> Numbers(JsonElement array) => array.EnumerateArray().Select(number => number.GetDouble());
}
