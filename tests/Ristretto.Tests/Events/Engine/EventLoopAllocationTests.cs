using Ristretto.Columns.Arrays;
using Ristretto.Events.Engine;
using Ristretto.Histograms;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Engine;

/// <summary>Counts what the whole process allocates, so no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(EventLoopAllocationTests), DisableParallelization = true)]
[Collection(nameof(EventLoopAllocationTests))]
public class EventLoopAllocationTests
{
    [Fact]
    public void Run_MoreEvents_AllocateFewBytesPerEvent()
    {
        // The least of some runs: whether a run finds the memory of the one before is up to the garbage collector.
        var (half, all) = (long.MaxValue, long.MaxValue);
        for (var i = 0; i < 5 || (i < 25 && all - half > 16 * 50_000); i++) (half, all) = (Math.Min(half, Allocated(50_000)), Math.Min(all, Allocated(100_000)));
        Assert.InRange((all - half) / 50_000.0, double.NegativeInfinity, 16);
    }

    private static long Allocated(long events)
    {
        DatasetRun<AdlBatch>[] runs = [new DatasetRun<AdlBatch>("adl", [new InputFile(SharedData.Path("adl", "adl-100k.root"))], new Leading())];
        var options = new RunOptions { Threads = 1, MaxEvents = events };
        var before = GC.GetTotalAllocatedBytes(precise: true);
        EventLoop.Run(runs, options);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private sealed class Leading : IAnalysis<AdlBatch>
    {
        private readonly Histogram _pt = Histogram.Regular("pt", 60, 0, 300);

        public void Process(AdlBatch ev)
        {
            var jets = ev.Jets;
            var central = jets[ColumnMath.Abs(jets.Eta) < 2.4 & jets.Pt > 20];
            _pt.Fill(central.Pt[central.Count >= 2]);
        }
    }
}
