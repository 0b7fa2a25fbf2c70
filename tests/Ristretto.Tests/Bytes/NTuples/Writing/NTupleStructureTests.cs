using Ristretto.Bytes.Codecs.Writing;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Files.Writing;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.NTuples.Writing;

/// <summary>Fields that we write are described as ROOT describes fields of the same types: role, versions, length, encodings of the columns.</summary>
public sealed class NTupleStructureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ristretto-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("rn_types.root", "zstd:5", 14)]
    [InlineData("rn_nano_zstd.root", "zstd:5", 6)]
    [InlineData("rn_nano_none.root", "none", 6)]
    public void Header_TypesThatRootHas_AreDescribedAlike(string name, string codec, int least)
    {
        Assert.True(Compression.TryParse(codec, out var compression));
        var path = Path.Combine(_folder, "ours.root");
        using (var writer = RootFileWriter.Create(path, new RootWriteOptions { Compression = compression }))
        {
            var tuple = writer.NTuple("Events");
            new NTupleExample(10).Write(tuple, 10);
            var shapes = writer.NTuple("shapes");
            var pair = shapes["pair"].Tuple();
            (_, _) = (pair[""].Of<int>(), pair[""].Of<float>());
            shapes["optional"].Optional().Item.Of<float>();
            writer.Complete();
        }

        var theirs = Describe(SharedData.Path("root-written", name));
        var ours = Describe(path);
        var compared = 0;
        foreach (var (type, description) in ours)
        {
            if (type.Length == 0 || !theirs.TryGetValue(type, out var other)) continue;
            Assert.True(other == description, $"{type}: ROOT {other}, we {description}");
            compared++;
        }
        Assert.True(compared >= least, $"{compared} types were compared: {string.Join(", ", ours.Keys.Where(theirs.ContainsKey))}");
    }

    private static Dictionary<string, string> Describe(string path)
    {
        using var file = RootFile.Open(path);
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, key) in file.AllKeys().Where(entry => RootFile.IsNTuple(entry.Key)))
        {
            var schema = file.GetNTuple(name).Schema;
            for (var i = 0; i < schema.Fields.Count; i++)
            {
                var field = schema.Fields[i];
                if (field.TypeAlias.Length > 0) continue;            // Double32_t has another column than double
                var columns = schema.Columns.Where(column => column.FieldId == i && column.Representation == 0).Select(column => $"{column.Encoding}/{column.Bits}");
                var aliases = schema.Aliases.Count(alias => alias.FieldId == i);
                var kind = field.SourceFieldId >= 0 ? "projected " : "";
                result.TryAdd(kind + field.TypeName, $"role {field.Role}, versions {field.FieldVersion} {field.TypeVersion}, length {field.ArraySize}, columns {string.Join(' ', columns)}, aliases {aliases}");
            }
        }
        return result;
    }
}
