using Ristretto.Columns.Kernels;

namespace Ristretto.Tests.Columns.Kernels;

public class MaskCountsTests
{
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(30, 3)]
    [InlineData(500, 12)]
    [InlineData(3000, 90)]
    [InlineData(60, 2000)]
    public void Count_ListsOfAnyLength_AreTheOnesOfEach(int lists, int longest)
    {
        var random = new Random(lists);
        for (var round = 0; round < 20; round++)
        {
            var offsets = new int[lists + 1];
            offsets[0] = round % 3 == 0 ? random.Next(200) : 0;
            for (var i = 0; i < lists; i++) offsets[i + 1] = offsets[i] + (random.Next(4) == 0 ? 0 : random.Next(longest));
            var mask = new byte[offsets[^1] + random.Next(3) * 40];
            for (var i = 0; i < mask.Length; i++) mask[i] = (byte)random.Next(2);
            int[] expected = [.. Enumerable.Range(0, lists).Select(i => mask[offsets[i]..offsets[i + 1]].Sum(answer => answer))];
            var counts = new int[lists];

            MaskCounts.Count(mask, offsets, counts);

            Assert.Equal(expected, counts);
        }
    }
}
