using Ristretto.Bytes.Files.Writing;

namespace Ristretto.Tests.Bytes.Files.Writing;

public sealed class FreeSegmentsTests
{
    [Theory]
    [InlineData(100, 1000)]          // the whole gap
    [InlineData(92, 1000)]           // what is left has room for its own length and more
    [InlineData(93, 2000)]           // less than that would be left
    [InlineData(101, 2000)]
    [InlineData(501, -1)]
    public void Take_RecordOfALength_GetsTheFirstGapThatFits(int length, long expected)
    {
        var free = new FreeSegments();
        free.Add(2000, 2500);
        free.Add(1000, 1100);

        Assert.Equal(expected, free.Take(length));
        Assert.Equal(600 - (expected < 0 ? 0 : length), free.Gaps.Sum(gap => gap.To - gap.From));
    }

    [Fact]
    public void Add_Neighbours_BecomeOneGap()
    {
        var free = new FreeSegments();
        free.Add(100, 200);
        free.Add(300, 400);
        free.Add(200, 300);
        free.Add(500, 500);

        Assert.Equal([(100L, 400L)], free.Gaps);
    }
}
