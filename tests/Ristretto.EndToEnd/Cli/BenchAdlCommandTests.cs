using System.Text.Json;
using Ristretto.Analyses.Adl;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto bench adl</c>: the histograms against the reference, and what is said about their cost.</summary>
public sealed class BenchAdlCommandTests
{
    private static readonly string[] s_figures = ["events", "seconds", "totalSeconds", "eventsPerSecond", "bytesRead", "floorSeconds", "computeSeconds", "peakMemoryMB"];

    public static TheoryData<string, string> Inputs()
    {
        TheoryData<string, string> inputs = [];
        foreach (var style in AdlStyle.All)
            foreach (var file in (string[])["adl-100k.root", "adl-100k.rntuple.root"]) inputs.Add(file, style.Name);
        return inputs;
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Json_OfAllQueries_HasTheHistogramsOfTheReference(string file, string style)
    {
        var queries = Queries("--input", SharedData.Path("adl", file), "--style", style, "--threads", "2", "--rounds", "1");

        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("adl", "adl-100k.json")));
        var expected = reference.RootElement.GetProperty("queries");
        Assert.Equal(expected.EnumerateObject().Select(query => query.Name), queries.EnumerateObject().Select(query => query.Name));
        foreach (var query in expected.EnumerateObject())
            Assert.Equal(Histograms(query.Value), Histograms(queries.GetProperty(query.Name)));
    }

    [Fact]
    public void Json_OfAQuery_SaysWhatItCosts()
    {
        var path = SharedData.Path("adl", "adl-100k.root");
        var query = Assert.Single(Queries("--input", path, "--query", "7a", "--threads", "1", "--rounds", "3").EnumerateObject());

        Assert.Equal("Q7a", query.Name);
        Assert.Equal(["histograms", .. s_figures], query.Value.EnumerateObject().Select(property => property.Name));
        Assert.Equal(100_000, query.Value.GetProperty("events").GetInt64());
        foreach (var figure in s_figures) Assert.True(query.Value.GetProperty(figure).GetDouble() > 0, figure);
        Assert.InRange(query.Value.GetProperty("bytesRead").GetInt64(), 1_000_000, new FileInfo(path).Length);
        Assert.Equal(query.Value.GetProperty("eventsPerSecond").GetDouble(), 100_000 / query.Value.GetProperty("seconds").GetDouble(), 1e-3);
        Assert.InRange(query.Value.GetProperty("totalSeconds").GetDouble(), query.Value.GetProperty("seconds").GetDouble() / 2, 60);
        Assert.InRange(query.Value.GetProperty("peakMemoryMB").GetDouble(), 10, 10_000);
    }

    [Fact]
    public void Input_OfSeveralFiles_IsTakenTogether()
    {
        var query = Queries("--input", SharedData.Path("adl", "adl-100k.root"), "--input", SharedData.Path("adl", "adl-100k.rntuple.root") + ":Events", "--query", "2", "--rounds", "1").GetProperty("Q2");

        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("adl", "adl-100k.json")));
        Assert.Equal(200_000, query.GetProperty("events").GetInt64());
        Assert.Equal(Counts(reference.RootElement.GetProperty("queries").GetProperty("Q2")).Select(count => 2 * count), Counts(query));
    }

    [Fact]
    public void Text_HasALineForEachQuery()
    {
        var run = CliRun.Of("bench", "adl", "--input", SharedData.Path("adl", "adl-100k.root"), "--rounds", "1");      // may speak of its progress

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["query", .. AdlQuery.All().Select(query => query.Name)], lines.Select(line => line.Split(' ')[0]));
        Assert.Matches(@"^Q4 +100 000 +9 282 ", lines[4]);
    }

    [Theory]
    [InlineData("adl")]
    [InlineData("make-input")]
    public void Help_ShowsExamples(string command)
    {
        Assert.Contains($"Examples:\n  ristretto bench {command} ", CliRun.Of("bench", command, "--help").Succeeded().Output, StringComparison.Ordinal);
        Assert.Equal(CliRun.Of("bench", command, "--help").Output, CliRun.Of("help", "bench", command).Succeeded().Output);
        Assert.Contains($"\n  {command}", CliRun.Of("bench", "--help").Succeeded().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bench: a command is missing: adl or make-input; ristretto bench --help describes them")]
    [InlineData("bench: there is no command \"bench ald\", did you mean adl?; ristretto bench --help lists the commands", "ald", "--input", "a.root")]
    [InlineData("bench: the option --input is missing; ristretto bench adl --help shows the form", "adl")]
    [InlineData("bench: there is no option --inputs, did you mean --input?; ristretto bench adl --help lists the options", "adl", "--inputs", "a.root")]
    [InlineData("bench adl: --query is \"9\"; it takes 1 to 8, 7a, or all", "adl", "--input", "a.root", "--query", "9")]
    [InlineData("bench adl: --style is \"lop\"; nearest: loop; it takes columns, loop, graph", "adl", "--input", "a.root", "--style", "lop")]
    [InlineData("bench adl: --threads is 0; it must be at least 1", "adl", "--input", "a.root", "--threads", "0")]
    [InlineData("bench adl: --rounds is 0; it must be at least 1", "adl", "--input", "a.root", "--rounds", "0")]
    public void Run_WrongCommandLine_SaysSoInOneLine(string message, params string[] arguments) => Assert.Equal($"ristretto {message}", CliRun.Of(["bench", .. arguments]).Failed(1));

    [Fact]
    public void Input_ThatIsMissing_IsNamed() => Assert.Contains("none.root: no such file", CliRun.Of("bench", "adl", "--input", "none.root").Failed(3), StringComparison.Ordinal);

    [Fact]
    public void Input_WithoutTheTree_SaysWhatIsThere() =>
        Assert.Contains("has no tree Event; trees in this file: Events", CliRun.Of("bench", "adl", "--input", $"{CliRun.Sample}:Event").Failed(3), StringComparison.Ordinal);

    [Fact]
    public void Input_WithoutAColumn_NamesIt()
    {
        using var folder = new TemporaryFolder();
        CliRun.Of("bench", "make-input", folder["whole.root"], "--events", "10").Succeeded();
        CliRun.Of("convert", folder["whole.root"], folder["part.root"], "--to", "ttree", "--columns", "nJet,Jet_pt,Jet_mass").Succeeded();

        Assert.Contains("Events has no branch Jet_eta", CliRun.Of("bench", "adl", "--input", folder["part.root"], "--query", "3", "--style", "loop").Failed(3), StringComparison.Ordinal);
    }

    private static JsonElement Queries(params string[] arguments) => CliRun.Of(["bench", "adl", .. arguments, "--json"]).Succeeded().Json().GetProperty("queries");

    private static IEnumerable<string> Histograms(JsonElement query) => query.GetProperty("histograms").EnumerateArray()
        .Select(histogram => $"{histogram.GetProperty("low")} {histogram.GetProperty("high")} {histogram.GetProperty("bins")}: {string.Join(' ', histogram.GetProperty("counts").EnumerateArray())}");

    private static IEnumerable<double> Counts(JsonElement query) => query.GetProperty("histograms")[0].GetProperty("counts").EnumerateArray().Select(count => count.GetDouble());
}
