using Ristretto.Bytes.Files.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>Schemas of ATLAS, podio and other files: they compile, and every column read through the types has the values that another program read.</summary>
public sealed class SchemaOfOtherFormatsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Schemas_OfPhysliteAndEdm4Hep_CompileAndReadEveryColumn()
    {
        var (physlite, edm4hep) = (SharedData.Path("root", "PHYSLITE_example.root"), SharedData.Path("root", "edm4hep.root"));

        var read = TypedFile.Read(_folder, physlite, edm4hep);

        Compare(TypedFile.Key("PHYSLITE_example.root", "CollectionTree"), read[physlite], 1151, "METAssoc_AnalysisMETAux.overlapIndices", "METAssoc_AnalysisMETAux.overlapTypes");
        Compare(TypedFile.Key("edm4hep.root", "events"), read[edm4hep], 289);
    }

    [Fact]
    public void Schemas_OfOtherForms_CompileAndReadEveryColumn()
    {
        (string File, string Tree, int Columns, string[] LeftOut)[] cases =
        [
            ("treemaker.root", "PreSelection", 391, []),
            ("uproot-issue513.root", "Delphes", 354, []),
            ("leaves.root", "tree", 45, ["N"]),
            ("ndim.root", "tree", 13, []),
            ("uproot-small-evnt-tree-fullsplit.root", "tree", 36, []),
            ("uproot-stl_containers.root", "tree", 17, ["map_int32_vector_vector_int16.value", "map_int32_vector_set_int16.value"]),
        ];
        var names = Names();

        var read = TypedFile.Read(_folder, [.. cases.Select(one => SharedData.Path("root", one.File)), names]);

        foreach (var (file, tree, columns, leftOut) in cases) Compare(TypedFile.Key(file, tree), read[SharedData.Path("root", file)], columns, leftOut);
        Assert.Equal(
            [("1st", 6), ("JetList_x", 7), ("Jet_pt", 10), ("Jets_pt", 20), ("Length", 3), ("LengthColumn", 4), ("MET", 8), ("MET_pt", 9), ("XY", 2), ("class", 5), ("xY", 1)],
            read[names].Select(column => (column.Branch, (int)column.Sum)));
    }

    [Fact]
    public void Schema_NamesThatWouldBeTheSame_AreGivenOthers()
    {
        var lines = CliRun.Of("schema", Names()).Succeeded().Output.Split('\n').Select(line => line.TrimStart().Split(' ')).ToArray();

        Assert.Contains(lines, line => line[0] == "xY");
        Assert.Contains(lines, line => line[0] == "XYNo2=XY");
        Assert.Contains(lines, line => line[0] == "LengthColumnNo2=LengthColumn");
        Assert.Contains(lines, line => line[0] == "METNo2=MET");
        Assert.Contains(lines, line => line is ["collection", "JetNo2=Jet", ..]);
    }

    /// <summary>A file with names that C# would take for the same, has taken already, or does not allow.</summary>
    private string Names()
    {
        var path = _folder["names.root"];
        using var file = RootFileWriter.Create(path);
        var tree = file.Tree("Events");
        var value = 1;
        foreach (var name in (string[])["xY", "XY", "Length", "LengthColumn", "class", "1st", "JetList_x", "MET", "MET_pt"]) tree.Column<int>(name).Append([value++]);
        foreach (var name in (string[])["Jet", "Jets"])
        {
            tree.Counter($"n{name}").Append([1]);
            tree.Column<int>($"{name}_pt", $"n{name}").Append([name == "Jet" ? 10 : 20]);
        }
        tree.Fill(1);
        file.Complete();
        return path;
    }

    private static void Compare(Dictionary<string, (long Count, double Sum)> key, IEnumerable<(string Branch, long Count, double Sum)> read, int number, params string[] leftOut)
    {
        var columns = read.ToDictionary(column => column.Branch, column => (column.Count, column.Sum), StringComparer.Ordinal);
        Assert.Equal(number, columns.Count);
        Assert.Equal(leftOut, key.Keys.Except(columns.Keys));
        foreach (var (name, expected) in key)
        {
            if (!columns.TryGetValue(name, out var column)) continue;
            var (count, sum) = column;
            Assert.Equal((name, expected.Count), (name, count));
            Assert.True(Math.Abs(sum - expected.Sum) <= 1e-12 * Math.Abs(expected.Sum) || sum.Equals(expected.Sum), $"{name}: {sum:R}, expected {expected.Sum:R}");
        }
    }
}
