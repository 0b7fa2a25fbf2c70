using Ristretto.Bytes.Errors;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Trees;

public class TreeTests
{
    [Fact]
    public void GetBranch_NanoAod_DescribesTypeShapeAndCounter()
    {
        using var file = RootFile.Open(SharedData.Path("root", "NanoAODv5_sample.root"));
        var tree = file.GetTree("Events");
        var branch = tree.GetBranch("Jet_pt");

        Assert.Equal((LeafType.Float, 4, 1, 1000L, 1), (branch.LeafType, branch.ElementSize, branch.FixedLength, branch.Entries, branch.BasketCount));
        Assert.Same(tree.GetBranch("nJet"), branch.Counter);
        Assert.Equal(LeafType.UInt32, branch.Counter!.LeafType);
        Assert.NotEqual("", branch.Title);
        Assert.Equal(1479, tree.Branches.Count);
        Assert.Empty(tree.Unread);
    }

    [Fact]
    public void GetBranch_Missing_NamesTheNearest()
    {
        var path = SharedData.Path("root", "NanoAODv5_sample.root");
        using var file = RootFile.Open(path);

        var error = Assert.Throws<SchemaException>(() => file.GetTree("Events").GetBranch("Jet_ptt"));

        Assert.StartsWith($"{path}: Events has no branch Jet_ptt; nearest: Jet_pt", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetBranch_OfAClassThatIsNotRead_SaysWhy()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "tree_none.root"));
        var tree = file.GetTree("Events");

        Assert.Contains("Events/vf cannot be read as plain numbers: it is a branch of class TBranchElement; its columns can, as a field of the tree", Assert.Throws<SchemaException>(() => tree.GetBranch("vf")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mat", "2,3")]
    [InlineData("Jet_hits", "3")]
    [InlineData("flags", "8")]
    [InlineData("i32", "")]
    public void Leaf_FixedDimensions_FromTheTitle(string name, string expected)
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "tree_none.root"));

        Assert.Equal(expected, string.Join(',', file.GetTree("Events").GetBranch(name).Leaf.Dimensions));
    }

    [Fact]
    public void ClusterBoundaries_AutoFlushByEntries_AreItsMultiples()
    {
        using var file = RootFile.Open(SharedData.Path("root", "uproot-small-dy-nooffsets.root"));
        var tree = file.GetTree("tree");

        Assert.Equal([0, 200, 400, 501], tree.ClusterBoundaries(tree.Branches));
    }

    [Fact]
    public void ClusterBoundaries_NothingStored_AreWhereAllUsedBasketsStart()
    {
        using var file = RootFile.Open(SharedData.Path("root", "uproot-Zmumu-lz4.root"));
        var tree = file.GetTree("events");
        var boundaries = tree.ClusterBoundaries(tree.Branches);

        Assert.Equal(0, boundaries[0]);
        Assert.Equal(tree.Entries, boundaries[^1]);
        Assert.Equal(boundaries.Distinct().Order(), boundaries);
        Assert.Equal([0, tree.Entries], tree.ClusterBoundaries([]));
    }

    [Fact]
    public void ClusterBoundaries_WrittenByRoot_AreBasketBoundariesOfEveryBranch()
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "tree_zstd5.root"));
        var tree = file.GetTree("Events");

        foreach (var boundary in tree.ClusterBoundaries(tree.Branches))
            Assert.All(tree.Branches, branch => Assert.True(branch.BasketFirstEntries.Contains(boundary), $"{branch.Name} has no basket at {boundary}"));
    }
}
