using Ristretto.Columns.Accumulation;
using Ristretto.Columns.Arrays;
using Ristretto.Events.Selections;

namespace Ristretto.Tests.Events.Selections;

public class CutflowTests
{
    private static readonly Column<double> s_weights = Column.Of(0.5, 1.5, 2.0, 4.0);

    [Fact]
    public void Require_CutAfterCut_CountsWhatPassesAllSoFar()
    {
        var cutflow = new Cutflow();
        Start(cutflow).Count("all").Require("a", Mask.Of(true, true, false, true)).Require("b", Mask.Of(false, true, true, true));
        Assert.Equal([new("all", 4, 8, 22.5), new("a", 3, 6, 18.5), new("b", 2, 5.5, 18.25)], cutflow["all"]);
    }

    [Fact]
    public void PassingOnly_CutsThatFollow_AreMasksOfThoseEvents()
    {
        var cutflow = new Cutflow();
        Start(cutflow).Require("a", Mask.Of(true, true, false, true)).PassingOnly().Require("b", Mask.Of(false, true, true));
        Assert.Equal([new("a", 3, 6, 18.5), new("b", 2, 5.5, 18.25)], cutflow["all"]);
    }

    [Fact]
    public void Note_SideBranch_IsCountedAndNotRequired()
    {
        var cutflow = new Cutflow();
        Start(cutflow).Note("side", Mask.Of(true, false, false, false)).Require("next", Mask.All(4));
        Assert.Equal([1L, 4L], cutflow["all"].Select(row => row.Count));
    }

    [Fact]
    public void Branch_SideBranch_SaysAfterWhichCutItComes()
    {
        var cutflow = new Cutflow();
        Start(cutflow).Count("all").Branch("mass", Mask.All(4), mass => mass.Note("SR", Mask.All(4)).Note("SB", Mask.All(4))).Require("next", Mask.All(4));
        Assert.Equal([null, null, null, "mass", "all"], cutflow["all"].Select(row => row.After));
    }

    [Fact]
    public void Split_Categories_CountsEachByItself()
    {
        var cutflow = new Cutflow("three", "four");
        Start(cutflow).Count("all").Split(("four", Mask.Of(true, false, false, true)), ("three", Mask.Of(false, true, false, false))).Count("tag");
        Assert.Equal([4L, 1L], cutflow["three"].Select(row => row.Count));
        Assert.Equal([4L, 2L], cutflow["four"].Select(row => row.Count));
    }

    [Fact]
    public void Split_MissingOrUnknownCategory_IsRefused()
    {
        var step = Start(new Cutflow("three", "four"));
        Assert.Contains("\"four\"", Assert.Throws<ArgumentException>(() => step.Split(("three", Mask.All(4)))).Message, StringComparison.Ordinal);
        Assert.Contains("it has: three, four", Assert.Throws<ArgumentException>(() => step.Split(("five", Mask.All(4)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MergeAndClear_Lanes_AddUpInOrder()
    {
        var cutflow = new Cutflow();
        var lane = new Lane();
        for (var i = 0; i < 3; i++)
        {
            lane.Enter();
            Start(cutflow).Count("all");
            Lane.Leave();
            Assert.Equal(4L * i, cutflow.Cuts.Count == 0 ? 0 : cutflow["all"][0].Count);
            lane.MergeAndClear();
        }
        Assert.Equal(new CutflowRow("all", 12, 24, 67.5), cutflow["all"][0]);
    }

    [Fact]
    public void Write_Table_ReadsBackEqual()
    {
        var cutflow = new Cutflow("three", "four");
        Start(cutflow).Count("all").Require("half", Mask.Of(true, true, false, false));
        var table = new CutflowTable();
        table.Add("data", cutflow);
        using var stream = new MemoryStream();
        table.Write(stream);
        var read = CutflowTable.Parse(stream.ToArray(), "cutflow.json");
        Assert.Equal("data", read.Datasets[0].Dataset);
        Assert.Equal(cutflow["four"], read.Datasets[0].Categories[1].Rows);
    }

    [Fact]
    public void EffectiveEntries_WeightedEvents_IsTheUnweightedNumberOfTheSamePrecision() =>
        Assert.Equal(25.0 / 13, new CutflowRow("x", 2, 5, 13).EffectiveEntries, 12);

    private static CutflowStep Start(Cutflow cutflow) => new(cutflow, Mask.All(4), s_weights, null, null);
}
