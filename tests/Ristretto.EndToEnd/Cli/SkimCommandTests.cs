using System.Runtime.InteropServices;
using System.Text.Json;
using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto skim</c> against what JSROOT reads of the whole file, selected here.</summary>
public sealed class SkimCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nano_tt_v12.root", 8)]
    [InlineData("nano_dy.root", 3)]
    public void Where_KeepsTheValuesOfTheEntriesInEveryColumn(string name, int jets)
    {
        var source = SharedData.Path("root", name);
        CliRun.Of("skim", source, Output, "--where", $"nJet >= {jets}").Succeeded();

        var (whole, skim) = (Jsroot.ReadColumns(source, "Events").GetProperty("columns"), Jsroot.ReadColumns(Output, "Events").GetProperty("columns"));
        int[] kept = [.. whole.GetProperty("nJet").EnumerateArray().Select((count, i) => (Count: count.GetInt32(), i)).Where(entry => entry.Count >= jets).Select(entry => entry.i)];
        Assert.InRange(kept.Length, 2, whole.GetProperty("nJet").GetArrayLength() - 2);
        Assert.Equal(Names(whole), Names(skim));
        foreach (var column in whole.EnumerateObject())
        {
            var values = column.Value.EnumerateArray().ToArray();
            Assert.Equal(kept.Select(i => values[i].GetRawText()), skim.GetProperty(column.Name).EnumerateArray().Select(value => value.GetRawText()));
        }
    }

    [Theory]
    [InlineData("rntuple", "rntuple")]
    [InlineData("rntuple", "ttree")]
    [InlineData("ttree", "rntuple")]
    public void Where_OnEitherForm_GivesTheSameValues(string from, string to)
    {
        var source = _folder["source.root"];
        CliRun.Of("convert", SharedData.Path("root", "nano_tt_v12.root"), source, "--to", from).Succeeded();
        string[] options = ["--where", "nJet >= 8", "--to"];
        CliRun.Of(["skim", source, Output, .. options, to]).Succeeded();
        CliRun.Of(["skim", SharedData.Path("root", "nano_tt_v12.root"), _folder["tree.root"], .. options, "ttree"]).Succeeded();

        var (expected, actual) = (Columns(_folder["tree.root"]), Columns(Output));
        Assert.True(expected.Count > 100);
        foreach (var (name, digest) in expected) Assert.Equal((name, digest), (name, actual.GetValueOrDefault(name)));
    }

    [Fact]
    public void Where_OverManyBatches_AgreesWithSelectingHere()
    {
        var source = SharedData.Path("samples", "data_UL18_A.root");
        var json = CliRun.Of("skim", source, Output, "--where", "nJet >= 7 && max(Jet_pt) > 60", "--keep", "event,Jet_pt", "--json").Succeeded().Json();

        var (events, lists) = (new List<ulong>(), new List<float[]>());
        using (var file = RootFile.Open(source)) Read(file, (number, jets) =>
        {
            if (jets.Length < 7 || jets.Max() <= 60) return;
            events.Add(number);
            lists.Add(jets);
        });
        var (keptEvents, keptLists) = (new List<ulong>(), new List<float[]>());
        using (var file = RootFile.Open(Output)) Read(file, (number, jets) =>
        {
            keptEvents.Add(number);
            keptLists.Add(jets);
        });
        Assert.InRange(events.Count, 1000, 26_000);
        Assert.Equal(events, keptEvents);
        Assert.Equal(lists, keptLists);
        Assert.Equal(events.Count, json.GetProperty("kept").GetInt64());
        Assert.Equal(26_428, json.GetProperty("entries").GetInt64());
        Assert.Equal(["Runs", "LuminosityBlocks"], json.GetProperty("copied").EnumerateArray().Select(path => path.GetString()));
    }

    [Fact]
    public void OtherObjects_StayWhole()
    {
        var source = SharedData.Path("root", "nano_dy.root");
        CliRun.Of("skim", source, Output, "--where", "nJet >= 3", "--keep", "nJet").Succeeded();

        var (before, after) = (Objects(source), Objects(Output));
        Assert.Contains("Runs", before.Keys);
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        foreach (var path in before.Keys.Where(path => path != "Events")) Assert.Equal(before[path], after[path]);
    }

    [Fact]
    public void Folders_WithoutObjects_StayThere()
    {
        var source = _folder["source.root"];
        using (var writer = Ristretto.Bytes.Files.Writing.RootFileWriter.Create(source))
        {
            var tree = writer.Tree("Events");
            tree.Column<int>("run").Append([1, 2]);
            tree.Fill(2);
            tree.Complete();
            writer.WriteText("kept/skipped", "note", "a text");
            writer.Complete();
        }

        CliRun.Of("skim", source, Output, "--skip", "kept/skipped/note").Succeeded();

        using var file = RootFile.Open(Output);
        Assert.Equal(["Events", "kept", "kept/skipped"], file.AllKeys().Select(entry => entry.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void KeepAndDrop_ChooseColumns_AndCountersComeAlong()
    {
        CliRun.Of("skim", SharedData.Path("root", "nano_tt_v12.root"), Output, "--keep", "event,Jet_*,nMuon", "--drop", "nJet,Jet_btag*").Succeeded();

        using var file = RootFile.Open(Output);
        var names = file.GetTree("Events").Branches.Select(branch => branch.Name).ToList();
        Assert.Contains("Jet_pt", names);
        Assert.Contains("event", names);
        Assert.Contains("nMuon", names);
        Assert.DoesNotContain(names, name => name.StartsWith("Jet_btag", StringComparison.Ordinal) || name.StartsWith("Muon_", StringComparison.Ordinal));
        Assert.All(file.GetTree("Events").Branches.Where(branch => branch.Name.StartsWith("Jet_", StringComparison.Ordinal)), branch => Assert.Contains(branch.Counter!.Name, names));
        Assert.Equal(200, file.GetTree("Events").Entries);
    }

    [Fact]
    public void Output_DoesNotDependOnTheNumberOfThreads()
    {
        string[] arguments = ["skim", SharedData.Path("samples", "data_UL18_A.root"), Output, "--where", "nJet >= 6", "--keep", "Jet_*,event", "--overwrite", "--codec", "lz4:1", "--jobs"];
        CliRun.Of([.. arguments, "1"]).Succeeded();
        var bytes = File.ReadAllBytes(Output);

        CliRun.Of([.. arguments, "3"]).Succeeded();

        Assert.Equal(bytes, File.ReadAllBytes(Output));
    }

    [Fact]
    public void Where_ThatNothingPasses_LeavesAnEmptyTree()
    {
        CliRun.Of("skim", SharedData.Path("root", "nano_tt_v12.root"), Output, "--where", "nJet > 1000").Succeeded();

        using var file = RootFile.Open(Output);
        Assert.Equal(0, file.GetTree("Events").Entries);
        Assert.True(file.GetTree("Events").Branches.Count > 100);
    }

    [Theory]
    [InlineData(3, "Events has no branch nJets; nearest: nJet", "--where", "nJets > 3")]
    [InlineData(1, "any(…) or all(…) makes it one per event", "--where", "Jet_pt > 30")]
    [InlineData(1, "--where \"nJet >\": ", "--where", "nJet >")]
    [InlineData(3, "Events has no column Jets_pt; nearest: Jet_pt", "--keep", "Jets_pt")]
    [InlineData(3, "Events has no column Elektron_*", "--drop", "Elektron_*")]
    [InlineData(1, "--to is \"tree\"; it takes ttree or rntuple", "--to", "tree")]
    [InlineData(1, "--codec zst: there are zstd, lz4, zlib, lzma and none", "--codec", "zst")]
    public void Mistakes_AreOneLine_AndLeaveNothing(int code, string message, params string[] options)
    {
        var error = CliRun.Of(["skim", SharedData.Path("root", "nano_tt_v12.root"), Output, .. options]).Failed(code);

        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*skim*"));
    }

    [Fact]
    public void Output_ThatExists_IsKept()
    {
        File.WriteAllText(Output, "mine");

        Assert.Contains("exists already; --overwrite replaces it", CliRun.Of("skim", SharedData.Path("root", "nano_tt_v12.root"), Output).Failed(4), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Output));
    }

    private string Output => _folder["skim.root"];

    private static IEnumerable<string> Names(JsonElement columns) => columns.EnumerateObject().Select(column => column.Name).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Objects(string path) => CliRun.Of("summary", path, "--json").Json().GetProperty("objects").EnumerateArray()
        .ToDictionary(item => item.GetProperty("path").GetString()!, item => item.GetRawText());

    private static Dictionary<string, string> Columns(string path) => CliRun.Of("summary", path, "--json").Json().GetProperty("objects").EnumerateArray()
        .First(item => item.GetProperty("path").GetString() == "Events").GetProperty("columns").EnumerateArray()
        .Where(column => !column.GetProperty("name").GetString()!.Contains('.', StringComparison.Ordinal))
        .ToDictionary(column => column.GetProperty("name").GetString()!, column => $"{column.GetProperty("n")} {column.GetProperty("crc32")}");

    private static void Read(RootFile file, Action<ulong, float[]> entry)
    {
        var tree = file.GetTree("Events");
        using var context = new DecodeContext();
        using BranchReader numbers = new(tree.GetBranch("event"), context), jets = new(tree.GetBranch("Jet_pt"), context);
        var entries = (int)tree.Entries;
        var (values, counts) = (new ulong[entries], new int[entries]);
        numbers.ReadValues(0, entries, MemoryMarshal.AsBytes(values.AsSpan()));
        jets.ReadCounts(0, entries, counts);
        var momenta = new float[counts.Sum()];
        jets.ReadValues(0, entries, MemoryMarshal.AsBytes(momenta.AsSpan()));
        var at = 0;
        for (var i = 0; i < entries; at += counts[i++]) entry(values[i], momenta[at..(at + counts[i])]);
    }
}
