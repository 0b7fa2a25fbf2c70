using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.NTuples.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto merge</c> of RNTuples whose fields differ.</summary>
public sealed class MergeNTupleUnionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DataAndSimulation_GiveWhatTheUnionOfTheirTreesGives()
    {
        string[] trees = [.. ((string[])["demo_data_UL18.root", "demo_HH4b_UL18.root"]).Select(name => Path.Combine(CliRun.Samples, name))];
        string[] ntuples = [.. trees.Select((tree, i) => _folder[$"{i}.root"])];
        for (var i = 0; i < trees.Length; i++) CliRun.Of("convert", trees[i], ntuples[i], "--to", "rntuple").Succeeded();
        CliRun.Of(["merge", _folder["trees.root"], .. trees, "--schema", "union"]).Succeeded();

        var report = CliRun.Of(["merge", Output, .. ntuples, "--schema", "union", "--json"]).Succeeded().Json();

        Assert.Equal(0, report.GetProperty("bytesDecompressed").GetInt64());
        var missing = report.GetProperty("objects").EnumerateArray().Single(entry => entry.GetProperty("path").GetString() == "Events").GetProperty("missing");
        Assert.Equal(1, missing.GetProperty("Jet._0.hadronFlavour").GetInt32());
        Assert.Equal(1, missing.GetProperty("genWeight").GetInt32());
        CliRun.Of("convert", _folder["trees.root"], _folder["converted.root"], "--to", "rntuple").Succeeded();
        Assert.StartsWith("same: ", CliRun.Of("diff", Output, _folder["converted.root"]).Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("sound", CliRun.Of("doctor", Output).Succeeded().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("zlib:1")]
    [InlineData("none")]
    public void Fields_ThatAFileLacks_AreZerosForJsroot(string? codec)
    {
        Write("a.root", tuple =>
        {
            tuple.Field<float>("pt").Append([1, 2]);
            tuple.Field<bool>("flag").Append([true, false]);
            tuple["name"].Strings().Append(["a", "bc"]);
        });
        Write("b.root", tuple =>
        {
            Vector(tuple, "v", [2, 1], [7, 8, 9]);
            tuple.Field<float>("pt").Append([3, 4]);
            tuple["xyz"].Array(3).Item.Of<short>().Append([1, 2, 3, 4, 5, 6]);
        });
        Write("c.root", tuple =>
        {
            Vector(tuple, "v", [0, 1], [5]);
            tuple.Field<double>("w").Append([0.5, 0.25]);
        });

        CliRun.Of(["merge", Output, .. Files, "--schema", "union", .. codec is null ? [] : (string[])["--codec", codec]]).Succeeded();

        var columns = Jsroot.ReadColumns(Output, "Events").GetProperty("columns");
        Assert.Equal("[1,2,3,4,0,0]", columns.GetProperty("pt").GetRawText());
        Assert.Equal("[true,false,false,false,false,false]", columns.GetProperty("flag").GetRawText());
        Assert.Equal("""["a","bc","","","",""]""", columns.GetProperty("name").GetRawText());
        Assert.Equal("[[],[],[7,8],[9],[],[5]]", columns.GetProperty("v").GetRawText());
        Assert.Equal("[[0,0,0],[0,0,0],[1,2,3],[4,5,6],[0,0,0],[0,0,0]]", columns.GetProperty("xyz").GetRawText());
        Assert.Equal("[0,0,0,0,0.5,0.25]", columns.GetProperty("w").GetRawText());
        CliRun.Of("doctor", Output).Succeeded();
    }

    [Fact]
    public void Members_OfACollection_GetAZeroForEachOfItsObjects()
    {
        Write("a.root", tuple => Jets(tuple, [2, 1], jets =>
        {
            jets.Field<float>("pt").Append([10, 20, 30]);
            jets.Field<bool>("isTight").Append([true, true, true]);
        }));
        Write("b.root", tuple => Jets(tuple, [0, 3], jets =>
        {
            jets.Field<sbyte>("id").Append([1, 2, 3]);
            jets.Field<float>("pt").Append([40, 50, 60]);
        }));

        CliRun.Of(["merge", Output, .. Files, "--schema", "union"]).Succeeded();

        using var file = RootFile.Open(Output);
        var tuple = file.GetNTuple("Events");
        Assert.Equal(["Jet", "nJet", "Jet_pt", "Jet_isTight", "Jet_id"], tuple.Fields.Select(field => field.Name));
        CliRun.Of("convert", Output, _folder["tree.root"], "--to", "ttree", "--codec", "zlib:1").Succeeded();
        var columns = Jsroot.ReadColumns(_folder["tree.root"], "Events").GetProperty("columns");
        Assert.Equal("[[10,20],[30],[],[40,50,60]]", columns.GetProperty("Jet_pt").GetRawText());
        Assert.Equal("[[1,1],[1],[],[0,0,0]]", columns.GetProperty("Jet_isTight").GetRawText());
        Assert.Equal("[[0,0],[0],[],[1,2,3]]", columns.GetProperty("Jet_id").GetRawText());
    }

    [Fact]
    public void Fields_InAnotherOrder_AreTheSame()
    {
        Write("a.root", tuple =>
        {
            tuple.Field<int>("x").Append([1, 2]);
            tuple.Field<double>("y").Append([3, 4]);
        });
        Write("b.root", tuple =>
        {
            tuple.Field<double>("y").Append([7, 8]);
            tuple.Field<int>("x").Append([5, 6]);
        });

        CliRun.Of(["merge", Output, .. Files]).Succeeded();

        var columns = Jsroot.ReadColumns(Output, "Events").GetProperty("columns");
        Assert.Equal("[1,2,5,6]", columns.GetProperty("x").GetRawText());
        Assert.Equal("[3,4,7,8]", columns.GetProperty("y").GetRawText());
    }

    [Fact]
    public void Entries_OfAMillion_AreFilledByPagesThatAreStoredOnce()
    {
        const int Entries = 1_000_000;
        Write("a.root", tuple => tuple.Field<double>("x").Append(new double[Entries]), Entries);
        Write("b.root", tuple => tuple.Field<double>("y").Append([.. Enumerable.Repeat(1.5, Entries)]), Entries);

        CliRun.Of(["merge", Output, .. Files, "--schema", "union", "--codec", "none"]).Succeeded();

        // 16 MB of values, and one page of zeros of each length.
        Assert.InRange(new FileInfo(Output).Length, 16_000_000, 18_500_000);
        var y = CliRun.Of("summary", Output, "--json").Succeeded().Json().GetProperty("objects")[0].GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == "y");
        Assert.Equal((2.0 * Entries, 1.5 * Entries, 0.0), (y.GetProperty("n").GetDouble(), y.GetProperty("sum").GetDouble(), y.GetProperty("min").GetDouble()));
    }

    [Fact]
    public void Array_OfImpossibleLengthThatAFileLacks_IsRefusedByName()
    {
        Write("a.root", tuple => tuple.Field<int>("x").Append([1, 2]));
        Write("b.root", tuple => tuple["huge"].Array(2_000_000_000).Item.Array(2).Item.Of<float>(), 0);

        Assert.Contains($"{Files[0]}: Events: a cluster of 2 entries would need more than 4294967296 zeros for huge._0._0", CliRun.Of(["merge", Output, .. Files, "--schema", "union"]).Failed(3), StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_ThatNoUnionJoins_AreNamed()
    {
        Write("a.root", tuple =>
        {
            tuple.Field<int>("run").Append([1, 1]);
            tuple.Field<float>("met").Append([1, 1]);
            tuple.Field<float>("weight").Append([1, 1]);
        });
        Write("b.root", tuple =>
        {
            tuple.Field<int>("run").Append([1, 1]);
            tuple.Field<float>("weight").Append([1, 1]);
        });
        Write("c.root", tuple => tuple.Field<long>("run").Append([1, 1]));

        Assert.Contains($"b.root: Events has no field met, which {Files[0]} has; --schema union fills what a file lacks with 0 or empty lists; leave it out with --skip Events",
            CliRun.Of("merge", Output, Files[0], Files[1]).Failed(3), StringComparison.Ordinal);
        Assert.Contains($"a.root: Events has a field met, which {Files[1]} has not", CliRun.Of("merge", Output, Files[1], Files[0]).Failed(3), StringComparison.Ordinal);
        Assert.Contains($"c.root: Events field run is std::int64_t, in {Files[0]} std::int32_t", CliRun.Of(["merge", Output, .. Files, "--schema", "union"]).Failed(3), StringComparison.Ordinal);
        Assert.False(File.Exists(Output));
    }

    private string Output => _folder["merged.root"];

    private List<string> Files { get; } = [];

    private void Write(string name, Action<NTupleWriter> fields, int entries = 2)
    {
        Files.Add(_folder[name]);
        using var writer = RootFileWriter.Create(_folder[name], new RootWriteOptions { Compression = Compression.None });
        var tuple = writer.NTuple("Events");
        fields(tuple);
        tuple.Fill(entries);
        writer.Complete();
    }

    private static void Vector(NTupleWriter tuple, string name, int[] counts, float[] values)
    {
        var field = tuple[name].Vector();
        var item = field.Item.Of<float>();
        field.Append(counts);
        item.Append(values);
    }

    private static void Jets(NTupleWriter tuple, int[] counts, Action<CollectionField> members)
    {
        var jets = tuple.Collection("Jet");
        members(jets);
        jets.Append(counts);
    }
}
