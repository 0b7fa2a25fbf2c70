using System.Text.Json;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto run --cost</c> and <c>--profile</c> over the samples that the program carries.</summary>
public sealed class RunCostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Cost_ShowsColumnsCutsAndHistograms()
    {
        var run = Hh4b("out", "--cost").Succeeded();

        Assert.Matches(@"\n  time      (\S[^\n]* )?decompress \d[\d.]* %   ", run.Output);
        Assert.Matches(@"\n  column +stored +unpacked +fetch +decompress +decode +ms\n", run.Output);
        Assert.Matches(@"\n  Jet_pt +\S+ [kM]B +\S+ [kM]B( +[\d. ]+\.\d\d){4}\n", run.Output);
        Assert.Matches(@"\n  cut +batches +read +compute +ms\n(.*\n)*  passJetMult +\d+ +", run.Output);
        Assert.Matches(@"\n  histogram +fills +ms\n(  \S+ +\d+ +[\d.]+\n){20}  … \d+ more histograms, [\d. ]+ ms together; --json has all\n", run.Output);
    }

    [Fact]
    public void Run_JsonWithCost_HasTheSameNumbers()
    {
        var cost = Hh4b("out", "--cost", "--json").Succeeded().Json().GetProperty("cost");

        Assert.True(cost.GetProperty("stages").GetProperty("fill").GetDouble() > 0);
        Assert.True(cost.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == "Jet_pt").GetProperty("decompressSeconds").GetDouble() > 0);
        Assert.Contains("passJetMult", cost.GetProperty("cuts").EnumerateArray().Select(cut => cut.GetProperty("name").GetString()));
        Assert.Equal(cost.GetProperty("stages").GetProperty("fill").GetDouble(), cost.GetProperty("histograms").EnumerateArray().Sum(histogram => histogram.GetProperty("seconds").GetDouble()), tolerance: 5e-4);
    }

    [Fact]
    public void Run_WithoutCost_MeasuresStagesAndColumnsOnly()
    {
        var run = Hh4b("out", "--json").Succeeded();

        var cost = run.Json().GetProperty("cost");
        Assert.Empty(cost.GetProperty("histograms").EnumerateArray());
        Assert.False(cost.GetProperty("stages").TryGetProperty("fill", out _));
        Assert.True(cost.GetProperty("stages").GetProperty("decompress").GetDouble() > 0);
        Assert.DoesNotContain("  column ", Hh4b("other").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Profile_IsWrittenBesideTheSameResults()
    {
        Hh4b("plain").Succeeded();
        Hh4b("out", "--profile", _folder["profile.json"]).Succeeded();

        using var trace = JsonDocument.Parse(File.ReadAllBytes(_folder["profile.json"]));
        var events = trace.RootElement.GetProperty("traceEvents").EnumerateArray().ToArray();
        Assert.Contains(events, span => span.GetProperty("ph").GetString() == "X" && span.GetProperty("name").GetString() == "passJetMult");
        Assert.All(events, span => Assert.True(span.GetProperty("pid").GetInt32() == 1 && span.GetProperty("tid").GetInt32() >= 0));
        foreach (var file in (string[])["histograms.json", "histograms.root", "cutflow.json", "report/index.html"])
            Assert.Equal(File.ReadAllBytes(_folder[$"plain/{file}"]), File.ReadAllBytes(_folder[$"out/{file}"]));
    }

    [Fact]
    public void Run_ProfileThatCannotBeWritten_IsRefusedBeforeTheRun()
    {
        var missing = Hh4b("out", "--profile", _folder["none/profile.json"]).Failed(4);

        Assert.Contains("none/profile.json: the folder ", missing, StringComparison.Ordinal);
        Assert.EndsWith("this is a folder; --profile names a file, such as profile.json", Hh4b("out", "--profile", _folder.Path).Failed(4), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    private CliRun Hh4b(string output, params string[] options) =>
        CliRun.Of(["run", "hh4b", "--fileset", Path.Combine(CliRun.Samples, "fileset.json"), "--output", _folder[output], .. options]);
}
