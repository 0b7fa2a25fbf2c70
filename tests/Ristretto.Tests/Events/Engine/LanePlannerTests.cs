using Ristretto.Events.Engine;

namespace Ristretto.Tests.Events.Engine;

public class LanePlannerTests
{
    [Fact]
    public void Plan_SmallClusters_AreJoinedUpToTheTarget() =>
        Assert.Equal([(0, 18_000), (18_000, 36_000), (36_000, 37_000)], LanePlanner.Plan([0, 6000, 12_000, 18_000, 24_000, 30_000, 36_000, 37_000], long.MaxValue));

    [Fact]
    public void Plan_LargeCluster_IsCutInside() =>
        Assert.Equal([(0, 65536), (65536, 131072), (131072, 190_000)], LanePlanner.Plan([0, 190_000], 190_000));

    [Fact]
    public void Plan_Limit_EndsTheLastRun() => Assert.Equal([(0, 17_000), (17_000, 18_000)], LanePlanner.Plan([0, 17_000, 34_000], 18_000));

    [Fact]
    public void Plan_NoEvents_HasNoRuns() => Assert.Empty(LanePlanner.Plan([0], 0));

    [Fact]
    public void Plan_AnyBoundaries_CoverEveryEventOnce()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            List<long> boundaries = [0];
            for (var i = random.Next(1, 30); i > 0; i--) boundaries.Add(boundaries[^1] + random.Next(1, round % 2 == 0 ? 5000 : 200_000));
            var limit = random.Next(4) == 0 ? random.NextInt64(boundaries[^1]) : boundaries[^1];
            var lanes = LanePlanner.Plan(boundaries, limit);
            var at = 0L;
            foreach (var (first, end) in lanes)
            {
                Assert.Equal(at, first);
                Assert.True(end > first);
                at = end;
            }
            Assert.Equal(limit, at);
        }
    }
}
