using System.Text.Json;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto run --skip-bad-files</c> and <c>--events</c> over the samples that the program carries.</summary>
public sealed class RunLossTests : IDisposable
{
    private const string Data = "demo_data_UL18";

    private readonly TemporaryFolder _folder = new();

    public RunLossTests()
    {
        Directory.CreateDirectory(_folder["samples"]);
        foreach (var file in Directory.EnumerateFiles(CliRun.Samples)) File.Copy(file, Path.Combine(_folder["samples"], Path.GetFileName(file)));
        Directory.CreateSymbolicLink(Path.Combine(_folder["samples"], "corrections"), Path.Combine(CliRun.Samples, "corrections"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_BadFilesLeftOut_GivesTheOtherFilesResultsAListAndAnExitCodeOfItsOwn()
    {
        Add("bad.root");
        File.WriteAllBytes(_folder["samples/bad.root"], File.ReadAllBytes(CliRun.Sample)[..300_000]);
        Hh4b("whole").Succeeded();

        var run = Hh4b("lossy", "--fileset", _folder["samples/more.json"], "--skip-bad-files", "--json");

        Assert.Equal(10, run.ExitCode);
        Assert.Matches(@"^ristretto run: finished with loss: 1 of 4 files could not be read, with nobody knows how many events; first \S*bad\.root: the file is truncated: .*\n$", run.Errors);
        var lost = run.Json().GetProperty("lostFiles").EnumerateArray().Single();
        Assert.Equal((Data, JsonValueKind.Null), (lost.GetProperty("dataset").GetString(), lost.GetProperty("events").ValueKind));
        Assert.False(run.Json().GetProperty("complete").GetBoolean());
        Assert.Equal(File.ReadAllBytes(_folder["whole/histograms.json"]), File.ReadAllBytes(_folder["lossy/histograms.json"]));
        Assert.Equal(File.ReadAllBytes(_folder["whole/cutflow.json"]), File.ReadAllBytes(_folder["lossy/cutflow.json"]));
        using var record = JsonDocument.Parse(File.ReadAllBytes(_folder["lossy/run.json"]));
        Assert.EndsWith("bad.root", record.RootElement.GetProperty("lostFiles")[0].GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Contains("bad.root: the file is truncated", File.ReadAllText(_folder["lossy/report/index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_BadFile_EndsTheRunUnlessItMayBeLeftOut()
    {
        Add("none.root");

        Assert.Contains("none.root: no such file", Hh4b("out", "--fileset", _folder["samples/more.json"]).Failed(3), StringComparison.Ordinal);
        var dry = Hh4b("out", "--fileset", _folder["samples/more.json"], "--skip-bad-files", "--dry-run");
        Assert.Equal(10, dry.ExitCode);
        Assert.Contains("  LOST      1 of 4 files could not be read", dry.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void Run_FirstFileOfADataSetIsBad_ReadsTheOthers()
    {
        File.Copy(CliRun.Sample, _folder["samples/second.root"]);
        Add("second.root");
        File.WriteAllText(_folder["samples/demo_data_UL18.root"], "no file");

        var run = Hh4b("out", "--fileset", _folder["samples/more.json"], "--skip-bad-files", "--json");

        Assert.Equal(10, run.ExitCode);
        Assert.Equal(26_500, run.Json().GetProperty("cost").GetProperty("events").GetInt64());
    }

    [Fact]
    public void Run_ListOfEvents_ProcessesThemAsARunOverAllDoes()
    {
        Hh4b("all", "--dump-events", "40").Succeeded();
        var rows = File.ReadAllLines(_folder[$"all/events/{Data}.csv"]);
        string[] chosen = [rows[3], rows[17], rows[30]];
        var list = _folder.Write("list.txt", $"# to compare\n{string.Join('\n', chosen.Select(Key))}\n1:2:3\n");

        var run = Hh4b("some", "--events", $"@{list}", "--dump-events", "40", "--json").Succeeded();
        var short_ = Hh4b("one", "--events", Key(chosen[1]), "--dump-events", "40").Succeeded();

        Assert.Equal([rows[0], .. chosen], File.ReadAllLines(_folder[$"some/events/{Data}.csv"]));
        Assert.Equal([rows[0], chosen[1]], File.ReadAllLines(_folder[$"one/events/{Data}.csv"]));
        var found = run.Json().GetProperty("chosen");
        Assert.Equal(4, found.GetProperty("asked").GetInt32());
        Assert.Equal(chosen.Select(Key).Order(), found.GetProperty("found").EnumerateArray().Select(each => each.GetProperty("event").GetString()).Order());
        Assert.Equal(["1:2:3"], found.GetProperty("missing").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal(3, run.Json().GetProperty("cost").GetProperty("events").GetInt64());
        Assert.Contains("  events    1 of 1 event found", short_.Output, StringComparison.Ordinal);
        Assert.Contains("demo_data_UL18.root   entry ", short_.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MistakeInAListOfEvents_IsNamedWithItsPlace()
    {
        var list = _folder.Write("list.txt", "1:2:3\n4:5\n");

        Assert.Equal("ristretto run: --events: at character 7: \"4:5\": it has 2 parts; expected run:lumi:event, such as 315257:17:4711", Hh4b("out", "--events", "1:2:3,4:5").Failed(1));
        Assert.Equal($"ristretto run: {list}:2: at character 1: \"4:5\": it has 2 parts; expected run:lumi:event, such as 315257:17:4711", Hh4b("out", "--events", $"@{list}").Failed(2));
        Assert.EndsWith("lists.txt: no such list of events; nearest: list.txt", Hh4b("out", "--events", $"@{_folder["lists.txt"]}").Failed(3), StringComparison.Ordinal);
    }

    private static string Key(string row) => string.Join(':', row.Split(',')[..3]);

    private CliRun Hh4b(string output, params string[] options)
    {
        string[] fileset = options.Contains("--fileset") ? [] : ["--fileset", _folder["samples/fileset.json"]];
        return CliRun.Of(["run", "hh4b", .. fileset, "--output", _folder[output], .. options]);
    }

    /// <summary>A fileset whose data have one more file.</summary>
    private void Add(string file) =>
        _folder.Write("samples/more.json", File.ReadAllText(_folder["samples/fileset.json"]).Replace($"\"{Data}.root\": \"Events\"", $"\"{Data}.root\": \"Events\", \"{file}\": \"Events\"", StringComparison.Ordinal));
}
