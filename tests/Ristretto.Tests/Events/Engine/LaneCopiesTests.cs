using Ristretto.Columns.Accumulation;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Histograms;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Engine;

/// <summary>Memory for the copies of what is filled: also of what a run over no events does not touch.</summary>
public sealed class LaneCopiesTests
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_data_UL18.root");

    [Fact]
    public void Largest_OfSeveralAnalyses_TakesWhatWasMadeBetweenThem()
    {
        var all = Made(1000, 0, 10, 20, 0, 300, 400, 0, 5);      // something before, then three analyses, each with one that is always used
        var copies = new LaneCopies();
        foreach (var first in new[] { 1, 4, 7 }) copies.Add(Using(all[first]), bytes: first);

        Assert.Equal((4L + 700, 4L + 700 + 1000), Whole(copies.Largest(all)));
    }

    [Fact]
    public void Largest_OfOneAnalysis_TakesWhatWasMadeAfterIt_AndCallsTheRestPossible()
    {
        var all = Made(1000, 0, 10, 20);
        var copies = new LaneCopies();
        copies.Add(Using(all[1]), bytes: 7);

        Assert.Equal((37L, 1037L), Whole(copies.Largest(all)));
    }

    [Fact]
    public void Largest_OfCodeThatUsesNothingForCertain_KnowsNothing()
    {
        var copies = new LaneCopies();
        copies.Add(new Lane(), bytes: 3);

        Assert.Equal((3L, 33L), Whole(copies.Largest(Made(10, 20))));
    }

    [Fact]
    public void Run_MemoryForAHistogramThatOnlyALoopFills_IsAskedForBeforeTheFirstEvent()
    {
        var analysis = new LoopFilled(5_000_000);      // 80 MB for each copy
        var memory = MemoryPlan.OutsideTheHeap + GC.GetTotalMemory(forceFullCollection: true) + (64 << 20);

        var error = Assert.ThrowsAny<Exception>(() =>
            EventLoop.Run([new DatasetRun<NanoBatch>("data", [new InputFile(s_file)], analysis)], new RunOptions { Memory = memory }));

        Assert.Contains("is too little: one event at a time on one thread needs at least", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, analysis.Seen);
    }

    [Fact]
    public void Living_ForgetsWhatNobodyHolds()
    {
        var kept = new LaneLocal<Sized>(new Sized(0));
        for (var i = 0; i < 100_000; i++) _ = new LaneLocal<Sized>(new Sized(0));
        _ = GC.GetTotalMemory(forceFullCollection: true);

        var living = LaneLocal.Living;

        Assert.Contains(kept, living);
        Assert.InRange(living.Count, 1, 60_000);
        Assert.Equal(living.Select(local => local.Id).Order(), living.Select(local => local.Id));
    }

    [Fact]
    public void Largest_OfWhatTheDryRunUses_CountsTheCellsThatComeWithTheFirstEntry()
    {
        var all = Made(500);
        var copies = new LaneCopies();
        copies.Add(Using(all[0]), bytes: 7);

        Assert.Equal((507L, 507L), Whole(copies.Largest(all)));
    }

    private static (long Known, long Possible) Whole((CopySize Known, CopySize Possible) sizes) => (sizes.Known.Whole, sizes.Possible.Whole);

    private static LaneLocal[] Made(params long[] bytes) => [.. bytes.Select(each => new LaneLocal<Sized>(new Sized(each)))];

    private static Lane Using(LaneLocal local)
    {
        var lane = new Lane();
        lane.Enter();
        try
        {
            _ = ((LaneLocal<Sized>)local).Value;
        }
        finally
        {
            Lane.Leave();
        }
        return lane;
    }

    private sealed class LoopFilled(int bins) : IAnalysis<NanoBatch>
    {
        private readonly LaneLocal<Sized> _always = new(new Sized(0));
        private readonly Histogram _histogram = Histogram.Regular("x", bins, 0, 500);

        internal int Seen { get; private set; }

        public void Process(NanoBatch events)
        {
            _ = _always.Value;
            foreach (var e in events)
            {
                Seen++;
                _histogram.Fill(e.MET.Pt);
            }
        }
    }

    private sealed class Sized(long bytes) : IMergeable<Sized>
    {
        public long CopyBytes => bytes;

        public Sized CreateEmpty() => new(bytes);

        public void Merge(Sized other) { }

        public void Clear() { }
    }
}
