using System.Text.Json;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Bytes.Trees.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary><c>ristretto merge --schema union</c>: trees whose branches differ, read by JSROOT.</summary>
public sealed class MergeUnionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DataAndSimulation_HaveZerosWhereAFileHasNoSuchBranch()
    {
        string[] files = [.. ((string[])["demo_data_UL18.root", "demo_HH4b_UL18.root"]).Select(name => Path.Combine(CliRun.Samples, name))];

        var text = CliRun.Of(["merge", Output, .. files, "--schema", "union"]).Succeeded().Output;

        var parts = files.Select(file => Jsroot.ReadColumns(file, "Events").GetProperty("columns")).ToArray();
        var merged = Jsroot.ReadColumns(Output, "Events").GetProperty("columns");
        var names = parts.SelectMany(part => part.EnumerateObject().Select(column => column.Name)).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(names, merged.EnumerateObject().Select(column => column.Name).Order(StringComparer.Ordinal));
        Assert.Contains(names, name => !parts[0].TryGetProperty(name, out _));
        string[] missing = [.. names.Where(name => parts.Any(part => !part.TryGetProperty(name, out _)))];
        Assert.Contains($"{string.Join(", ", missing.Take(10).Select(name => $"{name} (1 of 2 files)"))} and {missing.Length - 10} more", text, StringComparison.Ordinal);
        foreach (var name in names)
        {
            var shown = merged.GetProperty(name).EnumerateArray().ToArray();
            var at = 0;
            foreach (var part in parts)
            {
                var entries = part.GetProperty("event").GetArrayLength();
                var mine = shown[at..(at += entries)];
                if (part.TryGetProperty(name, out var values)) Assert.Equal(values.EnumerateArray().Select(value => value.GetRawText()), mine.Select(value => value.GetRawText()));
                else Assert.All(mine, value => Assert.True(IsZero(value), $"{name}: {value}"));
            }
            Assert.Equal(at, shown.Length);
        }
    }

    [Fact]
    public void Weight_OfATree_IsKept()
    {
        string[] files = [_folder["a.root"], _folder["b.root"], _folder["c.root"]];
        for (var i = 0; i < files.Length; i++)
        {
            using var writer = RootFileWriter.Create(files[i]);
            var tree = writer.Tree("Events", new TreeOptions { Weight = i < 2 ? 0.25 : 1 });
            tree.Column<int>($"x{i}").Append([1]);
            tree.Fill(1);
            tree.Complete();
            writer.Complete();
        }

        CliRun.Of("merge", Output, files[0], files[1], "--schema", "union", "--codec", "zlib:1").Succeeded();
        CliRun.Of("skim", files[0], _folder["skim.root"], "--codec", "zlib:1").Succeeded();

        Assert.Equal((0.25, 0.25), (WeightOf(Output), WeightOf(_folder["skim.root"])));
        Assert.Contains("has the weight 1, in the files before 0.25", CliRun.Of("merge", _folder["other.root"], files[0], files[2], "--schema", "union").Failed(3), StringComparison.Ordinal);

        static double WeightOf(string file) => Jsroot.ReadObject(file, "Events").GetProperty("fWeight").GetDouble();
    }

    [Fact]
    public void Trees_WithTheSameBranches_AreCopiedAsTheyAre()
    {
        var json = CliRun.Of("merge", Output, CliRun.Sample, CliRun.Sample, "--schema", "union", "--json").Succeeded().Json();

        Assert.Equal(0, json.GetProperty("bytesDecompressed").GetInt64());
    }

    [Fact]
    public void Lists_WithoutTheBranchButWithItsCounter_GetAsManyZeros()
    {
        string[] files = [_folder["a.root"], _folder["b.root"], _folder["c.root"]];
        Write(files[0], tree =>
        {
            tree.Column<float>("Jet_pt", "nJet").Append([1, 2, 3], [0, 2, 3]);
            tree.Column<bool>("HLT_A").Append([true, false]);
        });
        Write(files[1], tree =>
        {
            tree.Column<int>("Jet_id", "nJet").Append([7, 8, 9], [0, 0, 3]);
            tree.Column<bool>("HLT_B").Append([true, true]);
            var text = tree.Strings("tag");
            text.Append("x"u8);
            text.Append("yz"u8);
        });
        Write(files[2], tree => tree.Column<double>("w", null, "", 2).Append([1, 2, 3, 4]));

        CliRun.Of(["merge", Output, .. files, "--schema", "union"]).Succeeded();

        var columns = Jsroot.ReadColumns(Output, "Events").GetProperty("columns");
        Assert.Equal("[2,1,0,3,0,0]", columns.GetProperty("nJet").GetRawText());
        Assert.Equal("[[1,2],[3],[],[0,0,0],[],[]]", columns.GetProperty("Jet_pt").GetRawText());
        Assert.Equal("[[0,0],[0],[],[7,8,9],[],[]]", columns.GetProperty("Jet_id").GetRawText());
        Assert.Equal("""["","","x","yz","",""]""", columns.GetProperty("tag").GetRawText());
        Assert.Equal("[[0,0],[0,0],[0,0],[0,0],[1,2],[3,4]]", columns.GetProperty("w").GetRawText());
        using var file = RootFile.Open(Output);
        Assert.Equal(["nJet", "Jet_pt", "HLT_A", "Jet_id", "HLT_B", "tag", "w"], file.GetTree("Events").Branches.Select(branch => branch.Name));
    }

    [Fact]
    public void Numbers_OfDifferentWidth_GetATypeThatHoldsBoth()
    {
        string[] files = [_folder["a.root"], _folder["b.root"]];
        Write(files[0], tuple =>
        {
            tuple.Counter("nJet", isUnsigned: true);
            tuple.Column<byte>("Jet_id", "nJet").Append([250, 251], [0, 2, 2]);
            tuple.Column<uint>("run").Append([4_000_000_000, 1]);
            tuple.Column<float>("w").Append([0.5f, 0.25f]);
            tuple.Column<sbyte>("charge", null, "", 2).Append([-1, 1, 0, -128]);
            tuple.Column<ulong>("event").Append([ulong.MaxValue, 1]);
        });
        Write(files[1], tuple =>
        {
            tuple.Column<int>("Jet_id", "nJet").Append([-7], [0, 0, 1]);
            tuple.Column<int>("run").Append([-1, 2]);
            tuple.Column<double>("w").Append([0.1, 0.2]);
            tuple.Column<byte>("charge", null, "", 2).Append([255, 1, 2, 3]);
            tuple.Column<ulong>("event").Append([3, 4]);
        });

        var text = CliRun.Of("merge", Output, files[0], files[1], "--schema", "union").Succeeded().Output;

        Assert.Contains("in a type that holds the numbers of all files: Jet_id (int32), charge (int16), run (int64), w (double)", text, StringComparison.Ordinal);
        var columns = Jsroot.ReadColumns(Output, "Events").GetProperty("columns");
        Assert.Equal("[2,0,0,1]", columns.GetProperty("nJet").GetRawText());
        Assert.Equal("[[250,251],[],[],[-7]]", columns.GetProperty("Jet_id").GetRawText());
        Assert.Equal(["4000000000", "1", "-1", "2"], columns.GetProperty("run").EnumerateArray().Select(value => value.ToString()));
        Assert.Equal("[0.5,0.25,0.1,0.2]", columns.GetProperty("w").GetRawText());
        Assert.Equal("[[-1,1],[0,-128],[255,1],[2,3]]", columns.GetProperty("charge").GetRawText());
    }

    [Theory]
    [InlineData("Int64", "UInt64")]
    [InlineData("Int32", "Float")]
    [InlineData("Bool", "UInt8")]
    public void Branch_OfAnotherKind_IsNamedWithBoth(string first, string second)
    {
        string[] files = [_folder["a.root"], _folder["b.root"]];
        Write(files[0], tuple => Append(tuple, first));
        Write(files[1], tuple => Append(tuple, second));

        var error = CliRun.Of("merge", Output, files[0], files[1], "--schema", "union").Failed(3);

        Assert.Contains($"b.root: Events/PV_npvs is {second}, in {files[0]} {first}", error, StringComparison.Ordinal);

        static void Append(TreeWriter tuple, string type) => _ = type switch
        {
            "Int64" => Two<long>(tuple),
            "UInt64" => Two<ulong>(tuple),
            "Int32" => Two<int>(tuple),
            "Float" => Two<float>(tuple),
            "Bool" => Two<bool>(tuple),
            _ => Two<byte>(tuple),
        };

        static bool Two<T>(TreeWriter tuple) where T : unmanaged
        {
            tuple.Column<T>("PV_npvs").Append([default, default]);
            return true;
        }
    }

    [Fact]
    public void Branches_OfObjects_AreRefused() => Assert.Contains("has the branch v, which is no plain number, list or string; branches of this kind are joined only where all files have the same ones",
        CliRun.Of("merge", Output, SharedData.Path("root-written", "chain_1.root"), SharedData.Path("root-written", "chain_2.root"), "--schema", "union").Failed(3), StringComparison.Ordinal);

    [Fact]
    public void Trees_ThatDifferOnlyInBranchesOfObjects_AreRefusedByName() => Assert.Contains("tree has the branch string, which is no plain number, list or string",
        CliRun.Of("merge", Output, SharedData.Path("root", "uproot-stl_containers.root"), SharedData.Path("root", "uproot-double32-float16.root"), "--schema", "union").Failed(3), StringComparison.Ordinal);

    private string Output => _folder["merged.root"];

    private static bool IsZero(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().All(IsZero),
        JsonValueKind.False => true,
        _ => value.ToString() is "0" or "",
    };

    private static void Write(string path, Action<TreeWriter> columns)
    {
        using var writer = RootFileWriter.Create(path);
        var tree = writer.Tree("Events");
        columns(tree);
        tree.Fill(2);
        tree.Complete();
        writer.Complete();
    }
}
