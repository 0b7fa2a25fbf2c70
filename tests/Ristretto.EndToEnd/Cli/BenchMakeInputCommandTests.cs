using System.Text.Json;
using Ristretto.Bytes.Files;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto bench make-input</c>: the same events for the same seed, like those of the reference file.</summary>
public sealed class BenchMakeInputCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Formats => ["ttree", "rntuple"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Output_FollowsFromTheSeed_ForAnyNumberOfThreads(string format)
    {
        var first = Make("events.root", 25_000, "--format", format, "--codec", "lz4:1", "--jobs", "1");
        var bytes = File.ReadAllBytes(first);

        Assert.Equal(bytes, File.ReadAllBytes(Make("events.root", 25_000, "--format", format, "--codec", "lz4:1", "--jobs", "2", "--overwrite")));
        Assert.NotEqual(bytes, File.ReadAllBytes(Make("events.root", 25_000, "--format", format, "--codec", "lz4:1", "--seed", "2", "--overwrite")));
    }

    [Fact]
    public void Output_OfMoreEvents_BeginsWithTheSame()
    {
        var (few, many) = (Columns(Make("few.root", 5_100, "--codec", "zlib:1"), "Muon_pt", "MET_phi"), Columns(Make("many.root", 5_200, "--codec", "zlib:1"), "Muon_pt", "MET_phi"));

        foreach (var name in (string[])["Muon_pt", "MET_phi"])
            Assert.Equal(Entries(few, name), Entries(many, name).Take(5_100));
    }

    [Fact]
    public void Tree_IsReadByJsroot()
    {
        var columns = Columns(Make("tree.root", 300, "--codec", "zlib:1"));

        Assert.Equal(70, columns.EnumerateObject().Count());
        foreach (var column in columns.EnumerateObject())
        {
            Assert.Equal(300, column.Value.GetArrayLength());
            var underscore = column.Name.IndexOf('_', StringComparison.Ordinal);
            if (underscore > 0 && columns.TryGetProperty($"n{column.Name[..underscore]}", out var counts))
                Assert.Equal(counts.EnumerateArray().Select(count => count.GetInt32()), column.Value.EnumerateArray().Select(list => list.GetArrayLength()));
        }
        foreach (var jets in columns.GetProperty("Jet_pt").EnumerateArray().Select(list => list.EnumerateArray().Select(pt => pt.GetDouble()).ToArray()))
        {
            Assert.Equal(jets.OrderDescending(), jets);
            Assert.All(jets, pt => Assert.InRange(pt, 15, 1000));
        }
    }

    // JSROOT 7.11 shows where the lists of an RNTuple end, and not what is in them.
    [Fact]
    public void NTuple_IsReadByJsroot_AndHoldsWhatTheTreeDoes()
    {
        var (tree, tuple) = (Make("tree.root", 300, "--codec", "zlib:1"), Make("tuple.root", 300, "--codec", "zlib:1", "--format", "rntuple"));

        var (expected, columns) = (Columns(tree), Columns(tuple));
        foreach (var name in (string[])["event", "luminosityBlock", "HLT_IsoMu24", "PV_npvs", "MET_pt", "MET_CovXY"]) Assert.Equal(Entries(expected, name), Entries(columns, name));
        var end = 0;
        Assert.Equal(expected.GetProperty("nJet").EnumerateArray().Select(count => end += count.GetInt32()), columns.GetProperty("Jet").EnumerateArray().Select(jets => jets.GetInt32()));
        CliRun.Of("diff", tree, tuple).Succeeded();
    }

    [Fact]
    public void Columns_AreThoseOfTheReferenceFile() => Assert.Equal(Titles(SharedData.Path("adl", "adl-100k.root")), Titles(Make("events.root", 10)));

    [Theory]
    [MemberData(nameof(Formats))]
    public void Queries_SelectAboutAsManyAsInTheReferenceFile(string format)
    {
        const int events = 30_000;
        var queries = CliRun.Of("bench", "adl", "--input", Make("events.root", events, "--format", format), "--rounds", "1", "--json").Succeeded().Json().GetProperty("queries");

        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("adl", "adl-100k.json")));
        foreach (var query in reference.RootElement.GetProperty("queries").EnumerateObject())
            foreach (var (known, made) in query.Value.GetProperty("histograms").EnumerateArray().Zip(queries.GetProperty(query.Name).GetProperty("histograms").EnumerateArray()))
                Assert.True(Sum(made) / events / (Sum(known) / 100_000) is > 0.8 and < 1.25, $"{query.Name}: {Sum(made)} of {events} events");
    }

    [Fact]
    public void Output_OfNoEvents_IsAFileThatCanBeRead()
    {
        var query = CliRun.Of("bench", "adl", "--input", Make("empty.root", 0), "--query", "1", "--rounds", "1", "--json").Succeeded().Json().GetProperty("queries").GetProperty("Q1");

        Assert.Equal(0, query.GetProperty("events").GetInt64());
    }

    [Fact]
    public void Output_ThatExists_IsKept()
    {
        var path = _folder.Write("events.root", "mine");

        Assert.Contains("exists already; --overwrite replaces it", CliRun.Of("bench", "make-input", path, "--events", "10").Failed(4), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("bench: the option --events is missing; ristretto bench make-input --help shows the form")]
    [InlineData("bench: --events is \"many\"; it must be a whole number; ristretto bench make-input --help shows the form", "--events", "many")]
    [InlineData("bench make-input: --events is -1; it must be at least 0", "--events", "-1")]
    [InlineData("bench make-input: --format is \"root\"; it takes ttree or rntuple", "--events", "1", "--format", "root")]
    [InlineData("bench make-input: --codec zst: there are zstd, lz4, zlib, lzma and none, with levels such as zstd:5", "--events", "1", "--codec", "zst")]
    [InlineData("bench make-input: --jobs -1: at least one thread, or 0 for all processors", "--events", "1", "--jobs", "-1")]
    public void Mistakes_AreOneLine_AndLeaveNothing(string message, params string[] options)
    {
        Assert.Equal($"ristretto {message}", CliRun.Of(["bench", "make-input", _folder["events.root"], .. options]).Failed(1));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private string Make(string name, int events, params string[] options)
    {
        CliRun.Of(["bench", "make-input", _folder[name], "--events", $"{events}", .. options]).Succeeded();
        return _folder[name];
    }

    private static JsonElement Columns(string path, params string[] names) => Jsroot.ReadColumns(path, "Events", names).GetProperty("columns");

    private static IEnumerable<string> Entries(JsonElement columns, string name) => columns.GetProperty(name).EnumerateArray().Select(value => value.GetRawText());

    private static double Sum(JsonElement histogram) => histogram.GetProperty("counts").EnumerateArray().Sum(count => count.GetDouble());

    private static IEnumerable<string> Titles(string path)
    {
        using var file = RootFile.Open(path);
        return [.. file.GetTree("Events").Branches.Select(branch => $"{branch.Name}: {branch.Title} {branch.LeafType}")];
    }
}
