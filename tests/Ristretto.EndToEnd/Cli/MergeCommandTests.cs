using System.Text.Json;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto merge</c> against files that ROOT merged, and against the whole of what was cut in two.</summary>
public sealed class MergeCommandTests : IDisposable
{
    private static readonly string[] s_fields = ["name", "type", "n", "min", "max", "nonfinite", "crc32", "lists"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, 1)]
    [InlineData(null, 3)]
    [InlineData("lz4:4", 2)]
    public void Pieces_MergedByRoot_GiveTheSameValues(string? codec, int jobs)
    {
        var merged = Merge(Pieces(), codec, jobs);

        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("root-written", "expected", "hadd_plain.root.json")));
        var actual = Summary(merged);
        var expected = document.RootElement.GetProperty("objects").EnumerateArray().ToList();
        Assert.Equal(expected.Select(item => item.GetProperty("path").GetString()), actual.Select(item => item.GetProperty("path").GetString()));
        foreach (var (want, have) in expected.Zip(actual)) Compare(want, have);
    }

    [Fact]
    public void Pieces_CopiedAsTheyAre_AreNotDecompressed()
    {
        var json = CliRun.Of(["merge", Output, .. Pieces(), "--json"]).Succeeded().Json();

        Assert.Equal(0, json.GetProperty("bytesDecompressed").GetInt64());
        Assert.True(json.GetProperty("bytesCopied").GetInt64() > 10_000);
    }

    [Fact]
    public void Pieces_CompressedAnew_AreCountedAsDecompressed() =>
        Assert.True(CliRun.Of(["merge", Output, .. Pieces(), "--json", "--codec", "zstd:5"]).Succeeded().Json().GetProperty("bytesDecompressed").GetInt64() > 10_000);

    [Fact]
    public void Pieces_WithOneAndWithMoreThreads_GiveTheSameBytes()
    {
        var bytes = File.ReadAllBytes(Merge(Pieces(), null, 1));

        Assert.Equal(bytes, File.ReadAllBytes(Merge(Pieces(), null, 3)));
    }

    [Fact]
    public void Pieces_WithoutWaitingForTheDisk_GiveTheSameBytes()
    {
        var bytes = File.ReadAllBytes(Merge(Pieces(), null, 2));

        CliRun.Of(["merge", Output, .. Pieces(), "--no-sync", "--overwrite"]).Succeeded();

        Assert.Equal(bytes, File.ReadAllBytes(Output));
    }

    [Theory]
    [InlineData("nano_tt_v12.root", "ttree")]
    [InlineData("nano_tt_v12.root", "rntuple")]
    public void Halves_OfATable_GiveTheWhole(string name, string form)
    {
        var source = SharedData.Path("root", name) + ":Events";
        string[] parts = ["0:71", "71:"];
        var halves = parts.Select((entries, i) =>
        {
            var half = _folder[$"half{i}.root"];
            CliRun.Of("convert", source, half, "--to", form, "--entries", entries).Succeeded();
            return half;
        }).ToArray();
        var whole = _folder["whole.root"];
        CliRun.Of("convert", source, whole, "--to", form).Succeeded();

        var merged = Merge(halves, null, 2);

        foreach (var (want, have) in Summary(whole).Zip(Summary(merged))) Compare(want, have);
    }

    [Theory]
    [InlineData("Events", "chain_1.root", "chain_3.root")]
    [InlineData("Events", "hadd_piece1.root", "hadd_piece2.root")]
    [InlineData("ntpl", "hadd_piece1.root", "hadd_piece3.root")]
    public void Table_ReadByJsroot_HasTheValuesOfBothFiles(string table, params string[] names)
    {
        string[] sources = [.. names.Select(name => SharedData.Path("root-written", name))];
        var merged = Jsroot.ReadColumns(Merge(sources, null, 2), table);

        var parts = sources.Select(source => Jsroot.ReadColumns(source, table)).ToList();
        Assert.NotEmpty(merged.GetProperty("columns").EnumerateObject());
        foreach (var column in merged.GetProperty("columns").EnumerateObject())
        {
            var expected = parts.SelectMany(part => part.GetProperty("columns").GetProperty(column.Name).EnumerateArray()).Select(value => value.GetRawText());
            Assert.Equal(expected, column.Value.EnumerateArray().Select(value => value.GetRawText()));
        }
    }

    [Fact]
    public void Parameters_AreAdded()
    {
        var merged = Merge(Pieces(), null, 1);

        using var file = Ristretto.Bytes.Files.RootFile.Open(merged);
        Assert.Equal(1.5 + 3 + 4.5, file.ReadObject("dir/sum").Get<double>("fVal"));
    }

    [Fact]
    public void Histograms_WithOtherAxes_AreRefusedWithBothAxes()
    {
        string[] files = [_folder["a.root"], _folder["b.root"]];
        for (var i = 0; i < 2; i++)
        {
            using var writer = Ristretto.Bytes.Files.Writing.RootFileWriter.Create(files[i]);
            writer.Write("dir", new Ristretto.Bytes.Objects.HistogramRecord { Class = "TH1D", Name = "h", Axes = [new() { Bins = 2, High = 1 + i }], Contents = [0, 1, 2, 0] });
            writer.Complete();
        }

        var error = CliRun.Of("merge", Output, files[0], files[1]).Failed(3);

        Assert.Contains("dir/h, a TH1D, cannot be summed: its axis x has 2 bins from 0 to 2, in ", error, StringComparison.Ordinal);
        Assert.Contains("a.root 2 bins from 0 to 1; leave it out with --skip dir/h", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Histograms_WithSquaresInOneFileOnly_GetThoseOfUnitWeights()
    {
        string[] files = [_folder["a.root"], _folder["b.root"]];
        Write(files[0], new() { Class = "TH1I", Name = "h", Axes = [new() { Bins = 2 }], Contents = [1, 2, 3, 4], Entries = 10 });
        Write(files[1], new() { Class = "TH1I", Name = "h", Axes = [new() { Bins = 2 }], Contents = [0, 10, 20, 0], SumW2 = [0, 50, 90, 0], Entries = 5 });

        foreach (var order in (string[][])[files, [files[1], files[0]]])
        {
            var merged = Jsroot.ReadObject(Merge(order, null, 1), "h");
            Assert.Equal([1, 12, 23, 4], Numbers(merged.GetProperty("fArray")));
            Assert.Equal([1, 52, 93, 4], Numbers(merged.GetProperty("fSumw2")));
            Assert.Equal(15, merged.GetProperty("fEntries").GetDouble());
        }
    }

    [Fact]
    public void Histograms_WithLabelsInAnotherOrder_AreSummedByLabel()
    {
        string[] files = [_folder["a.root"], _folder["b.root"], _folder["c.root"]];
        Write(files[0], new() { Class = "TH1D", Name = "cutflow", Axes = [new() { Bins = 3, High = 3, Labels = ["all", "trigger", "jets"] }], Contents = [0, 10, 5, 2, 0] });
        Write(files[1], new() { Class = "TH1D", Name = "cutflow", Axes = [new() { Bins = 3, High = 3, Labels = ["jets", "all", "trigger"] }], Contents = [7, 200, 1000, 500, 9] });
        Write(files[2], new() { Class = "TH1D", Name = "cutflow", Axes = [new() { Bins = 3, High = 3, Labels = ["jets", "all", "leptons"] }], Contents = [7, 200, 1000, 500, 9] });

        Assert.Equal([7, 1010, 505, 202, 9], Numbers(Jsroot.ReadObject(Merge(files[..2], null, 1), "cutflow").GetProperty("fArray")));
        Assert.Contains("cutflow, a TH1D, cannot be summed: its axis x has 3 bins from 0 to 3 labelled jets, all, leptons, in ", CliRun.Of(["merge", Output, .. files, "--overwrite"]).Failed(3), StringComparison.Ordinal);
    }

    [Fact]
    public void Histograms_WithOtherFunctions_SayWhoseAreKept()
    {
        var source = SharedData.Path("root-written", "hists.root");
        using (var file = Ristretto.Bytes.Files.RootFile.Open(source))
        {
            var fitted = file.NewestKeys().Where(entry => Ristretto.Bytes.Objects.HistogramRecord.IsHistogram(entry.Key.ClassName)).Select(entry => file.GetHistogram(entry.Path)).First(histogram => histogram.Functions.Count > 0);
            Write(_folder["b.root"], fitted with { Functions = [] });

            Assert.Contains($"{fitted.Name}: {fitted.Class}, sum of 2; functions of {source} kept, those of {_folder["b.root"]} are others", CliRun.Of("merge", Output, source, _folder["b.root"]).Succeeded().Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Histograms_ReadByJsroot_AreDoubled()
    {
        var source = SharedData.Path("root-written", "hists.root");
        var merged = Merge([source, source], null, 1);

        foreach (var name in (string[])["h1", "h1w", "hv", "hi", "hlab", "h2", "h3w", "p", "p2"])
        {
            var (one, two) = (Jsroot.ReadObject(source, name), Jsroot.ReadObject(merged, name));
            foreach (var field in (string[])["fArray", "fSumw2"])
                Assert.Equal(Numbers(one.GetProperty(field)).Select(value => 2 * value), Numbers(two.GetProperty(field)));
            foreach (var field in (string[])["fEntries", "fTsumw", "fTsumwx2"])
                Assert.Equal(2 * one.GetProperty(field).GetDouble(), two.GetProperty(field).GetDouble());
        }
    }

    [Fact]
    public void Branch_MissingInTheFirstFile_IsNamedWithBothFiles()
    {
        var error = CliRun.Of("merge", Output, SharedData.Path("root-written", "chain_1.root"), SharedData.Path("root-written", "chain_2.root")).Failed(3);

        Assert.Contains("chain_2.root: Events has a branch only2, which ", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*merged*"));
    }

    [Fact]
    public void Index_OfAllTrees_FindsTheEntriesOfAll()
    {
        var source = SharedData.Path("root-written", "friend_main.root");

        var text = CliRun.Of("merge", Output, source, source).Succeeded().Output;

        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("root-written", "expected", "friend_main.extra.json")));
        var expected = document.RootElement.GetProperty("index");
        var (entries, count) = (Numbers(expected.GetProperty("entries")), expected.GetProperty("n").GetInt32());
        var index = Jsroot.ReadObject(Output, "Events").GetProperty("fTreeIndex");
        Assert.Equal("TTreeIndex", index.GetProperty("_typename").GetString());
        Assert.Equal(("run", "event"), (index.GetProperty("fMajorName").GetString(), index.GetProperty("fMinorName").GetString()));
        Assert.Equal(Numbers(expected.GetProperty("sortedMajor")).SelectMany(Twice), Numbers(index.GetProperty("fIndexValues")));
        Assert.Equal(Numbers(expected.GetProperty("sortedMinor")).SelectMany(Twice), Numbers(index.GetProperty("fIndexValuesMinor")));
        Assert.Equal(entries.SelectMany(entry => (double[])[entry, entry + count]), Numbers(index.GetProperty("fIndex")));
        Assert.Contains("Events: TTree, 400 entries; index by run, event", text, StringComparison.Ordinal);
        using var merged = Ristretto.Bytes.Files.RootFile.Open(Output);
        Assert.Contains("TVirtualIndex", merged.ReadStreamerInfos().Select(info => info.ClassName));
        foreach (var lookup in document.RootElement.GetProperty("lookups").EnumerateArray())
            Assert.Equal(lookup.GetProperty("entry").GetInt64(), merged.GetTree("Events").Index!.Find(lookup.GetProperty("run").GetInt64(), lookup.GetProperty("event").GetInt64()));

        static double[] Twice(double value) => [value, value];
    }

    [Fact]
    public void Index_OfTreesWithOtherEntries_IsSorted()
    {
        // Two of them are merged already.
        string[] files = [SharedData.Path("root", "ttreeindex.root"), SharedData.Path("root", "ttreeindex.root"), SharedData.Path("root", "ttreeindex.root")];
        CliRun.Of(["merge", _folder["two.root"], .. files[..2]]).Succeeded();
        var merged = Merge([files[2], _folder["two.root"]], "zstd:5", 2);

        var columns = Jsroot.ReadColumns(merged, "t").GetProperty("columns");
        var rows = Numbers(columns.GetProperty("major")).Zip(Numbers(columns.GetProperty("minor"))).Select((pair, entry) => (Major: pair.First, Minor: pair.Second, Entry: (double)entry)).Order().ToList();
        var index = Jsroot.ReadObject(merged, "t").GetProperty("fTreeIndex");
        Assert.Equal(18, rows.Count);
        Assert.Equal(rows.Select(row => row.Major), Numbers(index.GetProperty("fIndexValues")));
        Assert.Equal(rows.Select(row => row.Minor), Numbers(index.GetProperty("fIndexValuesMinor")));
        Assert.Equal(rows.Select(row => row.Entry), Numbers(index.GetProperty("fIndex")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Index_ThatOneFileLacks_IsLostAndNamed(bool isFirst)
    {
        var (with, without) = (SharedData.Path("root", "ttreeindex.root"), _folder["without.root"]);
        CliRun.Of("convert", $"{with}:t", without, "--to", "ttree", "--codec", "zlib:1").Succeeded();

        var text = CliRun.Of("merge", Output, isFirst ? without : with, isFirst ? with : without).Succeeded().Output;

        Assert.Contains($"t: TTree, 12 entries; without index, since {with} has one (major, minor), {without} none; build it anew over the merged tree", text, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, Jsroot.ReadObject(Output, "t").GetProperty("fTreeIndex").ValueKind);
        Assert.Equal(12, Jsroot.ReadColumns(Output, "t").GetProperty("columns").GetProperty("val").GetArrayLength());
    }

    [Fact]
    public void Index_OfOneFile_IsKeptByteByByte()
    {
        var source = SharedData.Path("root-written", "friend_main.root");

        var merged = Merge([source], null, 1);

        Assert.Equal(Jsroot.ReadObject(source, "Events").GetProperty("fTreeIndex").GetRawText(), Jsroot.ReadObject(merged, "Events").GetProperty("fTreeIndex").GetRawText());
    }

    [Fact]
    public void Objects_OfOtherClassesThatDiffer_AreRefusedUnlessSkipped()
    {
        string[] files = [_folder["a.root"], _folder["b.root"]];
        foreach (var file in files)
        {
            using var writer = Ristretto.Bytes.Files.Writing.RootFileWriter.Create(file);
            writer.WriteText("", "note", file);
            writer.Complete();
        }

        Assert.Contains("note, a TObjString, is another than in", CliRun.Of("merge", Output, files[0], files[1]).Failed(3), StringComparison.Ordinal);
        Assert.Contains("left out: note", CliRun.Of("merge", Output, files[0], files[1], "--skip", "note").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Trees_WithAnotherTitle_KeepTheFirstAndNameTheOther()
    {
        string[] files = [_folder["a.root"], _folder["b.root"]];
        foreach (var file in files)
        {
            using var writer = Ristretto.Bytes.Files.Writing.RootFileWriter.Create(file);
            var tree = writer.Tree("Events", new() { Title = $"from {Path.GetFileName(file)}" });
            tree.Column<int>("run").Append([1, 2, 3]);
            tree.Fill(3);
            tree.Complete();
            writer.Complete();
        }

        var text = CliRun.Of("merge", Output, files[0], files[1]).Succeeded().Output;

        Assert.Contains($"Events: TTree, 6 entries; title of {files[0]} kept, that of {files[1]} is another", text, StringComparison.Ordinal);
        using var merged = Ristretto.Bytes.Files.RootFile.Open(Output);
        Assert.Equal("from a.root", merged.GetTree("Events").Title);
    }

    [Fact]
    public void Output_ThatExistsOrIsAnInput_IsRefused()
    {
        var input = _folder["input.root"];
        File.Copy(SharedData.Path("root-written", "chain_1.root"), input);
        File.WriteAllText(Output, "mine");

        Assert.Contains("exists already; --overwrite replaces it", CliRun.Of("merge", Output, input).Failed(4), StringComparison.Ordinal);
        Assert.Contains("one of the files to merge", CliRun.Of("merge", input, input, "--overwrite").Failed(4), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Output));
    }

    [Theory]
    [InlineData("root", "uproot-HZZ-objects.root")]
    [InlineData("root", "uproot-small-evnt-tree-fullsplit.root")]
    [InlineData("root", "PHYSLITE_example.root")]
    [InlineData("root", "treemaker.root")]
    [InlineData("root-written", "classes.root")]
    [InlineData("root-written", "tree_mixed.root")]
    [InlineData("root-written", "rn_types.root")]
    [InlineData("root-written", "rn_clusters.root")]
    public void OneFile_OfAnyClasses_KeepsEveryValue(string folder, string name)
    {
        var source = SharedData.Path(folder, name);

        var merged = Merge([source], null, 2);

        var expected = Summary(source).GroupBy(item => item.GetProperty("path").GetString()).Select(cycles => cycles.Last()).ToList();
        var actual = Summary(merged);
        Assert.Equal(expected.Select(item => item.GetProperty("path").GetString()), actual.Select(item => item.GetProperty("path").GetString()));
        foreach (var (want, have) in expected.Zip(actual)) Compare(want, have);
    }

    private string Output => _folder["merged.root"];

    private static string[] Pieces() => [.. Enumerable.Range(1, 3).Select(piece => SharedData.Path("root-written", $"hadd_piece{piece}.root"))];

    private static void Write(string path, Ristretto.Bytes.Objects.HistogramRecord histogram)
    {
        using var writer = Ristretto.Bytes.Files.Writing.RootFileWriter.Create(path);
        writer.Write("", histogram);
        writer.Complete();
    }

    private static IEnumerable<double> Numbers(JsonElement array) => array.EnumerateArray().Select(value => value.GetDouble());

    private string Merge(string[] files, string? codec, int jobs)
    {
        string[] options = codec is null ? [] : ["--codec", codec];
        CliRun.Of(["merge", Output, .. files, "--overwrite", "--jobs", $"{jobs}", .. options]).Succeeded();
        return Output;
    }

    private static List<JsonElement> Summary(string path) => [.. CliRun.Of("summary", path, "--json").Json().GetProperty("objects").EnumerateArray()];

    private static void Compare(JsonElement want, JsonElement have)
    {
        foreach (var field in (string[])["path", "class", "entries", "value"]) Assert.Equal(Text(want, field), Text(have, field));
        if (want.TryGetProperty("contents", out var contents))
            Assert.Equal(contents.GetProperty("sum").GetDouble(), have.GetProperty("contents").GetProperty("sum").GetDouble(), 1e-9 * Math.Abs(contents.GetProperty("sum").GetDouble()));
        if (want.TryGetProperty("variances", out var variances))
            Assert.Equal(variances.GetProperty("sum").GetDouble(), have.GetProperty("variances").GetProperty("sum").GetDouble(), 1e-9 * variances.GetProperty("sum").GetDouble());
        if (!want.TryGetProperty("columns", out var columns)) return;
        foreach (var (a, b) in columns.EnumerateArray().Zip(have.GetProperty("columns").EnumerateArray()))
            foreach (var field in s_fields) Assert.Equal(Text(a, field), Text(b, field));
    }

    private static string? Text(JsonElement item, string field) => item.TryGetProperty(field, out var value) ? value.GetRawText() : null;
}
