using Ristretto.Bytes.Trees;

namespace Ristretto.Tests.Bytes.Trees;

public class ClustersTests
{
    private static IReadOnlyList<long> Boundaries(long entries, long autoFlush, (long End, long Size)[] ranges) => Clusters.Boundaries(
        new TreeRecord { Entries = entries, AutoFlush = autoFlush, ClusterRangeEnds = [.. ranges.Select(range => range.End)], ClusterSizes = [.. ranges.Select(range => range.Size)] }, []);

    [Fact]
    public void Boundaries_TwoRangesAndARest_CutsEachByItsOwnSize() =>
        Assert.Equal([0, 40, 80, 100, 130, 150, 200, 220], Boundaries(220, 50, [(99, 40), (149, 30)]));

    [Fact]
    public void Boundaries_RangesReachBeyondTheEntries_EndThere() => Assert.Equal([0, 40, 70], Boundaries(70, 0, [(99, 40), (199, 10)]));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Boundaries_RangeWithoutASize_IsOneCluster(long size) => Assert.Equal([0, 100, 120], Boundaries(120, 0, [(99, size)]));

    [Fact]
    public void Boundaries_NoEntries_OnlyZero() => Assert.Equal([0], Boundaries(0, 100, []));

    [Fact]
    public void Boundaries_AutoFlushOfOneInATreeWithoutEnd_StaysBounded()
    {
        var boundaries = Boundaries(long.MaxValue - 1, 1, []);

        Assert.InRange(boundaries.Count, 1000, 2_000_000);
        Assert.Equal(long.MaxValue - 1, boundaries[^1]);
    }
}
