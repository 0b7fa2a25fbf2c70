using Ristretto.Bytes.Files;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Files;

public class StreamerInfoTests
{
    [Fact]
    public void ReadStreamerInfos_OfATreeByRoot_GivesVersionsChecksumsAndMembers()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "tree_zstd5.root"));

        var infos = file.ReadStreamerInfos();

        var leaf = Assert.Single(infos, info => info.ClassName == "TLeaf");
        Assert.Equal((2, 0x6d1e8152u), (leaf.Version, leaf.Checksum));
        Assert.Equal(["TNamed:67", "fLen:3", "fLenType:3", "fOffset:3", "fIsRange:18", "fIsUnsigned:18", "fLeafCount:64"], leaf.Elements.Select(element => $"{element.Name}:{element.Type}"));
        Assert.Equal((20, 0x7264e07fu), infos.Where(info => info.ClassName == "TTree").Select(info => (info.Version, info.Checksum)).Single());
    }

    [Theory]
    [InlineData(6, 2, new[] { 2, 3, 0, 0, 0 }, new[] { 2, 3 })]
    [InlineData(6, 2, new[] { 2, 2, 0, 0, 0 }, new[] { 6 })]
    [InlineData(5, 4, new[] { 0, int.MaxValue, int.MaxValue, int.MaxValue, 0 }, new[] { 5 })]
    [InlineData(5, 5, new[] { int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue }, new[] { 5 })]
    [InlineData(0, 5, new[] { 1, 1, 1, 1, 1 }, new int[0])]
    public void Shape_StoredDimensions_AreTakenWhereTheyMakeTheLength(int length, int dimensions, int[] sizes, int[] expected) =>
        Assert.Equal(expected, StreamerInfoDecoder.Shape(length, dimensions, sizes));

    [Fact]
    public void ReadStreamerInfos_FileWithoutAny_IsEmpty()
    {
        using var file = RootFile.Open(SharedData.Path("root", "uproot-issue70.root"));

        Assert.Empty(file.ReadStreamerInfos());
    }
}
