using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees.Chains;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Bytes.Trees.Chains;

/// <summary>Several files as one tree: three codecs, the second with a branch more.</summary>
public class TreeChainTests
{
    private static TreeChain Open() => TreeChain.Open(Path.Combine(SharedData.Path("root-written"), "chain_[1-3].root"), "Events");

    [Fact]
    public void Read_OverTheBordersOfFiles_GivesTheFilesValuesInOrder()
    {
        using var chain = Open();
        Assert.Equal(100 + 110 + 120, chain.Entries);
        foreach (var field in chain.TreeOf(0).Fields)
        {
            using var reader = chain.OpenField(field.Name);
            reader.Read(90, 200);
            var joined = Enumerable.Range(0, 200).Select(i => reader.Columns.Format(0, i, int.MaxValue)).ToArray();
            var single = new List<string>();
            for (var file = 0; file < 3; file++)
            {
                using var one = RootFile.Open(chain.Files[file]);
                using var part = one.GetTree("Events").GetField(field.Name).Open();
                part.Read(0, (int)part.Field.Entries);
                single.AddRange(Enumerable.Range(0, (int)part.Field.Entries).Select(i => part.Format(0, i, int.MaxValue)));
            }
            Assert.Equal(single.Skip(90).Take(200), joined);
        }
    }

    [Fact]
    public void OpenField_InOneFileOnly_MustBeOptional()
    {
        using var chain = Open();
        var extra = chain.TreeOf(1).Fields.Select(field => field.Name).Except(chain.TreeOf(0).Fields.Select(field => field.Name)).Single();

        Assert.Throws<SchemaException>(() => chain.OpenField(extra));
        using var reader = chain.OpenField(extra, isOptional: true);
        reader.Read(0, (int)chain.Entries);

        Assert.Equal(330, reader.Columns.Doubles(0)!.Length);
        Assert.All(reader.Columns.Doubles(0)!.Take(100), value => Assert.Equal(0, value));
        Assert.Contains(reader.Columns.Doubles(0)!.Skip(100).Take(110), value => value != 0);
    }

    [Fact]
    public void Locate_Entries_FindsFileAndNumber()
    {
        using var chain = Open();

        Assert.Equal([(0, 99), (1, 0), (2, 119)], new long[] { 99, 100, 329 }.Select(chain.Locate));
        Assert.Throws<ArgumentOutOfRangeException>(() => chain.Locate(330));
    }
}
