using Ristretto.Bytes.Errors;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Tests.Shared;

namespace Ristretto.Tests.Events.Engine;

/// <summary>A column that only a loop over events reads is refused before the first event where the file lacks it, unless it is read under a condition.</summary>
public sealed class LoopReadsTests
{
    private static readonly string s_file = Repository.PathOf("cli", "Ristretto.Cli", "Demo", "Samples", "demo_data_UL18.root");   // NanoAOD v9, recorded

    [Fact]
    public void Run_ALoopThatReadsAColumnTheFileLacks_IsRefusedBeforeTheFirstEvent()
    {
        var seen = 0;

        var error = Assert.Throws<SchemaException>(() => Nano.Open(s_file).Run(ev =>
        {
            foreach (var e in ev)
            {
                seen++;
                foreach (var jet in e.Jet) seen += jet.BtagPNetB > 0.5 ? 1 : 0;
            }
        }));

        Assert.StartsWith($"{s_file}: Events has no branch Jet_btagPNetB (a column of NanoAOD v12); nearest: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, seen);
    }

    [Fact]
    public void Run_ACollectionTheFileLacks_IsNamedByItsColumnAlone()
    {
        var error = Assert.Throws<SchemaException>(() => Nano.Open(s_file).Run(ev =>
        {
            foreach (var e in ev) _ = e.GenJet[0].Pt;
        }));

        Assert.StartsWith($"{s_file}: Events has no branch GenJet_pt", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nGenJet", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 100)]
    [InlineData(3, -1)]
    public void Run_AColumnUnderACondition_FailsOnlyWhereItIsRead(int year, int events)
    {
        var analysis = new ByYear(year);
        DatasetRun<NanoBatch>[] runs = [new("data", [new InputFile(s_file)], analysis)];
        var options = new RunOptions { MaxEvents = 100, Threads = 1 };

        if (events > 0) Assert.Equal(events, EventLoop.Run(runs, options).Events);
        else Assert.Throws<SchemaException>(() => EventLoop.Run(runs, options));
        Assert.True(analysis.Seen > 0);
    }

    [Fact]
    public void Run_AnotherAnalysisOfTheSameAssembly_IsNotRefusedForIt() =>
        Assert.Equal(100, EventLoop.Run([new DatasetRun<NanoBatch>("data", [new InputFile(s_file)], new Innocent())], new RunOptions { MaxEvents = 100 }).Events);

    [Fact]
    public void Run_ADerivedAnalysis_NeedsWhatItsBaseReads() =>
        Assert.Throws<SchemaException>(() => RunPlan.Make([new DatasetRun<NanoBatch>("data", [new InputFile(s_file)], new Derived())], new RunOptions()));

    [Fact]
    public void Run_AGenericAnalysis_IsRefusedToo() =>
        Assert.Throws<SchemaException>(() => RunPlan.Make([new DatasetRun<NanoBatch>("data", [new InputFile(s_file)], new Generic<int>())], new RunOptions()));

    private sealed class ByYear(int year) : IAnalysis<NanoBatch>
    {
        internal int Seen { get; private set; }

        public void Process(NanoBatch events)
        {
            foreach (var e in events)
            {
                Seen++;
                foreach (var jet in e.Jet) _ = year == 2 ? jet.BtagDeepFlavB : jet.BtagPNetB;
            }
        }
    }

    private sealed class Innocent : IAnalysis<NanoBatch>
    {
        public void Process(NanoBatch events)
        {
            foreach (var e in events) _ = e.MET.Pt;
        }
    }

    private class Base : IAnalysis<NanoBatch>
    {
        public void Process(NanoBatch events)
        {
            foreach (var e in events) _ = e.GenWeight;
        }
    }

    private sealed class Derived : Base;

    private sealed class Generic<T> : IAnalysis<NanoBatch>
    {
        public void Process(NanoBatch events)
        {
            foreach (var e in events) _ = e.GenWeight;
        }
    }
}
