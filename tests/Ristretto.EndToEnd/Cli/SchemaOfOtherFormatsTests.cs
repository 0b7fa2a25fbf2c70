using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Cli;

/// <summary>Schemas of ATLAS and podio files: they compile, and every column read through the types has the values that another program read.</summary>
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
