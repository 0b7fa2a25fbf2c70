using System.IO.Hashing;
using System.Runtime.InteropServices;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Programs;
using Ristretto.Histograms;

namespace Ristretto.EndToEnd.Cli;

/// <summary>A thousand histograms of twenty thousand bins, with weights: all bins are filled in every run of events, or those of a narrow peak. It says a hash of all contents.</summary>
public abstract class ManyHistogramsAnalysis(string name, double width) : IAnalysisProgram, IAnalysis<NanoBatch>
{
    private Histogram[] _histograms = [];

    public string Name => name;

    public string Description => "fills more cells than fit into the memory once for each thread";

    public RunResult Run(RunRequest request)
    {
        _histograms = [.. Enumerable.Range(0, 1000).Select(i => Histogram.Regular($"h{i}", 20_000, 0, 1))];
        var runs = Fileset.Open(request.Fileset, request.Options.Connections).Datasets
            .Select(dataset => new DatasetRun<NanoBatch>(dataset.Name, [.. dataset.Files.Select(file => new InputFile(file.Path, file.Tree))], this)).ToArray();
        var plan = RunPlan.Make(runs, request.Options);
        var report = EventLoop.Run(runs, plan, request.Options);
        var hash = new XxHash64();
        foreach (var histogram in _histograms)
        {
            hash.Append(MemoryMarshal.AsBytes(histogram.Values));
            hash.Append(MemoryMarshal.AsBytes(histogram.Variances));
        }
        request.Note($"{report.Events} events, {report.Threads} threads, {_histograms.Sum(histogram => histogram.Entries)} entries, hash {hash.GetCurrentHashAsUInt64():x}");
        return new RunResult { Plan = plan, Report = report };
    }

    public void Process(NanoBatch ev)
    {
        var met = ev.MET.Pt.AsSpan();
        var (x, weights) = (new double[met.Length], new double[met.Length]);
        for (var i = 0; i < met.Length; i++) weights[i] = 0.1 + met[i];
        for (var h = 0; h < _histograms.Length; h++)
        {
            for (var i = 0; i < met.Length; i++) x[i] = width * (met[i] * (h + 7919) % 1);
            _histograms[h].Fill<double>(x, weights);
        }
    }
}

/// <summary>All bins.</summary>
public sealed class ManyFullHistograms() : ManyHistogramsAnalysis("many-full", 1);

/// <summary>A tenth of the bins.</summary>
public sealed class ManyPeaks() : ManyHistogramsAnalysis("many-peaks", 0.1);
