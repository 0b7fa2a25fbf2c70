using System.Text.Json;
using Ristretto.Analyses.Adl;
using Ristretto.Events.Engine;
using Ristretto.Events.Engine.Costs;
using Ristretto.Tests.Shared;

namespace Ristretto.EndToEnd.Adl;

/// <summary>Events that lie in memory give what those of the file give, and the floor reads exactly their columns.</summary>
public sealed class HeldEventsTests
{
    public static TheoryData<string, string, int> Cases()
    {
        TheoryData<string, string, int> cases = [];
        foreach (var style in AdlStyle.All)
            foreach (var query in AdlQuery.All())
                foreach (var threads in (int[])[1, 2]) cases.Add(query.Name, style.Name, threads);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_OverAllEvents_EqualsTheReference(string name, string style, int threads)
    {
        var (query, work) = Make(name, style);
        using var held = HeldEvents<AdlBatch>.Read(work, Plan(work, "adl-100k.root"), long.MaxValue, new RunOptions());

        held.Run(work, threads);

        using var reference = JsonDocument.Parse(File.ReadAllText(SharedData.Path("adl", "adl-100k.json")));
        var expected = reference.RootElement.GetProperty("queries").GetProperty(name).GetProperty("histograms").EnumerateArray().ToArray();
        Assert.Equal(100_000, held.Events);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i].GetProperty("counts").EnumerateArray().Select(count => count.GetDouble()), query.Histograms[i].Values.ToArray());
    }

    [Fact]
    public void Read_SomeEvents_HoldsThoseAndTheColumnsThatWereAskedFor()
    {
        var (query, work) = Make("Q4", "loop");
        using var held = HeldEvents<AdlBatch>.Read(work, Plan(work, "adl-100k.root"), 30_001, new RunOptions());

        held.Run(work);

        Assert.Equal(30_001, held.Events);
        Assert.Equal(["Jet_pt", "MET_pt", "nJet"], held.Columns);
        Assert.InRange(query.Histograms[0].Entries, 2500, 3200);
    }

    [Fact]
    public void Run_AnotherAnalysis_SaysThatItsColumnsAreNotHeld()
    {
        var (_, jets) = Make("Q2", "columns");
        var (_, missing) = Make("Q1", "columns");
        using var held = HeldEvents<AdlBatch>.Read(jets, Plan(jets, "adl-100k.root"), 100, new RunOptions());

        Assert.Contains("MET_pt is not held", Assert.Throws<AggregateException>(() => held.Run(missing)).InnerException!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adl-100k.root", 1)]
    [InlineData("adl-100k.root", 2)]
    [InlineData("adl-100k.rntuple.root", 1)]
    [InlineData("adl-100k.rntuple.root", 2)]
    public void Floor_ReadsTheColumnsOnce(string file, int threads)
    {
        var (_, work) = Make("Q4", "columns");

        // Lengths of lists and missing momenta of 100 000 events, momenta of 323 197 jets.
        Assert.Equal(4 * (100_000 + 100_000 + 323_197), new DecodeFloor(Plan(work, file), ["nJet", "Jet_pt", "MET_pt"]).Run(threads));
        Assert.Equal(4 * 323_197, new DecodeFloor(Plan(work, file), ["Jet_pt"]).Run(threads));
    }

    private static (AdlQuery Query, IAnalysis<AdlBatch> Work) Make(string name, string style)
    {
        var query = AdlQuery.All().Single(known => known.Name == name);
        return (query, new Work(AdlStyle.All.Single(known => known.Name == style).Of(query)));
    }

    private static RunPlan Plan(IAnalysis<AdlBatch> work, string file) =>
        RunPlan.Make([new DatasetRun<AdlBatch>("adl", [new InputFile(SharedData.Path("adl", file))], work)], new RunOptions());

    private sealed class Work(Action<AdlBatch> process) : IAnalysis<AdlBatch>
    {
        public void Process(AdlBatch events) => process(events);
    }
}
