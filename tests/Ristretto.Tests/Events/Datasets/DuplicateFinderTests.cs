using Ristretto.Events.Datasets;

namespace Ristretto.Tests.Events.Datasets;

public class DuplicateFinderTests
{
    [Fact]
    public void Report_RepeatedEvents_CountsEachOnceAndTheirSurplus()
    {
        var finder = new DuplicateFinder();
        finder.Add([9, 1, 1, 1, 9, 1], [2, 5, 5, 5, 2, 5], [4, 8, 8, 7, 4, 8]);
        var report = finder.Report();
        Assert.Equal((6L, 6L, 2L, 3L, true), (report.Events, report.Compared, report.Repeated, report.Surplus, report.IsComplete));
        Assert.Equal([new(1, 5, 8), new(9, 2, 4)], report.Examples);
        Assert.Equal("1:5:8", report.Examples[0].ToString());
        Assert.Equal([new(1, 5, 8)], finder.Report(mostExamples: 1).Examples);
    }

    [Fact]
    public void Report_KeysThatDifferInOnePart_AreNotRepeated()
    {
        var finder = new DuplicateFinder();
        finder.Add([1, 2, 1, 1], [1, 1, 2, 1], [1, 1, 1, 1UL << 40]);
        Assert.Equal(0, finder.Report().Surplus);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void Report_MoreEventsThanRoom_DoesNotDependOnThePieces(int pieces)
    {
        var events = RandomEvents(20000);
        var whole = new DuplicateFinder(500);
        foreach (var key in events) whole.Add(key.Run, key.Lumi, key.Event);
        var merged = new DuplicateFinder(500);
        foreach (var chunk in events.Reverse().Chunk(events.Length / pieces + 1).Reverse())
        {
            var part = merged.CreateEmpty();
            foreach (var key in chunk) part.Add(key.Run, key.Lumi, key.Event);
            merged.Merge(part);
        }
        var (expected, actual) = (whole.Report(), merged.Report());
        Assert.Equal(expected with { Examples = [] }, actual with { Examples = [] });
        Assert.Equal(expected.Examples, actual.Examples);
        Assert.False(actual.IsComplete);
        Assert.InRange(actual.Compared, 200, 500);
        Assert.InRange((double)actual.Repeated / actual.Compared, 0.2, 0.5);
    }

    [Fact]
    public void Merge_PieceThatWasThinned_ThinsTheRestAlike()
    {
        var (whole, small, large) = (new DuplicateFinder(500), new DuplicateFinder(500), new DuplicateFinder(500));
        for (var i = 0u; i < 700; i++)
        {
            whole.Add(1, i, i);
            (i < 100 ? small : large).Add(1, i, i);
        }
        small.Merge(large);
        Assert.Equal(whole.Report().Compared, small.Report().Compared);
        Assert.Equal(700, small.Report().Events);
    }

    [Fact]
    public void Report_RandomEvents_AgreesWithGrouping()
    {
        var events = RandomEvents(5000);
        var finder = new DuplicateFinder();
        foreach (var key in events) finder.Add(key.Run, key.Lumi, key.Event);
        var groups = events.GroupBy(key => key).Where(group => group.Count() > 1).ToList();
        var report = finder.Report(int.MaxValue);
        Assert.Equal(groups.Select(group => group.Key).Order(), report.Examples);
        Assert.Equal(groups.Sum(group => group.Count() - 1), report.Surplus);
    }

    [Theory]
    [InlineData(1 << 23)]
    [InlineData(20000)]
    [InlineData(3000)]
    public void AddAndMerge_LongRunsOfASection_AgreeWithOneByOne(int capacity)
    {
        var random = new Random(3);
        uint[] lumi = [.. Enumerable.Range(0, 40000).Select(i => (uint)(i / 9000))];
        uint[] run = [.. Enumerable.Repeat(1u, lumi.Length)];
        ulong[] number = [.. lumi.Select(_ => (ulong)random.Next(60000))];
        var (single, batches) = (new DuplicateFinder(capacity), new DuplicateFinder(capacity));
        for (var i = 0; i < lumi.Length; i++) single.Add(run[i], lumi[i], number[i]);
        foreach (var (first, end) in (ReadOnlySpan<(int, int)>)[(0, 10001), (10001, 10002), (10002, 39000), (39000, 40000)])
        {
            var part = batches.CreateEmpty();
            part.Add(run.AsSpan(first..end), lumi.AsSpan(first..end), number.AsSpan(first..end));
            batches.Merge(part);
        }
        var (expected, actual) = (single.Report(1000), batches.Report(1000));
        Assert.Equal(expected with { Examples = [] }, actual with { Examples = [] });
        Assert.Equal(expected.Examples, actual.Examples);
        if (capacity > lumi.Length) Assert.Equal(lumi.Length - lumi.Zip(number).Distinct().Count(), actual.Surplus);
    }

    [Fact]
    public void Add_OnlyOneEventOverAndOver_StaysWithinItsRoom()
    {
        var finder = new DuplicateFinder(4);
        for (var i = 0; i < 100; i++) finder.Add(0, 0, 0);
        Assert.Equal(100, finder.Report().Events);
        Assert.InRange(finder.Report().Compared, 0, 4);
        finder.Clear();
        Assert.Equal(0, finder.Report().Events);
    }

    private static EventKey[] RandomEvents(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(_ => new EventKey((uint)random.Next(2), (uint)random.Next(10), (ulong)random.Next(count / 20)))];
    }
}
