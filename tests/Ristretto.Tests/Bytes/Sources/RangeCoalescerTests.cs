using Ristretto.Bytes.Sources;

namespace Ristretto.Tests.Bytes.Sources;

public class RangeCoalescerTests
{
    private static List<ByteRange> Coalesce(int gap, int largest, params ByteRange[] ranges)
    {
        List<ByteRange> requests = [];
        RangeCoalescer.Coalesce([.. ranges], gap, largest, requests);
        return requests;
    }

    [Fact]
    public void Coalesce_GapSmallEnough_JoinsInOffsetOrder() =>
        Assert.Equal([new(0, 30), new(41, 5)], Coalesce(10, 1000, new(41, 5), new(20, 10), new(0, 10)));

    [Fact]
    public void Coalesce_JoinedTooLarge_StaysApart() =>
        Assert.Equal([new(0, 20), new(20, 10)], Coalesce(10, 20, new(0, 10), new(10, 10), new(20, 10)));

    [Fact]
    public void Coalesce_OneRangeLargerThanARequest_StaysWhole() => Assert.Equal([new(0, 100)], Coalesce(10, 20, new ByteRange(0, 100)));

    [Fact]
    public void Coalesce_Overlapping_CoversBothOnce() => Assert.Equal([new(0, 15)], Coalesce(0, 1000, new(0, 10), new(5, 10), new(2, 3)));

    [Fact]
    public void Coalesce_Nothing_AsksForNothing() => Assert.Empty(Coalesce(10, 1000));
}
