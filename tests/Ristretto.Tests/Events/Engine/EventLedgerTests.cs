using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Ledger;

namespace Ristretto.Tests.Events.Engine;

/// <summary>Every event of every file is counted once, or the run is an error.</summary>
public class EventLedgerTests
{
    private static readonly RunPlan s_plan = new([File("a.root", 100), File("b.root", 50)], [], default, 0, []);

    [Fact]
    public void Close_EveryEventReadOrLost_IsFine()
    {
        var ledger = new EventLedger(s_plan);
        ledger.Add(0, 60, []);
        ledger.Add(0, 40, []);
        ledger.Add(1, 20, []);
        ledger.Lose(1, new InvalidOperationException("b.root: damaged"));

        ledger.Close();

        Assert.Equal(100, ledger.Read);
        Assert.Equal(("b.root", (long?)50, "b.root: damaged"), ledger.Lost.Select(lost => (lost.Path, lost.Events, lost.Reason)).Single());
    }

    [Theory]
    [InlineData(49)]
    [InlineData(51)]
    [InlineData(0)]
    public void Close_EventsTooFewOrTooMany_NamesTheFile(long read)
    {
        var ledger = new EventLedger(s_plan);
        ledger.Add(0, 100, []);
        ledger.Add(1, read, []);

        Assert.Equal($"b.root: {read} events were read and 0 skipped, which are not the 50 that the plan has of this file; no result can be trusted",
            Assert.Throws<InvalidOperationException>(ledger.Close).Message);
    }

    private static PlannedFile File(string path, long events) => new(0, "data", path, "Events", Guid.Empty, events, [(0, events)], []);
}
