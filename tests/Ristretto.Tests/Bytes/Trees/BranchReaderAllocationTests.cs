using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Trees;

public class BranchReaderAllocationTests
{
    [Theory]
    [InlineData("tree_zstd5.root")]
    [InlineData("tree_lz4_4.root")]
    [InlineData("tree_lzma1.root")]
    [InlineData("tree_zlib1.root")]
    [InlineData("tree_none.root")]
    public void ReadValues_ClusterAfterCluster_AllocatesNothingAfterTheFirstPass(string name)
    {
        using var file = RootFile.Open(SharedData.Path("root-written", name));
        using var context = new DecodeContext();
        using var prefetch = new BasketPrefetch();
        var tree = file.GetTree("Events");
        var readers = tree.Branches.Select(branch => new BranchReader(branch, context)).ToArray();
        var boundaries = tree.ClusterBoundaries(tree.Branches).ToArray();
        var values = new byte[1 << 20];
        var counts = new int[1 << 16];
        ReadAll(readers, boundaries, prefetch, values, counts);
        var baskets = tree.Branches.Sum(branch => branch.Counters.Baskets);
        // The least of some passes: what the runtime does beside them counts too.
        var allocated = long.MaxValue;
        for (var pass = 0; pass < 5; pass++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            ReadAll(readers, boundaries, prefetch, values, counts);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(tree.Branches.Sum(branch => branch.Counters.Baskets) - baskets, 500, long.MaxValue);
        Assert.InRange(allocated, 0, 2048);      // a hundred baskets with one object each would be more
        foreach (var reader in readers) reader.Dispose();
    }

    private static void ReadAll(BranchReader[] readers, long[] boundaries, BasketPrefetch prefetch, byte[] values, int[] counts)
    {
        for (var i = 0; i + 1 < boundaries.Length; i++)
        {
            var (first, count) = (boundaries[i], (int)(boundaries[i + 1] - boundaries[i]));
            prefetch.Load(readers, first, boundaries[i + 1]);
            foreach (var reader in readers)
            {
                if (reader.Branch.IsVariable) reader.ReadCounts(first, count, counts.AsSpan(0, count));
                reader.ReadValues(first, count, values.AsSpan(0, reader.ValueBytes(first, count)));
            }
        }
    }
}
