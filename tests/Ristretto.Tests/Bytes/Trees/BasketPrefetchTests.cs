using Ristretto.Bytes.Codecs;
using Ristretto.Bytes.Files;
using Ristretto.Bytes.Trees;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Bytes.Trees;

public class BasketPrefetchTests
{
    private static (List<byte> Values, long Requests) Read(int? limit)
    {
        using var file = RootFile.Open(SharedData.Path("root-written", "tree_zstd5.root"));
        using var context = new DecodeContext();
        using var prefetch = limit is { } size ? new BasketPrefetch(size) : null;
        var tree = file.GetTree("Events");
        var readers = tree.Branches.Select(branch => new BranchReader(branch, context)).ToArray();
        var before = file.Counters.Requests;
        List<byte> values = [];
        var boundaries = tree.ClusterBoundaries(tree.Branches);
        for (var i = 0; i + 1 < boundaries.Count; i++)
        {
            var (first, count) = (boundaries[i], (int)(boundaries[i + 1] - boundaries[i]));
            prefetch?.Load(readers, first, boundaries[i + 1]);
            foreach (var reader in readers)
            {
                var part = new byte[reader.ValueBytes(first, count)];
                reader.ReadValues(first, count, part);
                values.AddRange(part);
            }
        }
        foreach (var reader in readers) reader.Dispose();
        return (values, file.Counters.Requests - before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(BasketPrefetch.DefaultLimit)]
    public void Load_AnyLimit_TheSameValues(int limit) => Assert.Equal(Read(null).Values, Read(limit).Values);

    [Fact]
    public void Load_RoomForACluster_OneRequestPerCluster()
    {
        Assert.InRange(Read(null).Requests, 100, 10_000);
        Assert.InRange(Read(BasketPrefetch.DefaultLimit).Requests, 1, 5);
    }
}
