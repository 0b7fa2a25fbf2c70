using Ristretto.Bytes.Errors;
using Ristretto.Events.Batches;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.Programs;

namespace Ristretto.EndToEnd.Cli;

/// <summary>An analysis that waits until it is interrupted.</summary>
public sealed class WaitingAnalysis : IAnalysisProgram
{
    public string Name => "waiting";

    public string Description => "waits until it is interrupted";

    public RunResult Run(RunRequest request)
    {
        request.Note("started");
        request.Options.Cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(60));
        request.Options.Cancellation.ThrowIfCancellationRequested();
        throw new ConfigurationException("waiting", null, "nobody interrupted me");
    }
}

/// <summary>An analysis with a fault.</summary>
public sealed class FaultyAnalysis : IAnalysisProgram
{
    public string Name => "faulty";

    public string Description => "throws what no program should";

    public RunResult Run(RunRequest request) => throw new InvalidTimeZoneException("a fault");
}

/// <summary>An analysis that only plans: of each data set it reads the files' identity and nothing else.</summary>
public sealed class PlanningAnalysis : IAnalysisProgram
{
    public string Name => "planning";

    public string Description => "plans to read nothing";

    public RunResult Run(RunRequest request)
    {
        var fileset = Fileset.Open(request.Fileset, request.Options.Connections);
        request.Note($"{fileset.Datasets.Count} data sets, {request.Options.Threads} threads, {request.Options.Memory} bytes");
        return new RunResult { Plan = RunPlan.Make<EmptyBatch>([], request.Options) };
    }

    private sealed class EmptyBatch() : EventBatch([]);
}
