using Ristretto.Events.Datasets;

namespace Ristretto.Tests.Events.Datasets;

public class LumiSectionsTests
{
    [Fact]
    public void Add_EventsInAnyOrder_CountsThemBySection()
    {
        var seen = new LumiSections();
        seen.Add([7, 7, 5, 7], [1, 1, 9, 1]);
        seen.Add(5, 3, 0);
        Assert.Equal([(5u, 3u, 0L), (5u, 9u, 1L), (7u, 1u, 3L)], seen.Sections);
        Assert.Equal((3, 4L), (seen.Count, seen.TotalEvents));
    }

    [Fact]
    public void ToMask_AgainstTheCertifiedSections_GivesMissingAndExtra()
    {
        var certified = new LumiMask([new(1, 1, 4)]);
        var seen = new LumiSections();
        seen.Add([1, 1, 1, 2], [2, 2, 9, 3]);
        Assert.Equal([new(1, 1, 1), new(1, 3, 4)], certified.Except(seen.ToMask()).Ranges);
        Assert.Equal([new(1, 9, 9), new(2, 3, 3)], seen.ToMask().Except(certified).Ranges);
        Assert.Equal(2, seen.EventsIn(certified));
    }

    [Fact]
    public void Clear_RightAfterAnEvent_ForgetsItsSection()
    {
        var seen = new LumiSections();
        seen.Add(1, 2);
        seen.Clear();
        Assert.Equal(0, seen.Count);
        seen.Add(1, 3);
        Assert.Equal([(1u, 3u, 1L)], seen.Sections);
    }

    [Fact]
    public void Merge_Pieces_GivesWhatOneWouldHaveCollected()
    {
        var random = new Random(5);
        var (whole, parts) = (new LumiSections(), new LumiSections());
        for (var piece = 0; piece < 5; piece++)
        {
            var part = parts.CreateEmpty();
            for (var i = 0; i < 200; i++)
            {
                var (run, lumi) = ((uint)random.Next(3), (uint)random.Next(4));
                whole.Add(run, lumi);
                part.Add(run, lumi);
            }
            parts.Merge(part);
            Assert.Equal(200, part.TotalEvents);
            part.Clear();
            Assert.Equal(0, part.Count);
        }
        Assert.Equal(whole.Sections, parts.Sections);
    }
}
