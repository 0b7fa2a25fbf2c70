using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Tests.Shared;

namespace Ristretto.Conformance.Bytes.Trees;

/// <summary>Values of trees against uproot's and ROOT's summaries: every column, exactly.</summary>
public class TreeReadingTests
{
    [Theory]
    [InlineData("NanoAODv5_sample", 1000)]
    [InlineData("NanoAODv5_sample", 137)]
    [InlineData("nano_dy", 7)]
    [InlineData("nano_dy_empty", 1)]
    [InlineData("nano_dy_SpecialTree", 1)]
    [InlineData("nano_tt_v12", 33)]
    public void ReadValues_NanoAod_EveryColumnEqual(string file, int step)
    {
        using var root = RootFile.Open(SharedData.Path("root", $"{file}.root"));
        var expected = ExpectedSummary.Load(SharedData.Path("root", "expected", $"{file}.root.json"));
        var checkedColumns = 0;
        foreach (var tree in expected.Trees.Where(tree => tree.Path is "Events" or "Runs" or "LuminosityBlocks" or "NotEvents"))
            checkedColumns += Compare(root, tree, step, unreadAllowed: false);
        Assert.True(checkedColumns > 100);
    }

    [Theory]
    [InlineData("uproot-HZZ-zlib", 51)]
    [InlineData("uproot-HZZ-zstd", 51)]
    [InlineData("uproot-Zmumu-lz4", 17)]
    [InlineData("uproot-Zmumu-uncompressed", 17)]
    [InlineData("uproot-sample-5.30.00-lzma", 34)]
    [InlineData("uproot-sample-5.23.02-zlib", 34)]
    [InlineData("uproot-small-dy-nooffsets", 6)]
    [InlineData("uproot-issue21", 2)]
    [InlineData("uproot-issue413", 2)]
    [InlineData("uproot-nesteddirs", 2)]
    [InlineData("leaves", 30)]
    [InlineData("ndim", 11)]
    [InlineData("ttreeindex", 2)]
    [InlineData("g4-merge", 5)]
    public void ReadValues_OtherWriters_EveryPlainColumnEqual(string file, int atLeast)
    {
        using var root = RootFile.Open(SharedData.Path("root", $"{file}.root"));
        var expected = ExpectedSummary.Load(SharedData.Path("root", "expected", $"{file}.root.json"));
        foreach (var step in new[] { 13, 100_000 })
            Assert.InRange(expected.Trees.Sum(tree => Compare(root, tree, step, unreadAllowed: true)), atLeast, int.MaxValue);
    }

    [Theory]
    [InlineData("tree_zlib1")]
    [InlineData("tree_zlib6")]
    [InlineData("tree_lzma1")]
    [InlineData("tree_lzma8")]
    [InlineData("tree_lz4_4")]
    [InlineData("tree_lz4_9")]
    [InlineData("tree_zstd5")]
    [InlineData("tree_zstd9")]
    [InlineData("tree_none")]
    [InlineData("tree_mixed")]
    [InlineData("gaps")]
    [InlineData("chain_1")]
    [InlineData("chain_2")]
    [InlineData("chain_3")]
    [InlineData("friend_main")]
    [InlineData("hadd_plain")]
    [InlineData("hadd_f404")]
    [InlineData("empty")]
    public void ReadValues_WrittenByRoot_EveryPlainColumnEqual(string file)
    {
        using var root = RootFile.Open(SharedData.Path("root-written", $"{file}.root"));
        var expected = ExpectedSummary.Load(SharedData.Path("root-written", "expected", $"{file}.root.json"));
        foreach (var step in new[] { 1, 7, 450 })
            Assert.NotEqual(0, expected.Trees.Sum(tree => Compare(root, tree, step, unreadAllowed: true)));
    }

    private static int Compare(RootFile file, ExpectedTree expected, int step, bool unreadAllowed)
    {
        var tree = file.GetTree($"{expected.Path};{expected.Cycle}");
        Assert.Equal(expected.Entries, tree.Entries);
        if (!unreadAllowed) Assert.Equal(tree.Fields.Count, tree.Branches.Count);
        var columns = expected.Columns.ToDictionary(column => column.Name, column => column.Digest);
        using var context = new DecodeContext();
        foreach (var branch in tree.Branches)
        {
            foreach (var countsFirst in new[] { true, false })
            {
                var digest = ColumnDigest.Of(branch, context, step, countsFirst);
                Assert.True(columns[branch.Name] == digest, $"{expected.Path}/{branch.Name}: expected {columns[branch.Name]}, read {digest}");
            }
        }
        var missing = expected.Columns.Select(column => column.Name).Except(tree.Branches.Select(branch => branch.Name), StringComparer.Ordinal)
            .Except(tree.Fields.Where(field => field.Branch is null).SelectMany(field => field.Columns).Select(column => column.Name), StringComparer.Ordinal);
        Assert.Empty(missing);
        return tree.Branches.Count;
    }
}
