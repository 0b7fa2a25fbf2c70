using Ristretto.Analyses.Adl;
using Ristretto.Events.Engine;

namespace Ristretto.Benchmarks;

/// <summary>A query in a style over a file, once or several times.</summary>
internal sealed class AdlWork(string file, int copies, AdlQuery query, Action<AdlBatch> process) : IAnalysis<AdlBatch>
{
    internal static AdlWork Of(string file, int copies, string name, AdlStyle style)
    {
        var query = AdlQuery.All().Single(known => known.Name == name);
        return new AdlWork(file, copies, query, style.Of(query));
    }

    private IReadOnlyList<DatasetRun<AdlBatch>> Datasets => [new("adl", [.. Enumerable.Repeat(new InputFile(file, "Events"), copies)], this)];

    internal AdlQuery Query => query;

    internal RunPlan Plan => field ??= RunPlan.Make(Datasets, new RunOptions { Threads = 1 });

    public void Process(AdlBatch events) => process(events);

    internal RunReport Run(int threads) => EventLoop.Run(Datasets, Plan, new RunOptions { Threads = threads });
}
