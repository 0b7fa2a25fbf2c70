using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Bytes.Objects;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto diff</c>.</summary>
public sealed class DiffCommandTests : IDisposable
{
    private const int Different = 5;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(SharedData.ReferenceFiles), MemberType = typeof(SharedData))]
    public void File_WithItself_IsTheSame(string folder, string name)
    {
        var file = SharedData.Path(folder, name);
        var run = CliRun.Of("diff", file, file);

        if (name is "bad_delphes.root" or "truncated.root" or "unclosed.root") run.Failed(3);
        else Assert.Contains("same: ", run.Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tree_WithTheSameColumnsAsAnNTuple_IsTheSame()
    {
        var run = CliRun.Of("diff", $"{SharedData.Path("root", "nano_dy.root")}:Events", $"{SharedData.Path("root", "nano_dy_rntuple.root")}:Events").Succeeded();

        Assert.Equal("same: 1 object, 1 499 columns, 40 entries\n", run.Output);
    }

    [Theory]
    [InlineData("root", "uproot-HZZ-zlib.root", "uproot-HZZ-zstd.root")]
    [InlineData("root", "uproot-Zmumu-lz4.root", "uproot-Zmumu-uncompressed.root")]
    [InlineData("root-written", "rn_nano_none.root", "rn_nano_lzma.root")]
    [InlineData("root-written", "hadd_plain.root", "hadd_f404.root")]
    public void File_InAnotherCodec_IsTheSame(string folder, string left, string right) =>
        Assert.StartsWith("same: ", CliRun.Of("diff", SharedData.Path(folder, left), SharedData.Path(folder, right)).Succeeded().Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("uproot-HZZ-zlib.root", "events")]
    [InlineData("nano_tt_v12.root", "Events")]
    [InlineData("nano_dy.root", "Events")]
    [InlineData("uproot-small-dy-nooffsets.root", "tree")]
    public void Tree_ConvertedToAnNTuple_IsTheSame(string name, string tree)
    {
        var file = SharedData.Path("root", name);
        CliRun.Of("convert", $"{file}:{tree}", _folder["ntuple.root"], "--to", "rntuple").Succeeded();

        Assert.StartsWith("same: ", CliRun.Of("diff", $"{file}:{tree}", $"{_folder["ntuple.root"]}:{tree}").Succeeded().Output, StringComparison.Ordinal);
        Assert.StartsWith("same: ", CliRun.Of("diff", $"{_folder["ntuple.root"]}:{tree}", $"{file}:{tree}").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_OneChanged_AreNamedWithEntryAndBothValues()
    {
        var run = CliRun.Of("diff", Tree("a.root"), Tree("b.root", changed: 1300));

        Assert.Equal((Different, ""), (run.ExitCode, run.Errors));
        Assert.Equal($"Events/x: 1 entry differs, first entry 1300: 1300 against 1300.5; largest difference 0.5\n"
            + "Events/v: 1 entry differs, first entry 1300: [1300, NaN, 2] against [1300.25, NaN, 2]; largest difference 0.25\n"
            + "Events/text: 1 entry differs, first entry 1300: \"t1300\" against \"u1300\"\n"
            + "different: 3 differences; compared: 1 object, 5 columns, 2 000 entries\n", run.Output);
    }

    [Fact]
    public void Tolerances_CoverSmallDifferences()
    {
        var (left, right) = (Tree("a.root"), Tree("b.root", changed: 1300));

        Assert.Equal("same within the tolerance: 1 object, 3 columns, 2 000 entries\n", CliRun.Of("diff", left, right, "--skip", "text,n", "--atol", "0.5").Succeeded().Output);
        Assert.Equal(Different, CliRun.Of("diff", left, right, "--skip", "text", "--atol", "0.49").ExitCode);
        CliRun.Of("diff", left, right, "--skip", "text", "--rtol", "4e-4").Succeeded();
        Assert.Equal(Different, CliRun.Of("diff", left, right, "--skip", "text", "--rtol", "3e-4").ExitCode);
        Assert.Contains("--rtol is -1; it must be at least 0", CliRun.Of("diff", left, right, "--rtol=-1").Failed(1), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasTheSameDifferences()
    {
        var run = CliRun.Of("diff", Tree("a.root"), Tree("b.root", changed: 1300), "--json");

        Assert.Equal(Different, run.ExitCode);
        var difference = run.Json().GetProperty("differences")[0];
        Assert.Equal(("Events/x", "values", 1, 1300, "1300.5", 0.5), (difference.GetProperty("path").GetString(), difference.GetProperty("kind").GetString(), difference.GetProperty("differingEntries").GetInt32(),
            difference.GetProperty("firstEntry").GetInt32(), difference.GetProperty("secondValue").GetString(), difference.GetProperty("largestDifference").GetDouble()));
        Assert.False(run.Json().GetProperty("same").GetBoolean());
    }

    [Fact]
    public void Structure_LeavesOutValues()
    {
        var (left, right) = (Tree("a.root"), Tree("b.root", changed: 1300));

        Assert.Equal("same: 1 object, 5 columns; values were not compared\n", CliRun.Of("diff", left, right, "--structure").Succeeded().Output);
        Assert.Equal("Events: 2000 entries against 1999\ndifferent: 1 difference; compared: 1 object, 5 columns; values were not compared\n", CliRun.Of("diff", left, Tree("c.root", entries: 1999), "--structure").Output);
    }

    [Fact]
    public void Columns_MissingOrOfAnotherType_AreNamed()
    {
        using (var writer = RootFileWriter.Create(_folder["other.root"]))
        {
            var tree = writer.Tree("Events");
            tree.Column<double>("x").Append([0, 1, 2]);
            tree.Column<int>("more").Append([1, 2, 3]);
            tree.Fill(3);
            writer.Complete();
        }

        Assert.Equal([
            "Events: 2000 entries against 3; the first 3 are compared",
            "Events/x: float against double",
            "Events/n: int32, is missing in the second file",
            "Events/v: list<float>, is missing in the second file",
            "Events/text: string, is missing in the second file",
            "Events/big: int64, is missing in the second file",
            "Events/more: int32, is missing in the first file",
            "different: 7 differences; compared: 1 object, 1 column, 3 entries"], Lines(CliRun.Of("diff", Tree("a.root"), _folder["other.root"])));
        Assert.Equal(["Events: 2000 entries against 3; the first 3 are compared", "Events/x: float against double", "different: 2 differences; compared: 1 object, 1 column, 3 entries"],
            Lines(CliRun.Of("diff", Tree("a.root"), _folder["other.root"], "--columns", "x")));
        Assert.Contains("has a column texts; nearest: text", CliRun.Of("diff", Tree("a.root"), _folder["other.root"], "--columns", "texts").Failed(3), StringComparison.Ordinal);
    }

    [Fact]
    public void Integers_OfSixtyFourBits_AreComparedExactly()
    {
        var lines = Lines(CliRun.Of("diff", Tree("a.root"), Tree("b.root", big: 1), "--columns", "big"));

        Assert.Equal("Events/big: 2 000 entries differ, first entry 0: 9007199254740992 against 9007199254740993; largest difference 0", lines[0]);
    }

    [Fact]
    public void Histograms_AreComparedByAxesContentsAndErrors()
    {
        var histogram = new HistogramRecord { Class = "TH1D", Name = "h", Axes = [new AxisRecord { Bins = 3, High = 3 }], Contents = [0, 1, 2, 3, 0], SumW2 = [0, 1, 2, 3, 0], Entries = 6 };
        var (left, right) = (Histogram("a.root", histogram), Histogram("b.root", histogram with { Axes = [new AxisRecord { Bins = 3, High = 4 }], Contents = [0, 1, 2.5, 3, 0], SumW2 = [0, 1, 2, 4, 0] }));

        Assert.Equal(["h: x axis, upper end: 3 against 4", "h: squared errors: 1 of 5 values differ, first number 3: 3 against 4; largest difference 1",
            "h: contents: 1 of 5 values differ, first number 2: 2 against 2.5; largest difference 0.5", "different: 3 differences; compared: 1 object"], Lines(CliRun.Of("diff", left, right)));
        Assert.Equal("h: TH1D against TH1F", Lines(CliRun.Of("diff", left, Histogram("c.root", histogram with { Class = "TH1F" })))[0]);
        Assert.Equal(["h: TH1D, is missing in the second file", "g: TH1D, is missing in the first file"], Lines(CliRun.Of("diff", left, Histogram("d.root", histogram with { Name = "g" })))[..2]);
        Assert.Equal(["h: name: \"h\" against \"g\"", "different: 1 difference; compared: 1 object"], Lines(CliRun.Of("diff", $"{left}:h", $"{_folder["d.root"]}:g")));
        CliRun.Of("diff", left, right, "--skip", "h").Succeeded();
    }

    [Fact]
    public void Folders_AreComparedByWhatIsInThem()
    {
        var file = SharedData.Path("root-written", "hists.root");

        Assert.Equal("same: 2 objects\n", CliRun.Of("diff", $"{file}:dir", $"{file}:dir").Succeeded().Output);
        Assert.Equal(["copy: TH1F, is missing in the first file", "deeper/copy: TH1F, is missing in the second file", "deeper: TDirectory, is missing in the second file"],
            Lines(CliRun.Of("diff", $"{file}:dir", $"{file}:dir/deeper"))[..^1].Order(StringComparer.Ordinal));
        Assert.Contains("has no object dirr; nearest: dir", CliRun.Of("diff", $"{file}:dirr", file).Failed(3), StringComparison.Ordinal);
    }

    [Fact]
    public void NTuple_OfNestedLists_NamesTheColumn()
    {
        var (left, right) = (NTuple("a.root", 5), NTuple("b.root", 6));

        CliRun.Of("diff", left, left).Succeeded();
        Assert.StartsWith("Events/vvd: ", Assert.Single(Lines(CliRun.Of("diff", left, right, "--columns", "vvd"))[..^1]), StringComparison.Ordinal);
    }

    private static string[] Lines(CliRun run)
    {
        Assert.Equal((Different, ""), (run.ExitCode, run.Errors));
        return run.Output.TrimEnd('\n').Split('\n');
    }

    private string NTuple(string name, int seed)
    {
        using var writer = RootFileWriter.Create(_folder[name]);
        new NTupleExample(300, seed).Write(writer.NTuple("Events", new NTupleOptions { ClusterEntries = 100 }), 100);
        writer.Complete();
        return _folder[name];
    }

    private string Histogram(string name, HistogramRecord histogram)
    {
        using var writer = RootFileWriter.Create(_folder[name]);
        writer.Write("", histogram);
        writer.Complete();
        return _folder[name];
    }

    private string Tree(string name, int changed = -1, int entries = 2000, long big = 0)
    {
        using var writer = RootFileWriter.Create(_folder[name]);
        var tree = writer.Tree("Events");
        var range = Enumerable.Range(0, entries).ToArray();
        tree.Column<float>("x").Append([.. range.Select(i => i == changed ? i + 0.5f : i)]);
        var counter = tree.Counter("n");
        var list = tree.Column<float>("v", "n");
        counter.Append([.. range.Select(i => 3)]);
        list.Append([.. range.SelectMany(i => new[] { i == changed ? i + 0.25f : i, float.NaN, 2 })]);
        tree.Strings("text").Append([.. range.Select(i => i == changed ? $"u{i}" : $"t{i}")]);
        tree.Column<long>("big").Append([.. range.Select(i => (1L << 53) + big)]);
        tree.Fill(entries);
        writer.Complete();
        return _folder[name];
    }
}
