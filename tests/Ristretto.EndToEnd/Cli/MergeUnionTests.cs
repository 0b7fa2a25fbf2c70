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
    public void Branch_OfAnotherType_IsNamedWithBoth()
    {
        string[] files = [_folder["a.root"], _folder["b.root"]];
        Write(files[0], tree => tree.Column<int>("PV_npvs").Append([1, 2]));
        Write(files[1], tree => tree.Column<byte>("PV_npvs").Append([1, 2]));

        var error = CliRun.Of("merge", Output, files[0], files[1], "--schema", "union").Failed(3);

        Assert.Contains($"b.root: Events/PV_npvs is UInt8, in {files[0]} Int32", error, StringComparison.Ordinal);
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
