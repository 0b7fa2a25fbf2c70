using Ristretto.Columns.Arrays;
using Ristretto.Events.Datasets;
using Ristretto.Events.Engine;
using Ristretto.Events.NanoAod;
using Ristretto.Events.Programs;
using Ristretto.Histograms;

namespace Ristretto.EndToEnd.Cli;

/// <summary>An analysis that reads many columns of large clusters, in the largest batches that the memory allows.</summary>
public sealed class WholeFileAnalysis : IAnalysisProgram, IAnalysis<NanoBatch>
{
    private readonly Histogram _values = Histogram.Regular("values", 100, 0, 500);

    public string Name => "whole-file";

    public string Description => "reads many columns in large batches";

    public RunResult Run(RunRequest request)
    {
        var runs = Fileset.Open(request.Fileset, request.Options.Connections).Datasets
            .Select(dataset => new DatasetRun<NanoBatch>(dataset.Name, [.. dataset.Files.Select(file => new InputFile(file.Path, file.Tree))], this)).ToArray();
        var report = EventLoop.Run(runs, request.Options);
        request.Note($"{report.Events} events, tiles of {report.TileSize}, {_values.Entries} values");
        return new RunResult { Plan = RunPlan.Make(runs, request.Options), Report = report };
    }

    public void Process(NanoBatch ev)
    {
        foreach (var column in (JaggedColumn<float>[])[ev.Jet.Pt, ev.Jet.Eta, ev.Jet.Phi, ev.Jet.Mass, ev.Muon.Pt, ev.Muon.Eta, ev.Muon.Phi, ev.Muon.Mass, ev.Muon.Dxy, ev.Muon.Dz,
            ev.Electron.Pt, ev.Electron.Eta, ev.Electron.Phi, ev.Electron.Mass, ev.Electron.Dxy, ev.Electron.Dz, ev.Tau.Pt, ev.Tau.Eta, ev.Photon.Pt, ev.Photon.Eta])
            _values.Fill<float>((column + column).Values);
    }
}
